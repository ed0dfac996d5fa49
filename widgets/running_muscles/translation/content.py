"""Content beside words: what stays English on a page that speaks another language.

A screen reader speaks each in its own language only where the page says which is which.
"""

from __future__ import annotations

import re

from running_muscles.translation.spoken import ENGLISH, current

# Round a piece in another language, as Unicode has it (U+2068, U+2069); nobody sees them.
OPENS, CLOSES = "\u2068", "\u2069"
_INSIDE = re.compile(f"{OPENS}([^{OPENS}{CLOSES}]*){CLOSES}")


class Content(str):
    """A text in the words of a table: content, English as a whole."""

    __slots__ = ()


def page_lang() -> str:
    """Return the attribute for the root of a page; nothing in English, which is a page's own."""
    return "" if current() == ENGLISH else f' lang="{current()}"'


def content_lang() -> str:
    """Return the attribute for an element that holds content; nothing on an English page."""
    return "" if current() == ENGLISH else f' lang="{ENGLISH}"'


def content(html: str) -> str:
    """Return (safe) HTML of content, such as a name from a table, marked as English."""
    mark = content_lang()
    return f"<span{mark}>{html}</span>" if mark and html else html


def lang_of(text: str) -> str:
    """Return the attribute for an element that holds one text: content is marked."""
    return content_lang() if isinstance(text, Content) else ""


def in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: in English without its capital."""
    return f"{name[0].lower()}{name[1:]}" if current() == ENGLISH else name


def inside(text: str) -> str:
    """Return content as it stands inside of a translated sentence, between marks.

    A page makes elements of them: `with_content` here, `withContent` in `lib/base/dom.js`.
    """
    return f"{OPENS}{text}{CLOSES}" if text and current() != ENGLISH else text


def with_content(html: str) -> str:
    """Return a sentence as (safe) HTML, the content inside of it marked as English."""
    return _INSIDE.sub(lambda found: content(found[1]), html)


def plain_text(sentence: str) -> str:
    """Return a sentence without marks, for where there are no elements."""
    return _INSIDE.sub(lambda found: found[1], sentence)
