"""A made-up language that has every sentence, and says it between « and ».

Whatever a learner is shown outside of these marks never went through the catalogue.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from running_muscles import tables
from running_muscles.measure.limits import care
from running_muscles.tables.locate import data_path
from running_muscles.tables.sheet import read_sheet
from running_muscles.translation import spoken

OPENS, CLOSES = "«", "»"
_INNER = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
# Signs of units, which are the same in every language, and what holds no letter.
_SIGNS = re.compile(r"(?<![^\W\d_])(s|m|mL/kg/min)(?![^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
# Attributes that are heard or seen.
_HEARD = ("aria-label", "title", "alt", "placeholder", "data-label")


class Pseudo(gettext.NullTranslations):
    """The catalogue of the made-up language."""

    def gettext(self, message: str) -> str:
        return f"{OPENS}{message}{CLOSES}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def speak_pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the kernel side speak the made-up language; for the rest it counts as German."""
    monkeypatch.setattr(spoken, "_catalogue", lambda _: Pseudo())
    monkeypatch.setattr(spoken, "_chosen", ["de"])


def unsaid(text: str) -> str:
    """Return what of a text stands outside the catalogue and is no content; empty for nothing."""
    rest = text
    while _INNER.search(rest):
        rest = _INNER.sub("", rest)
    rest = rest.replace("<br>", " ").strip()
    return "" if rest in content() or not _LETTER.search(_SIGNS.sub("", rest)) else rest


@cache
def content() -> frozenset[str]:
    """Return every text that stays English: cells of `data/`, their items, and sources."""
    found: set[str] = set()
    for path in data_path().glob("*.csv"):
        for row in read_sheet(path).rows:
            for cell in row.cells.values():
                found |= {cell.strip(), *(item.strip() for item in cell.split("|"))}
    for source in tables.references().values():
        found |= {source.short, source.url}
    # Letters on a picture of a movement, which is drawn beforehand.
    for name in (*tables.exercises(), *tables.protocols()):
        found |= {text.strip() for text in heard(tables.drawing(name, ""))}
    # Limits are rows of a table, and a text of safety is never half in one language.
    found |= {care(row) for row in tables.exercises().values()}
    return frozenset(found)


def texts(state: Any, exempt: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield every text of plain data with the name that it stands under, but for exempt names."""
    yield from _texts("", state, exempt)


def _texts(name: str, state: Any, exempt: frozenset[str]) -> Iterator[tuple[str, str]]:
    if isinstance(state, str):
        if name not in exempt:
            yield from ((name, each) for each in (heard(state) if "</" in state else [state]))
    elif isinstance(state, dict):
        for key, value in state.items():
            yield from _texts(str(key), value, exempt)
    elif isinstance(state, list | tuple):
        for value in state:
            yield from _texts(name, value, exempt)


class _Heard(HTMLParser):
    """Gathers what is not marked as English content."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        silent = tag in ("style", "script") or given.get("lang") == spoken.ENGLISH
        silent = silent or (bool(self._open) and self._open[-1][1])
        if tag not in ("meta", "br", "img", "input"):
            self._open.append((tag, silent))
        if not silent:
            self.found += [value for name in _HEARD if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        if tag in (each for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][1]):
            self.found.append(data)


def heard(html: str) -> list[str]:
    """Return every text of HTML that is seen or heard and not marked as English content."""
    parser = _Heard()
    # These stand inside of a sentence.
    parser.feed(re.sub(r"</?(a|br|code|small)\b[^>]*>", " ", html))
    parser.close()
    return parser.found
