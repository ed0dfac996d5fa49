"""Measure how long every lesson takes, and write it where it is said: make minutes.

The rule, ours and rough: a page is read at 180 words a minute, slower than a story, because it is
read to learn. What is done counts by its kind, a test by its attempts and the rests between them. A
run of its own, such as that of the Cooper test, is another day and does not count.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

import running_muscles
from running_muscles import tables
from running_muscles.quiz.bank import load
from running_muscles.tables import Protocol

DATA = Path(__file__).parents[1]
COURSE = DATA.parent / "course"
WORDS_A_MINUTE = 180
CALL = re.compile(r"^rm\.([\w.]+)\((.*)\)$")
OPENING = re.compile(r"\*\*\d+ minutes[^*]*\*\*")

STEP_S, CLAIM_S, QUESTION_S, CARD_S = 30, 45, 60, 30
ATTEMPT_S = 60  # a test's own length differs; most are over within a minute
SHOWN_S = 120  # something to move, look at or fill in
HEALTH_QUESTIONS_S = 180
ANOTHER_DAY = frozenset(("cooper_12min", "rockport_mile", "one_mile_jog"))
NOT_TO_DO = frozenset(("References", "Glossary", "language"))


def minutes(lesson: str) -> tuple[int, int]:
    """Return the minutes to read and the minutes to do of a lesson, each rounded up."""
    cells = json.loads((COURSE / f"{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    read, seconds = 0, 0
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            read += len(re.findall(r"\w+", OPENING.sub("", source)))
        elif call := CALL.match(source):
            seconds += _seconds(call[1], lesson)
    return math.ceil(read / WORDS_A_MINUTE), math.ceil(seconds / 60)


def _seconds(name: str, lesson: str) -> int:
    if name in NOT_TO_DO:
        return 0
    if name in KINDS:
        return KINDS[name](lesson)
    test = getattr(getattr(running_muscles, name, None), "test", "")
    return _test(tables.protocols()[test]) if test in tables.protocols() else SHOWN_S


def _claims(lesson: str) -> int:
    return CLAIM_S * sum(row.lesson == lesson for row in tables.claims().values())


def _cards(lesson: str) -> int:
    return CARD_S * sum(row.lesson == lesson for row in tables.exercises().values())


def _questions(lesson: str) -> int:
    return QUESTION_S * len(load(COURSE / f"checkpoints/{lesson}.yaml").questions)


KINDS: dict[str, Callable[[str], int]] = {
    "Predict": lambda _: STEP_S,
    "Check": lambda _: STEP_S,
    "Screening": lambda _: HEALTH_QUESTIONS_S,
    "ClaimCheck": _claims,
    "Exercises": _cards,
    "Checkpoint": _questions,
}


def _test(row: Protocol) -> int:
    if row.test in ANOTHER_DAY:
        return SHOWN_S
    attempts = row.trials * max(1, len(row.sides))
    return attempts * ATTEMPT_S + (attempts - 1) * row.rest_s + ATTEMPT_S


def opening(read: int, do: int) -> str:
    """Return the words with which a lesson begins."""
    return f"**{read} minutes to read, {do} to do.**"


def main() -> None:
    """Write the table and the first cell of every lesson."""
    table = DATA / "lessons.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        read, do = minutes(row["lesson"])
        row["read_minutes"], row["do_minutes"] = str(read), str(do)
        path = COURSE / f"{row['lesson']}.ipynb"
        text = path.read_text(encoding="utf-8")
        changed, count = OPENING.subn(opening(read, do), text, count=1)
        if count == 0:
            sys.exit(f"{path}: the first cell says no **... minutes ...**.")
        path.write_text(changed, encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
