"""Where Python runs inside the page itself, as on a site without a server."""

from __future__ import annotations

import json
from typing import Any

from running_muscles.measure.page_storage import in_page


def say_none_as_null() -> None:
    """Let what widgets send reach the page as JSON would.

    On the direct way from Python to JavaScript, None becomes `undefined`, which is another thing
    than `null` to whoever asks "was nothing chosen?". Over a server the two never mix.
    """
    if not in_page():
        return
    from IPython.core.getipython import get_ipython

    from js import JSON

    shell = get_ipython()
    send = shell.send_comm

    def by_json(kind: str, content: Any, metadata: Any, ident: Any, buffers: Any) -> Any:
        plain = (JSON.parse(json.dumps(each)) for each in (content, metadata))
        return send(kind, *plain, ident, buffers)

    shell.send_comm = by_json
