"""What the theme leaves out for who reads with keys or by ear."""

from __future__ import annotations

import re
from pathlib import Path

MENDED = (
    # A caption of the menu is a heading of its second level.
    (re.compile(r'role="heading"(?! aria-level)'), 'role="heading" aria-level="2"'),
    (re.compile(r'<aside class="sidebar-drawer"'), r'\g<0> aria-label="All pages"'),
    (re.compile(r'<aside class="toc-drawer[^"]*"'), r'\g<0> aria-label="On this page"'),
    # What scrolls by itself can be reached without a mouse.
    (re.compile(r"<pre(?=>)"), '<pre tabindex="0"'),
    (re.compile(r'<div class="table-wrapper[^"]*"'), r'\g<0> tabindex="0"'),
)


def mend(site: Path) -> None:
    """Mend every page of a built site."""
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for pattern, instead in MENDED:
            html = pattern.sub(instead, html)
        path.write_text(html, encoding="utf-8")
