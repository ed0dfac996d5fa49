"""Every English sentence that a catalogue holds, and where it stands."""

from __future__ import annotations

import ast
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from make.words import start
from running_muscles import tables

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "widgets" / "running_muscles"
SCRIPTS = ROOT / "widgets" / "js"
DOMAINS = ("widgets", "door", "running_muscles", "start")
# `_` in the source, and how many of its arguments are forms of a sentence; `N_` marks one that is
# looked up later.
KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
# What is said before a test, and when to stop: in whole files.
SAFETY = ("lib/words/screening.js", "measure/screening.py", "widgets/tests/screening.py")
# Kinds of a plan's rules that a learner chooses from, and whether they are safety.
OFFERED = {"goal": False, "pain": True, "stop": True, "condition": True}
NOTE = "For translators:"
ROOMS = ("translation", "tables", "measure", "movement", "plan", "quiz", "review", "widgets")


@dataclass(frozen=True)
class Found:
    """One sentence.

    Attributes
    ----------
    text : str or tuple
        The sentence; of one with a plural, its forms for one and for many.
    place : str
        The file, counted from the repository.
    line : int
        Its line, 0 where a file is read otherwise.
    note : str
        A word to the translator.
    safety : bool
        A language has all such sentences, or none of them.
    """

    text: str | tuple[str, str]
    place: str
    line: int = 0
    note: str = ""
    safety: bool = False


@cache
def found(domain: str) -> tuple[Found, ...]:
    """Return the sentences of a catalogue, in the order of their files."""
    if domain == "start":
        page = start.english()
        grave = set(start.texts(page, start.SAFETY))
        return tuple(Found(text, start.PLACE, safety=text in grave) for text in start.texts(page))
    if domain == "running_muscles":
        return (*_python(), *_health(), *_names(), *_plan())
    return tuple(each for told, each in _scripts() if told == domain)


@cache
def _scripts() -> tuple[tuple[str, Found], ...]:
    said = subprocess.run(
        ["node", "words.mjs"], cwd=SCRIPTS, check=True, capture_output=True, text=True
    )
    return tuple(
        (each["domain"], Found(_text(each), each["file"], safety=_grave(each["file"])))
        for each in json.loads(said.stdout)
    )


def _text(told: dict[str, str]) -> str | tuple[str, str]:
    return (told["text"], told["other"]) if told["other"] else told["text"]


def _grave(file: str) -> bool:
    return file.endswith(SAFETY)


def _python() -> Iterator[Found]:
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            place = path.relative_to(ROOT).as_posix()
            for line, text in _said(ast.parse(source)):
                yield Found(text, place, line, _note(source.splitlines(), line), _grave(place))


def _said(tree: ast.AST) -> list[tuple[int, str | tuple[str, str]]]:
    """Return every sentence with its line, also those that stand inside of an f-string."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    found: list[tuple[int, str | tuple[str, str]]] = []
    for call in calls:
        wanted = KEYWORDS.get(getattr(call.func, "id", ""), 0)
        texts = [
            each.value
            for each in call.args[:wanted]
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        if wanted and len(texts) == wanted and texts[0]:
            found.append((call.lineno, texts[0] if wanted == 1 else (texts[0], texts[1])))
    return sorted(found, key=lambda each: each[0])


def _note(lines: list[str], line: int) -> str:
    """Return what the comment above a line says to a translator."""
    above = line - 1
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    comment = " ".join(each.strip().removeprefix("#").strip() for each in lines[above : line - 1])
    return comment if comment.startswith(NOTE) else ""


def _health() -> Iterator[Found]:
    """Give the health questions: never half in one language and half in another."""
    for row in tables.screening():
        for text in (row.text, row.who, row.say, row.fine):
            if text:
                yield Found(text, "data/screening.csv", safety=True)


def _plan() -> Iterator[Found]:
    """Give what a learner may tick in the plan builder, and what its weeks are called.

    What hurts, and whether somebody is ill, is safety.
    """
    for row in tables.plan_rules().values():
        if row.kind in OFFERED:
            grave = OFFERED[row.kind]
            yield Found(row.label, "data/plan_rules.csv", note="A choice to tick", safety=grave)
        if row.kind == "week":
            for text in (row.label, row.text):
                yield Found(text, "data/plan_rules.csv", note="What a week of the plan is like")


def _names() -> Iterator[Found]:
    for row in tables.protocols().values():
        yield Found(row.name, "data/protocols.csv", note="Name of a test")
