"""Load question banks: YAML in, frozen questions out, every problem with its line and mend."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from running_muscles.quiz import located_yaml
from running_muscles.quiz.located_yaml import Located
from running_muscles.quiz.questions import (
    Bank,
    Criterion,
    Hotspot,
    Item,
    Mistake,
    Multiple,
    Numeric,
    Option,
    Order,
    Question,
    Region,
    Single,
    Text,
)

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
    if against_schema:
        from running_muscles.quiz import schema

        problems = [
            Problem(path, line, question, sentence)
            for line, question, sentence in schema.problems(located, _schema())
        ]
        if problems:
            raise BankError(problems)
    try:
        return _bank(located, path)
    except (KeyError, TypeError, AttributeError) as error:
        sentence = f"The file does not follow the schema ({error}). Run running-muscles quiz check."
        raise BankError([Problem(path, 1, "", sentence)]) from error


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text())
    return schema


def _bank(located: Located, path: Path) -> Bank:
    data = located.data
    questions = tuple(
        _question(raw, located.line(("questions", n))) for n, raw in enumerate(data["questions"])
    )
    return Bank(
        quiz=data["quiz"],
        title=data["title"],
        lesson=data["lesson"],
        draw=data.get("draw"),
        questions=questions,
        path=path,
    )


def _question(raw: dict[str, Any], line: int) -> Question:
    kind, own = _KINDS[raw["type"]]
    return kind(
        id=raw["id"],
        objective=raw["objective"],
        level=raw["level"],
        points=float(raw["points"]),
        stem=raw["stem"].strip(),
        sources=tuple(raw["sources"]),
        line=line,
        **own(raw),
    )


def _options(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "options": tuple(
            Option(o["id"], o["text"].strip(), o.get("correct", False), o["reason"].strip())
            for o in raw["options"]
        )
    }


def _numeric(raw: dict[str, Any]) -> dict[str, Any]:
    answer = raw["answer"]
    units = raw.get("units") or {answer["unit"]: 1}
    return {
        "value": float(answer["value"]),
        "tolerance": float(answer["tolerance"]),
        "unit": answer["unit"],
        "units": tuple((unit, float(factor)) for unit, factor in units.items()),
        "reason": raw["reason"].strip(),
        "mistakes": tuple(
            Mistake(float(m["value"]), float(m["tolerance"]), m["reason"].strip())
            for m in raw.get("mistakes", [])
        ),
    }


def _order(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "items": tuple(Item(i["id"], i["text"].strip(), i["reason"].strip()) for i in raw["items"])
    }


def _hotspot(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "view": raw["view"],
        "elsewhere": raw["elsewhere"].strip(),
        "regions": tuple(
            Region(r["id"], r.get("correct", False), r["reason"].strip()) for r in raw["regions"]
        ),
    }


def _text(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "max_words": raw["max_words"],
        "model_answer": raw["model_answer"].strip(),
        "rubric": tuple(
            Criterion(float(c["points"]), c["criterion"].strip()) for c in raw["rubric"]
        ),
    }


_KINDS: dict[str, tuple[Callable[..., Question], Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "single": (Single, _options),
    "multiple": (Multiple, _options),
    "numeric": (Numeric, _numeric),
    "order": (Order, _order),
    "hotspot": (Hotspot, _hotspot),
    "text": (Text, _text),
}
