"""What of a state or a page was said outside of the catalogue: whole texts, no parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

from running_muscles import tables
from running_muscles.translation.spoken import ENGLISH
from translation import pseudo

# Signs of units, which are the same in every language, and what holds no letter.
_SIGNS = re.compile(r"(?<![^\W\d_])(s|m|mL/kg/min)(?![^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
# Content inside of a sentence, as the kernel side marks it and as a page does.
_MARKED = re.compile("\u2068[^\u2068\u2069]*\u2069")
_SPANNED = re.compile(r'<span lang="en">[^<]*</span>')
# Attributes that are heard or seen.
_HEARD = (*pseudo.SAID, "data-label")


def unsaid(text: str) -> str:
    """Return what of a text is no sentence of a catalogue, and no content; empty for nothing."""
    rest = pseudo.bare(_MARKED.sub("", text)).replace("\n", "").replace("<br>", " ").strip()
    return "" if rest in content() or not _LETTER.search(_SIGNS.sub("", rest)) else rest


@cache
def content() -> frozenset[str]:
    """Return every text that stays English."""
    # Letters on a picture of a movement are drawn beforehand.
    drawn = {
        text.strip()
        for name in (*tables.exercises(), *tables.protocols())
        for text in heard(tables.drawing(name, ""))
    }
    return pseudo.content() | drawn


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
        silent = tag in ("style", "script") or given.get("lang") == ENGLISH
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
    parser.feed(re.sub(r"</?(a|br|code|small)\b[^>]*>", " ", _SPANNED.sub("", html)))
    parser.close()
    return parser.found
