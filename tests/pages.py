"""What a reader of a page without a script sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from running_muscles.widgets.page import Page

VOID = {"br", "hr", "img", "input", "meta", "path", "use"}


class Words(HTMLParser):
    """The words a reader sees, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.parts: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        assert tag != "script"
        assert not any(name.startswith("on") for name, _ in attributes)
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.parts.append(data)

    @property
    def text(self) -> str:
        assert self.open == []
        return re.sub(r"\s+", " ", " ".join(self.parts))


def words(page: Page) -> str:
    return Words(page._repr_mimebundle_()["text/html"]).text
