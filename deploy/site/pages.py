"""Put something of ours into a page that JupyterLite wrote."""

from __future__ import annotations

import sys
from pathlib import Path

HEAD = "<head>"


def into_head(page: Path, what: str) -> None:
    """Write a script or a style at the begin of a page's head."""
    before, head, after = page.read_text(encoding="utf-8").partition(HEAD)
    if not head:
        sys.exit(
            f"{page}: there is no {HEAD} to write into. JupyterLite writes its pages in another "
            "way now: mend deploy/site/pages.py."
        )
    page.write_text(f"{before}{head}\n{what}{after}", encoding="utf-8")
