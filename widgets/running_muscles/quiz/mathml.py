r"""Simple mathematics in questions: ``\frac{1}{f}`` as MathML, which browsers draw by themselves.

The same few rules as in ``widgets/js/lib/base/mathml.js``, with the same names in ``mathml.json``;
``tests/quiz/markup.json`` holds both to the same examples.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

# What a bank's text needs is flat; deeper than this is a slip, or somebody trying things.
DEEPEST = 12
_TOKEN = re.compile(r"\\[A-Za-z]+|\\[^A-Za-z]|[0-9]+(?:\.[0-9]+)?|[ \t\n]+|[^ \t\n]")
_RELATIONS = "+-*/=<>()[]|,;:!."
_SHOWN = {"-": "\u2212"}
_PRIME = "<mo>\u2032</mo>"
_TEMPLATES = {
    "letters": "<mi>{}</mi>",
    "signs": "<mo>{}</mo>",
    "functions": "<mi>{}</mi>",
    "spaces": '<mspace width="{}"></mspace>',
}


class UnknownMathError(ValueError):
    """A formula uses something that is not drawn here; the message names it."""


def mathml(formula: str, display: bool = False) -> str:
    """Return a formula as MathML.

    Parameters
    ----------
    formula : str
        What stands between the dollar signs.
    display : bool
        Whether it stands on a line of its own.

    Raises
    ------
    UnknownMathError
        Naming the command, brace or sign that is not known.
    """
    reader = _Reader(formula)
    inside = "".join(reader.row())
    if reader.left():
        raise UnknownMathError(f"{reader.take()} without its partner")
    kind = ' display="block"' if display else ""
    return f"<math{kind}>{inside}</math>"


@cache
def _names() -> dict[str, Any]:
    text = files("running_muscles.quiz").joinpath("mathml.json").read_text(encoding="utf-8")
    names: dict[str, Any] = json.loads(text)
    return names


class _Reader:
    def __init__(self, formula: str) -> None:
        self._tokens = _TOKEN.findall(formula)
        self._at = 0
        self._depth = 0

    def left(self) -> bool:
        return self._at < len(self._tokens)

    def take(self) -> str:
        if not self.left():
            raise UnknownMathError("a command that ends too early")
        self._at += 1
        token: str = self._tokens[self._at - 1]
        return token

    def _next(self) -> str:
        """Return the next token that is no space, without taking it; empty at the end."""
        while self.left() and self._tokens[self._at].isspace():
            self._at += 1
        return self._tokens[self._at] if self.left() else ""

    def row(self) -> list[str]:
        """Return the elements up to a closing brace or the end."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnknownMathError("braces inside braces without end")
        found = []
        while self._next() not in ("", "}"):
            found += self._scripted()
        self._depth -= 1
        return found

    def _scripted(self) -> list[str]:
        base = "<mrow></mrow>" if self._next() in ("_", "^") else self._atom()
        scripts: dict[str, str] = {}
        while self._next() in ("_", "^", "'"):
            mark = self.take()
            place = "^" if mark == "'" else mark
            if place in scripts:
                raise UnknownMathError(f"{mark} twice after one sign")
            scripts[place] = _PRIME if mark == "'" else self._argument()
        if not scripts:
            return [base] if base else []
        tag = {"_": "msub", "^": "msup"}.get("".join(scripts), "msubsup")
        parts = "".join(scripts[mark] for mark in ("_", "^") if mark in scripts)
        return [f"<{tag}>{base}{parts}</{tag}>"]

    def _argument(self) -> str:
        """Return one element: a group in braces, or a single sign."""
        if self._next() in ("", "}", "_", "^"):
            raise UnknownMathError("a command that ends too early")
        return self._atom() or "<mrow></mrow>"

    def _atom(self) -> str:
        self._next()
        token = self.take()
        if token == "{":
            inside = self.row()
            if self._next() != "}":
                raise UnknownMathError("{ without its partner")
            self.take()
            return inside[0] if len(inside) == 1 else f"<mrow>{''.join(inside)}</mrow>"
        if token.startswith("\\") and len(token) > 1:
            return self._command(token[1:])
        if token[0] in "0123456789":
            return f"<mn>{token}</mn>"
        if token == "~":
            return '<mspace width="0.33em"></mspace>'
        if token in _RELATIONS:
            return f"<mo>{escape(_SHOWN.get(token, token))}</mo>"
        if token in "&$#%\\":
            raise UnknownMathError(token)
        return f"<mi>{escape(token)}</mi>" if token.isalpha() else f"<mo>{token}</mo>"

    def _command(self, name: str) -> str:
        for table, template in _TEMPLATES.items():
            shown = _names()[table].get(name)
            if shown is not None:
                return template.format(escape(shown))
        if name in _names()["accents"]:
            accent = _names()["accents"][name]
            return f'<mover accent="true">{self._argument()}<mo>{accent}</mo></mover>'
        read = _COMMANDS.get(name)
        if read is None:
            raise UnknownMathError(f"\\{name}")
        return read(self)

    def _fraction(self) -> str:
        return f"<mfrac>{self._argument()}{self._argument()}</mfrac>"

    def _words(self) -> str:
        if self._next() != "{":
            raise UnknownMathError("\\text without braces")
        self.take()
        words = ""
        while self.left():
            token = self.take()
            if token == "}":
                return f"<mtext>{escape(words)}</mtext>"
            if token == "{":
                break
            words += token[1:] if token.startswith("\\") else token
        raise UnknownMathError("{ without its partner")

    def _root(self) -> str:
        if self._next() != "[":
            return f"<msqrt>{self._argument()}</msqrt>"
        self.take()
        degree = ""
        while self._next() not in ("", "]"):
            degree += "".join(self._scripted())
        if self._next() != "]":
            raise UnknownMathError("[ without its partner")
        self.take()
        return f"<mroot>{self._argument()}<mrow>{degree}</mrow></mroot>"

    def _fence(self) -> str:
        self._next()
        token = self.take()
        if token == ".":
            return ""
        if token in ("\\{", "\\}"):
            return f"<mo>{token[1:]}</mo>"
        if token in ("(", ")", "[", "]", "|"):
            return f"<mo>{token}</mo>"
        raise UnknownMathError(f"\\left or \\right before {token}")


_COMMANDS: dict[str, Callable[[_Reader], str]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac"), _Reader._fraction),
    **dict.fromkeys(("text", "textrm", "mathrm", "operatorname"), _Reader._words),
    **dict.fromkeys(("left", "right"), _Reader._fence),
    "sqrt": _Reader._root,
}
