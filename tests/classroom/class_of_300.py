"""A class of three hundred with known abilities, and what may be planted in its quiz.

How well somebody does follows from the ability and from how hard a question is, by the logistic
function; nothing else differs between questions but what is planted.
"""

import json
import math
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from classroom.made_up_class import _ANSWERS, asked, mark

QUIZ = "03-core"
AT = "2026-11-21T10:00:00.000Z"
SIZE = 300


@dataclass(frozen=True)
class Planted:
    """What is the matter, by id; empty where nothing is.

    Attributes
    ----------
    misconception
        A question, and the wrong option that draws many.
    weak
        An objective that was not learned.
    left_open, harder
        Questions.
    """

    misconception: tuple[str, str] = ("", "")
    weak: str = ""
    left_open: str = ""
    harder: str = ""


CLEAN = Planted()
PLANTED = Planted(misconception=("stability-sit-ups", "heavier"), weak="core-running")
# The key of this question is put on a wrong option in the class's own bank.
BAD_KEY = ("core-six-pack", "bones")


def students(size: int = SIZE) -> list[str]:
    return [f"runner-{number:03}" for number in range(size)]


def ability(student: str, seed: int = 0) -> float:
    return Random(f"ability {seed} {student}").gauss(0, 1)


def answers(student: str, planted: Planted = CLEAN, seed: int = 0) -> dict[str, Any]:
    """What somebody answers, by question id; what is left open is not there."""
    lot = Random(f"{seed} {student}")
    found = {}
    for question in asked(QUIZ, student):
        name, kind = question["id"], question["type"]
        known = ability(student, seed) * 1.5 + 1.1
        known -= 2.6 * (question["objective"] == planted.weak) + 3 * (name == planted.harder)
        right = lot.random() < 1 / (1 + math.exp(-known))
        if lot.random() < (0.5 if name == planted.left_open else 0.02):
            continue
        value = _ANSWERS[kind](question, "right" if right else "wrong", lot)
        if name == planted.misconception[0] and (not right or lot.random() < 0.3):
            value = planted.misconception[1]
        found[name] = value
    return found


def written_points(student: str, planted: Planted = CLEAN, seed: int = 0) -> float:
    """What a person gives for the written answer of three points."""
    given = 1.5 + ability(student, seed) + Random(f"written {seed} {student}").gauss(0.7, 0.7)
    return max(0.0, min(3.0, round(given * 2) / 2))


def hand_in(folder: Path, release: Path, planted: Planted, size: int = SIZE) -> Iterator[str]:
    """Lay the hand-ins out as collected: the last but one is damaged, the last missing."""
    *everybody, damaged, _missing = students(size)
    for number, student in enumerate([*everybody, damaged]):
        place = folder / student / QUIZ
        place.mkdir(parents=True)
        shutil.copyfile(release / f"{QUIZ}.ipynb", place / f"{QUIZ}.ipynb")
        (place / "timestamp.txt").write_text(f"2026-11-21 10:00:{number % 60:02}.000000 UTC")
        # What nbgrader keeps a page of feedback apart by, in the exchange.
        (place / "submission_secret.txt").write_text(f"secret-of-{student}")
        own = answers(student, planted)
        # Of every fourth, the time is not recorded.
        took = {"seconds": 30 + number % 3} if number % 4 else {}
        entries = {name: {"value": value, "at": AT, **took} for name, value in own.items()}
        document = {"format": 1, "quiz": QUIZ, "edition": "open", "student": student,
                    "responses": entries}  # fmt: skip
        text = json.dumps(document)
        (place / "responses.json").write_text(text[:-40] if student == damaged else text)
        if student != damaged:
            yield student


def spoil_key(bank: Path) -> None:
    """Put the key of one question on a wrong option."""
    question, option = BAD_KEY
    head, rest = re.split(rf"(?=^  - id: {question}$)", bank.read_text("utf-8"), flags=re.M)
    one, *others = re.split(r"(?=^  - id: )", rest, flags=re.MULTILINE)[1:]
    one = one.replace("        correct: true\n", "")
    one = re.sub(rf"(      - id: {option}\n        text: .*\n)", r"\1        correct: true\n", one)
    assert one.count("correct: true") == 1
    bank.write_text(head + one + "".join(others), encoding="utf-8")


def earned(student: str, dropped: str = "") -> float:
    """What somebody has in the end, worked out here: a dropped question gives all its points."""
    own, total = answers(student, PLANTED), 0.0
    for question in asked(QUIZ, student):
        if question["id"] == dropped:
            total += question["points"]
        elif question["type"] == "text":
            total += written_points(student, PLANTED) if question["id"] in own else 0
        else:
            total += mark(question, own.get(question["id"]))
    return round(total, 2)
