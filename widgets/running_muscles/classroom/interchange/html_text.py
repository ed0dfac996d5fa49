"""Texts of the bank as HTML, and HTML of others in the bank's own marks.

What the bank's grammar (`running_muscles.quiz.markup`) does not know is taken out and named;
nothing of it can run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from lxml import etree, html

from running_muscles.quiz import markup

LONGEST = 200_000
_DROPPED = frozenset({"script", "style", "iframe", "object", "embed", "form", "template", "svg"})
_NAMED = {
    "img": "a picture",
    "audio": "a sound",
    "video": "a film",
    "math": "mathematics",
    "table": "the lines of a table",
    "sub": "a low index",
    "sup": "a raised index",
    "pre": "the lines of a block of code",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "the size of a heading"),
}
_BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "pre", "blockquote", "hr")
) | {"section", "article", "h1", "h2", "h3", "h4", "h5", "h6"}
_HOW = "running-muscles-how"
_ANSWER_IN = "Answer in"
_AROUND = {"strong": "**", "b": "**", "em": "*", "i": "*"}
# Of a pair of brackets the first is enough, and a backslash before both would be mathematics.
_MARK = re.compile(r"([\\`*_\[$<]|&(?=[#A-Za-z]))")
_STARTS_BLOCK = re.compile(r"^(?:[-*+#>|=]|[0-9]{1,4}(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Reduced:
    """A text in the bank's marks, and what of the HTML it does not hold."""

    text: str
    lost: tuple[str, ...]


def to_html(text: str) -> str:
    """Return a text of the bank as HTML paragraphs and lists."""
    return markup.block(text)


def line_to_html(text: str) -> str:
    """Return a text of one line, such as an option, as HTML."""
    return markup.inline(text)


def as_words(text: str) -> str:
    """Return a line of the bank as words, for a list that shows no bold and no italic."""
    return "".join(html.fragment_fromstring(f"<p>{line_to_html(text)}</p>").itertext())


def how_to_answer(sentence: str) -> str:
    """Return a sentence below a question that says how it is answered there; nothing of nothing.

    `from_html` leaves it out again: in the bank a widget says it.
    """
    return f'\n<p class="{_HOW}">{escape(sentence)}</p>' if sentence else ""


def unit_told(source: str) -> str:
    """Return the unit that `answer_in` has named in a text; "" where it names none."""
    found = re.search(rf'<p class="{_HOW}">{_ANSWER_IN} (.+?)\.</p>', source)
    return unescape(found[1]) if found else ""


def answer_in(unit: str) -> str:
    """Return the sentence that names the unit of an answer; nothing for a plain number."""
    return f"{_ANSWER_IN} {unit}." if unit else ""


def from_html(source: str) -> Reduced:
    """Return HTML in the marks of the bank."""
    source = source[:LONGEST].replace("\0", "")
    if not source.strip():
        return Reduced("", ())
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return from_plain(re.sub(r"<[^>]*>", " ", source))
    walk = _Walk()
    return Reduced("\n\n".join(walk.blocks(root)), tuple(dict.fromkeys(walk.lost)))


def from_plain(text: str) -> Reduced:
    """Return a text without marks so that the bank reads it as it stands."""
    parts = re.split(r"\n\s*\n", text.strip())
    return Reduced("\n\n".join(_start(_literal(" ".join(part.split()))) for part in parts), ())


class _Walk:
    """Turns a tree of HTML into paragraphs, and notes what it leaves out."""

    def __init__(self) -> None:
        self.lost: list[str] = []

    def blocks(self, node: html.HtmlElement) -> Iterator[str]:
        """Yield the paragraphs and lists in a node."""
        held = _literal(node.text or "")
        for child in node:
            name = child.tag if isinstance(child.tag, str) else ""
            if name in _BLOCKS and name not in _DROPPED:
                if line := _line(held):
                    yield _start(line)
                held = ""
                if child.get("class") != _HOW:
                    self._note(name)
                    yield from self._block(child, name)
            else:
                held += self._inline(child)
            held += _literal(child.tail or "")
        if line := _line(held):
            yield _start(line)

    def _block(self, node: html.HtmlElement, name: str) -> Iterator[str]:
        if name in ("ul", "ol"):
            items = [each for each in node if each.tag == "li"]
            first = int(node.get("start") or 1) if str(node.get("start") or 1).isdigit() else 1
            lines = []
            for number, item in enumerate(items, first):
                inside = " ".join(self.blocks(item))
                lines.append((f"{number}. " if name == "ol" else "- ") + _line(inside))
            yield "\n".join(lines)
        else:
            yield from self.blocks(node)

    def _inline(self, node: html.HtmlElement) -> str:
        name = node.tag if isinstance(node.tag, str) else ""
        if name in _DROPPED:
            self.lost.append(f"a <{name}> element")
        if not name or name in _DROPPED:
            return ""
        self._note(name)
        special = self._special(node, name)
        if special is not None:
            return special
        inside = _literal(node.text or "") + "".join(
            self._inline(child) + _literal(child.tail or "") for child in node
        )
        if not inside.strip():
            return inside
        if name == "a":
            return self._link(node.get("href") or "", inside)
        mark = _AROUND.get(name, "")
        before = " " * (bool(mark) and inside[0].isspace())
        after = " " * (bool(mark) and inside[-1].isspace())
        return f"{before}{mark}{inside.strip()}{mark}{after}" if mark else inside

    @staticmethod
    def _special(node: html.HtmlElement, name: str) -> str | None:
        if name == "br":
            return " "
        if name == "img":
            return _literal(node.get("alt") or "")
        if name == "code":
            inside = _line(node.text_content())
            return f"`{inside}`" if inside and "`" not in inside else _literal(inside)
        return None

    def _link(self, address: str, inside: str) -> str:
        linked = f"[{inside.strip()}]({address})"
        if 'href="' in markup.inline(linked) and address.startswith("https://"):
            return linked
        self.lost.append(f"a link to {address[:60] or 'nowhere'}")
        return inside

    def _note(self, name: str) -> None:
        if name in _NAMED:
            self.lost.append(_NAMED[name])


def _line(text: str) -> str:
    return " ".join(text.split())


def _literal(text: str) -> str:
    """Return text so that no sign in it is read as a mark."""
    plain = re.sub(r"\s+", " ", text)
    if markup.inline(plain) == escape(plain.strip()) and not markup.unknown(plain):
        return plain
    return _MARK.sub(r"\\\1", plain)


def _start(line: str) -> str:
    """Return a paragraph so that its first sign begins no list, heading or quotation."""
    found = _STARTS_BLOCK.match(line)
    alone = markup.block(line) == f"<p>{markup.inline(line)}</p>" and not markup.unknown(line)
    if found is None or alone:
        return line
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
