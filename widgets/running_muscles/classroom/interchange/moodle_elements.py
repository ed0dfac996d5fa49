"""Elements of Moodle XML: written with a text inside, and read back."""

from __future__ import annotations

from lxml import etree

from running_muscles.classroom.interchange.collector import Collector

_PLAIN = frozenset({"plain_text", "markdown"})


def put(parent: etree._Element, name: str, content: str) -> None:
    """Write an element with a text."""
    etree.SubElement(parent, name).text = content


def put_text(parent: etree._Element, name: str, content: str) -> None:
    """Write an element whose text stands in a `text` of its own."""
    put(etree.SubElement(parent, name), "text", content)


def put_html(parent: etree._Element, name: str, content: str) -> None:
    """Write an element whose `text` is HTML."""
    put(etree.SubElement(parent, name, format="html"), "text", content)


def text_at(element: etree._Element, path: str) -> str:
    """Return the text at a path, without space around it; "" where there is none."""
    return (element.findtext(path) or "").strip()


def marked(into: Collector, question: str, element: etree._Element, one_line: bool = False) -> str:
    """Return the text of an element in the bank's marks, read as the element says it is written."""
    kind = "plain" if element.get("format") in _PLAIN else "html"
    text = text_at(element, "text")
    return into.line(question, text, kind) if one_line else into.text(question, text, kind)


def marked_at(into: Collector, question: str, parent: etree._Element, path: str) -> str:
    """Return the text of the element at a path, as `marked` does; "" where there is none."""
    found = parent.find(path)
    return "" if found is None else marked(into, question, found)
