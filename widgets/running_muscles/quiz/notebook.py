"""The notebook of a built quiz: plain dictionaries, fixed cell ids, no output.

Every slot with machine-marked questions is one locked nbgrader grade cell. The written slot is a
locked cell with the answer box, followed by the cell that a person marks. Which question stands in
a slot follows from the student who opens the notebook.
"""

from __future__ import annotations

import json
from typing import Any

from running_muscles.quiz.public import COURSE
from running_muscles.quiz.questions import Bank, Slot, Text
from running_muscles.quiz.sitting import EXAM, PLAIN, Sitting

FORMAT = 1
METADATA = "running_muscles"
SETUP = "quiz-setup"
PROGRESS = "quiz-progress"
CLOCK = "quiz-clock"
# nbgrader compares this text with the graded cell: unchanged means not answered. The course's
# nbgrader_config.py gives the same text to nbgrader, which would write its own otherwise.
ANSWER_STUB = (
    "*Type your answer in the box above, not here. When your quiz is marked,"
    " your answer is shown in this place.*"
)


def box(slot_id: str) -> str:
    """Return the id of the cell that holds the answer box of the written slot."""
    return f"{slot_id}-box"


def notebook(bank: Bank, sitting: Sitting = PLAIN) -> dict[str, Any]:
    """Return the quiz notebook in the form of nbformat 4.5; an exam has a clock at its top."""
    cells = [
        _markdown("intro", _intro(bank, sitting)),
        _code(SETUP, "from running_muscles import Quiz; quiz = Quiz()", None),
    ]
    if sitting.kind == EXAM:
        cells.append(_code(CLOCK, "quiz.clock()", None))
    for number, slot in enumerate(bank.slots, 1):
        written = any(isinstance(question, Text) for question in bank.filling(slot.id))
        heading = f"## Question {number}\n\n{_worth(slot, written)}"
        cells.append(_markdown(f"{slot.id}-heading", heading))
        ask = f'quiz.ask("{slot.id}")'
        if written:
            cells.append(_code(box(slot.id), ask, None))
            cells.append(_answer(slot))
        else:
            cells.append(_code(slot.id, ask, slot.points))
    cells.append(_markdown("before-you-submit", _BEFORE_YOU_SUBMIT))
    cells.append(_code(PROGRESS, "quiz.progress()", None))
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
            METADATA: {
                "course": COURSE,
                "format": FORMAT,
                "quiz": bank.quiz,
                "title": bank.title,
            },
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def as_text(document: dict[str, Any]) -> str:
    """Return a JSON document as it is committed."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _worth(slot: Slot, written: bool) -> str:
    points = f"{slot.points:g} {'point' if slot.points == 1 else 'points'}"
    return f"{points}, marked by a person" if written else points


def _intro(bank: Bank, sitting: Sitting) -> str:
    total = sum(slot.points for slot in bank.slots)
    kind = "Exam" if sitting.kind == EXAM else "Quiz"
    # An exam over all lessons has a title that says what it is.
    heading = f"{kind}: {bank.title}" if bank.lesson else bank.title
    return (
        f"# {heading}\n\n"
        f"{len(bank.slots)} questions, {total:g} points. {_time(sitting)}\n\n"
        "**How to start.** Choose *Run*, then *Run All Cells*. The questions appear below."
        " You do not need to read or change any code.\n\n"
        "**How to answer.** Click, type, or use the Tab and arrow keys."
        " You can change an answer as often as you like.\n\n"
        "**Your answers are saved by themselves** in a file named `responses.json`, in the same"
        " folder as this quiz. You can close the quiz and come back later:"
        " run all cells again, and your answers are there. Beside each answer stands how long its"
        " question was on your screen, which changes no points.\n\n"
        "**How to hand in.** Open the *Nbgrader* menu, choose *Assignment List*, and press"
        " *Submit* beside this quiz. You may submit more than once; the last one counts.\n\n"
        "**How points work.** A question left open gives no points, so a good guess is worth a try."
        " Where several options are right, a wrong tick takes points away,"
        " and ticking everything earns none.\n\n"
        "**Your own quiz.** Your neighbours may get other questions on the same topics,"
        " equally hard and worth the same."
    )


def _time(sitting: Sitting) -> str:
    if sitting.kind != EXAM:
        return "Take your time: there is no clock."
    told = "The clock below shows how much time is left."
    if sitting.minutes:
        told = f"You have {sitting.minutes:g} minutes from when you first see the questions. {told}"
    return (
        f"{told} Time that was granted to you on top is not on it, and counts.\n\n"
        "**When the time is up** you can still hand in. What counts is when your hand-in arrives;"
        " your instructor sees that, and you get your feedback after the exam has closed."
    )


_BEFORE_YOU_SUBMIT = (
    "## Before you submit\n\nLook here to see which questions are still open."
    " Then submit the quiz from the *Assignment List*.\n\n"
    "The *Validate* button does not look at your answers, so you do not need it here."
)


def _markdown(cell_id: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": _lines(source)}


def _code(cell_id: str, source: str, points: float | None) -> dict[str, Any]:
    grade = {"grade": True, "points": points} if points is not None else {"grade": False}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {
            "jupyter": {"source_hidden": True},
            "nbgrader": {
                **grade,
                "grade_id": cell_id,
                "locked": True,
                "schema_version": 3,
                "solution": False,
                "task": False,
            },
        },
        "outputs": [],
        "source": _lines(source),
    }


def _answer(slot: Slot) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": slot.id,
        "metadata": {
            # What a learner typed here would not be marked, so typing here is not possible.
            "editable": False,
            "nbgrader": {
                "grade": True,
                "grade_id": slot.id,
                "locked": False,
                "points": slot.points,
                "schema_version": 3,
                "solution": True,
                "task": False,
            },
        },
        "source": _lines(ANSWER_STUB),
    }


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)
