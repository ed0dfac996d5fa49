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
    rest = rest.strip()
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
    # Limits are rows of a table, and a text of safety is never half in one language.
    found |= {care(row) for row in tables.exercises().values()}
    return frozenset(found)


def texts(state: Any, exempt: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield every text of plain data with the name that it stands under, but for exempt names."""
    yield from _texts("", state, exempt)


def _texts(name: str, state: Any, exempt: frozenset[str]) -> Iterator[tuple[str, str]]:
    if isinstance(state, str):
        yield from ((name, each) for each in (heard(state) if "</" in state else [state]))
    elif isinstance(state, dict):
        for key, value in state.items():
            if key not in exempt:
                yield from _texts(str(key), value, exempt)
    elif isinstance(state, list | tuple):
        for value in state:
            yield from _texts(name, value, exempt)


class _Heard(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._mute = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mute = tag in ("style", "script")
        self.found += [value for name, value in attrs if name in _HEARD and value]

    def handle_endtag(self, tag: str) -> None:
        self._mute = False

    def handle_data(self, data: str) -> None:
        if not self._mute and data.strip():
            self.found.append(data)


def heard(html: str) -> list[str]:
    """Return every text of HTML that is seen or heard, a text cut by a tag in one piece."""
    parser = _Heard()
    # A line break or a link inside of a sentence does not end it.
    parser.feed(re.sub(r"</?(a|br|code|small|strong|em|sup)\b[^>]*>", " ", html))
    parser.close()
    return parser.found
