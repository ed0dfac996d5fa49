"""A language that has every sentence, and says it between « and »: what stays bare was missed.

Beside words there is content, which stays English: rows of tables, questions, sources. And there
is what is neither: ids, numbers, signs of units.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

from running_muscles import tables
from running_muscles.measure.limits import care
from running_muscles.movement.poses import movement, movements
from running_muscles.translation.content import Content
from running_muscles.translation.spoken import ENGLISH

OPENS, CLOSES = "«", "»"
LANGUAGE = "de"
INNER = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
LETTERS = re.compile(r"[^\W\d_]+")
# Signs that every language writes alike: units, "number of people", the keys of files.
SIGNS = frozenset({"s", "m", "km", "min", "min/km", "m/s", "mi", "n", "n=", "SD"})
# What a screen reader or a reader meets in an element.
SAID = ("aria-label", "title", "alt", "placeholder", "aria-valuetext")
# Styles say nothing; a citation is names and an address.
SILENT = frozenset({"style", "script", "a", "cite"})


class Pseudo(gettext.NullTranslations):
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """Return a sentence between its marks."""
        return f"{OPENS}{message}{CLOSES}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one form of it."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English needs none."""
    return gettext.NullTranslations() if language == ENGLISH else Pseudo()


def bare(text: str) -> str:
    """Return what of a text was said outside the catalogue."""
    rest = text
    while INNER.search(rest):
        rest = INNER.sub("\n", rest)
    return rest


def missed(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the parts of a text that are neither words of a catalogue nor known content."""
    if isinstance(text, Content) or text in known:
        return []
    plain = re.sub(r"%\{[^}]*\}|<extra>|</extra>", "", bare(text)).replace("<br>", " ")
    parts = (part.strip(" .+±·") for part in re.split(r"[\n,;:()<>]| · ", plain))
    return [
        part for part in parts if LETTERS.search(part) and part not in known and not _signs(part)
    ]


def _signs(part: str) -> bool:
    return all(word in SIGNS for word in re.findall(r"[^\s\d.%/+±-][^\s\d]*", part))


def strings(state: Any, exempt: frozenset[str], path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a state with its place; what lies under a key in ``exempt`` is skipped."""
    if isinstance(state, str):
        yield path, state
    elif isinstance(state, Mapping):
        for key, value in state.items():
            if key not in exempt:
                yield from strings(value, exempt, f"{path}.{key}")
    elif isinstance(state, list | tuple):
        for value in state:
            yield from strings(value, exempt, path)


@cache
def content() -> frozenset[str]:
    """Return every text of the tables, whole and by its parts: names, how-to, rules, sources."""
    rows = (
        tables.claims(),
        tables.exercises(),
        tables.lessons(),
        tables.movement_limits(),
        tables.muscles(),
        tables.norms(),
        tables.objectives(),
        tables.plan_rules(),
        tables.protocols(),
        tables.running_facts(),
        tables.stride_paths(),
    )
    found: set[str] = set()
    for each in rows:
        for row in each.values() if isinstance(each, dict) else each:
            assert is_dataclass(row)
            for _, text in strings(asdict(row), frozenset()):
                found.add(text)
                found.update(re.split(r"[,;:()] ?| · ", text))
    found.update(care(row) for row in tables.exercises().values())
    for row in tables.references().values():
        found |= {row.short, row.text, row.url, row.missing}
    for name in movements():
        found |= {text for _, text in strings(_named(name), frozenset())}
    return frozenset(part.strip(" .") for part in found) | found


def _named(name: str) -> dict[str, Any]:
    row = movement(name)
    return {key: row[key] for key in ("name", "fault") if key in row}


@cache
def _references() -> frozenset[str]:
    return frozenset(row.text for row in tables.references().values())


class Reader(HTMLParser):
    """Reads a page, and notes what it says in words that are neither translated nor marked."""

    def __init__(self) -> None:
        super().__init__()
        self.way: list[tuple[str, bool]] = []  # open elements, and whether each is English
        self.named: list[str] = []
        self.heard: list[str] = []
        self.roots: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element, and hear its names."""
        has = dict(attrs)
        if has.get("title") in _references():
            tag = "cite"
        if (has.get("class") or "").split()[:1] in (["rm-page"], ["rm-still"], ["rm"]):
            self.roots.append(has.get("lang"))
        outer = bool(self.way) and self.way[-1][1]
        english = has["lang"] == "en" if "lang" in has else outer
        if not english and tag not in SILENT:
            self.named += [text for name in SAID if (text := has.get(name))]
        if tag not in {"br", "meta", "img", "use", "input", "hr", "path", "circle", "line", "rect"}:
            self.way.append((tag, english))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in ("a", "span") and self.way and self.way[-1][0] == "cite":
            tag = "cite"
        if any(name == tag for name, _ in self.way):
            while self.way.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Hear a text."""
        tag, english = self.way[-1] if self.way else ("", False)
        if not english and tag not in SILENT:
            self.heard.append(data)

    @property
    def said(self) -> list[str]:
        """Every name, and all texts as one: a sentence may hold an element."""
        return [*self.named, "\n".join(self.heard)]


def read(html: str) -> Reader:
    """Read a page."""
    reader = Reader()
    reader.feed(html)
    return reader
