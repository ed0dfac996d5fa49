"""Where Python runs inside the page itself, as on a site without a server.

Between a widget and its Python lies another way there than over a server. Two things of it are
mended here, both when the first widget is loaded.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from running_muscles.measure.page_storage import in_page


def talk_as_over_a_server() -> None:
    """Let messages arrive and leave in a page as they do anywhere else."""
    if in_page():
        _say_none_as_null()
        _listen_where_one_may_wait()


def _say_none_as_null() -> None:
    """Send by JSON: straight to JavaScript None becomes `undefined`, which is not `null`."""
    from IPython.core.getipython import get_ipython

    from js import JSON

    shell = get_ipython()
    send = shell.send_comm

    def by_json(kind: str, content: Any, metadata: Any, ident: Any, buffers: Any) -> Any:
        plain = (JSON.parse(json.dumps(each)) for each in (content, metadata))
        return send(kind, *plain, ident, buffers)

    shell.send_comm = by_json


def _listen_where_one_may_wait() -> None:
    """Handle what the page says as a turn of the event loop.

    Who opens the browser's files has to wait for them, and Python may wait in such a turn, but
    not while JavaScript waits for it.
    """
    from pyodide_kernel import kernel_instance

    loop = asyncio.get_running_loop()
    comms = kernel_instance.comm_manager
    handle = comms.comm_msg

    def later(*message: Any) -> None:
        loop.call_soon(handle, *message)

    comms.comm_msg = later
