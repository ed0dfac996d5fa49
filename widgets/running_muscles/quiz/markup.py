r"""The little grammar of a bank's texts, as HTML: one look in feedback and in still pictures.

Paragraphs, lists (``- `` and ``1. ``), ``**bold**``, ``*italic*``, ```code```, links to https
addresses, simple mathematics between dollar signs, and a backslash before a mark that is meant
as itself. Everything else stays text, so that nothing in it can run. The live widgets read the
same grammar in ``widgets/js/lib/base/markup.js``; ``tests/quiz/markup.json`` holds both to the
same examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from running_muscles.quiz.mathml import UnknownMathError, mathml
from running_muscles.quiz.shown_text import clean

# A class reads the same stems and reasons a thousand times.
REMEMBERED = 4096
# A mark inside a word or a product (front_plank, x*y*z) is no mark. Words of scripts without
# spaces may stand right beside one.
_WORD = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"
_ADDRESS = r"https://(?:[^\s()<>\"]|\([^\s()<>\"]*\))+"
_MARKS = re.compile(
    r"\\(?P<literal>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`]+)`"
    r"|\$\$(?P<shown>[^$]+)\$\$"
    r"|\$(?P<formula>(?![ $])(?:\\.|[^$\\])*?(?:\\.|[^$\\ ]))\$(?![0-9])"
    rf"|(?<!!)\[(?P<name>[^\[\]]+)\]\((?P<address>{_ADDRESS})\)"
    r"|(?<!!)\[(?P<lost>[^\[\]]+)\]\((?:[^\s()]|\([^\s()]*\))+\)"
    rf"|<(?P<bare>{_ADDRESS})>"
    r"|\*\*(?=[^ *]|\*[^ *])(?P<strong>.+?)(?<=[^ ])\*\*(?!\*)"
    rf"|(?<![{_WORD}])__(?=[^ _])(?P<strong2>.+?)(?<=[^ ])__(?![{_WORD}_])"
    rf"|(?<![{_WORD}*])\*(?=[^ *])(?P<em>(?:\*\*[^*]+\*\*|[^*])+?)(?<=[^ ])\*(?![{_WORD}*])"
    rf"|(?<![{_WORD}_])_(?=[^ _])(?P<em2>(?:__[^_]+__|[^_])+?)(?<=[^ ])_(?![{_WORD}_])"
)
_BULLET = re.compile(r"^[ \t]*[-*][ \t]+(?=[^ \t])")
_NUMBER = re.compile(r"^[ \t]*([0-9]{1,4})[.)][ \t]+(?=[^ \t])")
# Marks inside marks; what lies deeper stays text.
_DEEPEST = 4
# What other Markdown knows and this grammar does not.
_ELSEWHERE = {
    "raw HTML": re.compile(r"</?[A-Za-z][^<>]*>|<!--"),
    "an HTML entity": re.compile(r"&(?:[A-Za-z][A-Za-z0-9]+|#[0-9]+|#[xX][0-9A-Fa-f]+);"),
    "a picture": re.compile(r"!\[[^\]]*\]\([^)]*\)"),
    "a link that is not a whole https address": re.compile(
        r"(?<!!)\[[^\]]+\](?:\([^)]*\)|\[[^\]]*\])"
    ),
    "a link by reference": re.compile(r"^ {0,3}\[[^\]]+\]:[ \t].*", re.MULTILINE),
    "a heading": re.compile(r"^ {0,3}#{1,6}[ \t].*|^[^\n]+\n {0,3}(?:=+|--+)[ \t]*$", re.MULTILINE),
    "a rule across the page": re.compile(
        r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE
    ),
    "a table": re.compile(
        r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
    ),
    "a quotation": re.compile(r"^ {0,3}>[ \t]*[^\W\d].*", re.MULTILINE),
    "a list inside a list": re.compile(r"^[ \t]{2,}(?:[-*+]|[0-9]{1,4}[.)])[ \t]+.*", re.MULTILINE),
    "a list with plus signs": re.compile(r"^\+[ \t]+[^\W\d].*", re.MULTILINE),
    "crossed out text": re.compile(r"~~[^~]+~~"),
    "a forced line break": re.compile(r"[^ \n](?:  +|\\)\n(?=[^\n])"),
}
# Those that begin with a sign which this grammar reads in its own way.
_ELSEWHERE_RAW = {
    "a block of code": re.compile(r"^[ \t]*(?:```|~~~).*", re.MULTILINE),
    "mathematics in other marks than $": re.compile(r"\\[(\[].*?\\[)\]]", re.DOTALL),
}
# Hebrew, Arabic and their neighbours: such a block finds its own direction.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Scripts without spaces between words: a character with the marks on it.
_SPACELESS = re.compile(
    "[\u3041-\u3096\u30a1-\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
    "|[\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*"
    "|[\u1000-\u102a\u103f][\u102b-\u103e]*|[\u1780-\u17b3][\u17b4-\u17d3]*"
)
_GAPS = re.compile("[\\s\u0085\u001c-\u001f\u200b\ufeff\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]+")


@lru_cache(maxsize=REMEMBERED)
def block(text: str) -> str:
    """Return a text as HTML paragraphs and lists."""
    return "\n".join(part for part in _blocks(text) if part)


@lru_cache(maxsize=REMEMBERED)
def inline(text: str) -> str:
    """Return a text of one line, such as an option, as HTML; lists stay text here."""
    return _spans(_joined(text))


@lru_cache(maxsize=REMEMBERED)
def flow(text: str) -> str:
    """Return a text as HTML, without a paragraph around a single one."""
    parts = [part for part in _blocks(text) if part]
    if len(parts) == 1 and parts[0].startswith("<p"):
        return inline(text)
    return "\n".join(parts)


def unknown(text: str, one_line: bool = False) -> list[str]:
    """Name what a text holds that is shown as its signs, not as what they mean elsewhere.

    Parameters
    ----------
    one_line : bool
        For options, items and criteria: lists and second paragraphs are not known there either.

    Returns
    -------
    list of str
        Such as ``"raw HTML (<b>)"``; empty where all is known.
    """
    found = [f"{what} ({_short(sign)})" for what, sign in _unknown_mathematics(text)]
    searched = [(text, _ELSEWHERE_RAW), (_MARKS.sub(_without, text), _ELSEWHERE)]
    for where, shapes in searched:
        matches = ((what, shape.search(where)) for what, shape in shapes.items())
        found += [f"{what} ({_short(match.group().strip())})" for what, match in matches if match]
    if one_line:
        lines = text.strip().splitlines()
        if any(not line.strip() for line in lines):
            found.append("a second paragraph, in a text of one line")
        if any(_BULLET.match(line) or _NUMBER.match(line) for line in lines[1:]):
            found.append("a list, in a text of one line")
    return found


def cut(text: str, most: int) -> str:
    """Return the beginning of a text on one line, cut between words and never inside a mark."""
    line = _joined(text)
    if len(line) <= most:
        return line
    inside = [match.span() for match in _MARKS.finditer(line)]
    spaces = (place for place in range(most, 0, -1) if line[place] == " ")
    free = (at for at in spaces if not any(start < at < end for start, end in inside))
    return f"{line[: next(free, 0)]} \u2026".strip()


def count_words(text: str) -> int:
    """Count words as the answer box does; in scripts without spaces each character is one."""
    spaced = _GAPS.sub(" ", _SPACELESS.sub(r" \g<0> ", text)).strip(" ")
    return len(spaced.split(" ")) if spaced else 0


def _blocks(text: str) -> Iterator[str]:
    kind, start, held, gap = "", "", [""], False
    for line in clean(text).split("\n"):
        if not line.strip():
            gap = True
            continue
        item, number, content = _item(line)
        if number not in ("", "1") and kind == "p" and not gap:
            # A line of prose that begins with a year or a count is no list.
            item = ""
        if item and item == kind:
            held.append(content)
        elif item:
            yield _built(kind, start, held)
            kind, start, held = item, number, [content]
        elif kind and (not gap or (kind != "p" and line.startswith(" "))):
            held[-1] += f"\n{line}"
        else:
            yield _built(kind, start, held)
            kind, start, held = "p", "", [line]
        gap = False
    yield _built(kind, start, held)


def _item(line: str) -> tuple[str, str, str]:
    """Return the list that a line is an item of, its number, and what follows the mark."""
    if bullet := _BULLET.match(line):
        return "ul", "", line[bullet.end() :]
    if number := _NUMBER.match(line):
        return "ol", number[1], line[number.end() :]
    return "", "", ""


def _built(kind: str, start: str, held: list[str]) -> str:
    if kind == "":
        return ""
    way = ' dir="auto"' if _RIGHT_TO_LEFT.search("".join(held)) else ""
    if kind == "p":
        return f"<p{way}>{inline(held[0])}</p>"
    first = f' start="{int(start)}"' if start not in ("", "1") else ""
    rows = "".join(f"<li>{inline(one)}</li>" for one in held)
    return f"<{kind}{way}{first}>{rows}</{kind}>"


def _joined(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", clean(text)).strip()


def _spans(text: str, depth: int = 0, linked: bool = False) -> str:
    if depth > _DEEPEST:
        return escape(text)
    parts, end = [], 0
    for match in _MARKS.finditer(text):
        parts.append(escape(text[end : match.start()]))
        parts.append(_marked(match, depth + 1, linked))
        end = match.end()
    return "".join([*parts, escape(text[end:])])


def _marked(match: re.Match[str], depth: int, linked: bool) -> str:
    """Return one mark with what it holds as HTML."""
    group = match.lastgroup or ""
    inside = match[group]
    if group == "literal":
        return escape(inside)
    if group == "code":
        return f"<code>{escape(inside)}</code>"
    if group in ("formula", "shown"):
        return _formula(match)
    if group == "lost":
        # An address that is not https goes nowhere; `unknown` names it.
        return _spans(inside, depth, linked)
    if group in ("address", "bare"):
        name = _spans(match["name"], depth, linked=True) if match["name"] else _plain(inside)
        # A link inside a link has nowhere of its own to go.
        return name if linked else _link(inside, name)
    tag = "strong" if group.startswith("strong") else "em"
    return f"<{tag}>{_spans(inside, depth, linked)}</{tag}>"


def _plain(text: str) -> str:
    return escape(text)


def _link(address: str, name: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{name}</a>'


def _formula(match: re.Match[str]) -> str:
    display = match.lastgroup == "shown"
    try:
        return mathml(match[match.lastgroup or ""], display)
    except UnknownMathError:
        return f"<code>{_plain(match.group())}</code>"


def _unknown_mathematics(text: str) -> Iterator[tuple[str, str]]:
    for match in _MARKS.finditer(_joined(text)):
        if match.lastgroup not in ("formula", "shown"):
            continue
        try:
            mathml(match[match.lastgroup])
        except UnknownMathError as error:
            yield "mathematics that is not drawn here", str(error)


def _without(match: re.Match[str]) -> str:
    """Return what a mark holds where that is text again, and a word in place of the rest."""
    if match["lost"]:
        return match.group()
    held = match["strong"] or match["strong2"] or match["em"] or match["em2"]
    return held or "x"


def _short(sign: str) -> str:
    line = " ".join(sign.split())
    return line if len(line) <= 40 else f"{line[:40]} …"
