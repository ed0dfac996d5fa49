"""Load question banks: YAML in, frozen questions out, every problem with its line and mend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from running_muscles.quiz import located_yaml, variants
from running_muscles.quiz.bank_kinds import KINDS
from running_muscles.quiz.located_yaml import Located
from running_muscles.quiz.questions import Bank, Question, Slot, Text

SCHEMA_FILE = "question-bank.schema.json"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in a bank."""

    path: Path
    line: int
    question: str
    sentence: str

    def __str__(self) -> str:
        """Return ``file:line: question: what is wrong, and the mend``."""
        who = f"{self.question}: " if self.question else ""
        return f"{self.path}:{self.line}: {who}{self.sentence}"


class BankError(ValueError):
    """A bank that cannot be used. `problems` lists everything found, not only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def schema_text() -> str:
    """Return the JSON Schema of a bank, as published beside the banks."""
    return files("running_muscles.quiz").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def load(path: Path, *, against_schema: bool = True) -> Bank:
    """Load one bank.

    Parameters
    ----------
    path
        A YAML file of ``assessments/bank`` or ``course/checkpoints``.
    against_schema
        False skips the schema, for a file that the tests have checked: importing jsonschema
        costs a lesson about a second.

    Raises
    ------
    BankError
        With all problems that the schema finds. The course's own rules are in
        `running_muscles.quiz.rules`.
    """
    try:
        located = located_yaml.read(path)
    except located_yaml.YamlError as error:
        raise BankError([Problem(path, error.line, "", error.sentence)]) from error
    return from_parts([(path, located)], path, against_schema=against_schema)


def from_parts(
    parts: list[tuple[Path, Located]], path: Path, *, against_schema: bool = True
) -> Bank:
    """Return the bank of one quiz from one or more files; later ones join and replace.

    Parameters
    ----------
    parts
        Each file and what stands in it.
    path
        The file that is named for what is wrong with the whole.

    Raises
    ------
    BankError
        With all problems that the schema finds.
    """
    raw_slots = [
        (raw, located.line(("slots", n)))
        for _, located in parts
        for n, raw in enumerate(_listed(located.data, "slots"))
    ]
    if against_schema:
        problems = [
            problem
            for part, located in parts
            for problem in _schema_problems(part, located, [raw for raw, _ in raw_slots])
        ]
        if problems:
            raise BankError(problems)
    try:
        return _bank(parts, raw_slots, path)
    except (KeyError, TypeError, AttributeError) as error:
        sentence = f"The file does not follow the schema ({error}). Run running-muscles quiz check."
        raise BankError([Problem(path, 1, "", sentence)]) from error


def _listed(data: Any, key: str) -> list[Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def _schema_problems(path: Path, located: Located, slots: list[Any]) -> list[Problem]:
    from running_muscles.quiz import schema

    data = located.data
    if slots and isinstance(data, dict) and "slots" not in data:
        # An academy's own file adds to the slots of the open one.
        located = Located({**data, "slots": slots}, located.lines)
    return [
        Problem(path, line, question, sentence)
        for line, question, sentence in schema.problems(located, _schema())
    ]


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text())
    return schema


def _bank(
    parts: list[tuple[Path, Located]], raw_slots: list[tuple[dict[str, Any], int]], path: Path
) -> Bank:
    slots = {
        raw["id"]: Slot(
            raw["id"],
            raw["objective"],
            raw["level"],
            float(raw["points"]),
            line,
            raw.get("arithmetic", False),
        )
        for raw, line in raw_slots
    }
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    for origin, located in parts:
        problems += _left_out(questions, origin, located)
        seen: set[str] = set()
        for n, raw in enumerate(located.data["questions"]):
            line = located.line(("questions", n))
            told = _placed(raw, slots)
            if raw["id"] in seen:
                told = "The id stands already in this file. Choose another one."
            seen.add(raw["id"])
            try:
                if not told:
                    slot = slots.get(raw.get("slot", ""))
                    question = _question(raw, slot, line, origin)
                    questions[question.id] = _asking(question, raw, located.data, parts[0][1].data)
            except variants.ExpressionError as error:
                told = str(error)
            if told:
                problems.append(Problem(origin, line, raw["id"], told))
    if problems:
        raise BankError(problems)
    first = parts[0][1].data
    return Bank(
        quiz=first["quiz"],
        title=first["title"],
        lesson=first["lesson"],
        # One that stands twice is for the rules to tell.
        slots=tuple(slots[raw["id"]] for raw, _ in raw_slots),
        questions=tuple(questions.values()),
        path=path,
    )


def _left_out(questions: dict[str, Question], path: Path, located: Located) -> list[Problem]:
    """Take out what a file leaves out of those before it."""
    names = located.data.get("leave_out", [])
    if names == "all":
        questions.clear()
        return []
    unknown = [name for name in names if questions.pop(name, None) is None]
    return [
        Problem(
            path,
            located.line(("leave_out",)),
            "",
            f"`leave_out` names {name!r}, which the open bank of this quiz does not hold. Mend it.",
        )
        for name in unknown
    ]


def _placed(raw: dict[str, Any], slots: dict[str, Slot]) -> str:
    """Say what is wrong with the slot of a question; nothing when it is right."""
    name = raw.get("slot")
    if not slots:
        return (
            "A checkpoint has no slots. Take `slot` out, or give the file `slots`." if name else ""
        )
    if name not in slots:
        return f"`slot` {name!r} is none of this bank's `slots`: {', '.join(slots)}. Mend it."
    twice = [key for key in ("objective", "level", "points") if key in raw]
    if twice:
        return f"`{twice[0]}` stands in the slot {name!r} for all its questions. Take it out here."
    return ""


def _question(raw: dict[str, Any], slot: Slot | None, line: int, origin: Path) -> Question:
    kind, own = KINDS[raw["type"]]
    return kind(
        id=raw["id"],
        slot=slot.id if slot else "",
        objective=slot.objective if slot else raw["objective"],
        level=slot.level if slot else raw["level"],
        points=slot.points if slot else float(raw["points"]),
        stem=raw["stem"].strip(),
        sources=tuple(raw["sources"]),
        line=line,
        origin=origin,
        **own(raw),
    )


def _asking(question: Question, *said: Mapping[str, Any]) -> Question:
    """Return a question that asks how sure the learner is, where it or its file says so."""
    asks = next((data["certainty"] for data in said if "certainty" in data), False)
    return replace(question, certainty=asks) if not isinstance(question, Text) else question
