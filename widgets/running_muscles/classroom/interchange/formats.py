"""The formats by name: who writes each, who reads each, and which one a file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from running_muscles.classroom.interchange import (
    gift,
    gift_reader,
    jupyterquiz,
    moodle_xml,
    moodle_xml_reader,
    qti12,
    qti12_reader,
    qti21,
)
from running_muscles.classroom.interchange.carried import Bundle, InterchangeError, Read, Written

_START = 4_000


@dataclass(frozen=True, slots=True)
class Format:
    """One format that questions are written in.

    Attributes
    ----------
    name
        As people call it.
    ending
        Of the files.
    """

    name: str
    ending: str
    write: Callable[[Bundle], Written]


FORMATS: dict[str, Format] = {
    "moodle": Format("Moodle XML", ".moodle.xml", moodle_xml.write),
    "gift": Format("GIFT", ".gift.txt", gift.write),
    "qti12": Format("QTI 1.2", ".qti12.zip", qti12.write),
    "qti21": Format("QTI 2.1", ".qti21.zip", qti21.write),
}


def read(content: bytes, name: str) -> tuple[str, Read]:
    """Return which format a file has, and its questions.

    Raises
    ------
    InterchangeError
        When it cannot be read.
    """
    start = content[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content[:2] == b"PK":
        return "QTI 1.2", qti12_reader.read(content, name)
    if start[:1] == b"<":
        if b"<quiz" in start:
            return "Moodle XML", moodle_xml_reader.read(content, name)
        if b"questestinterop" in start:
            return "QTI 1.2", qti12_reader.read(content, name)
        raise InterchangeError(
            f"{name}: this XML is neither Moodle's nor QTI 1.2. Export it as one of the two."
        )
    if start[:1] in (b"[", b"{") and name.lower().endswith(".json"):
        return "jupyterquiz", jupyterquiz.read(content, name)
    return "GIFT", gift_reader.read(content, name)
