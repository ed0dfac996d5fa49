"""Elements of Moodle XML: written with a text inside, and read back."""

from __future__ import annotations

from lxml import etree


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
