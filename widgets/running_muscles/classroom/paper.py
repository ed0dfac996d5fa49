"""A marked hand-in as a notebook: marks and feedback in the cells of the built quiz.

The same for nbgrader's conversion and for our own grading, so that both leave the same files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from running_muscles.classroom.dropped import EXCLUDE, Dropped
from running_muscles.classroom.points import slot_points
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource
from running_muscles.classroom.submitted_notebook import remark
from running_muscles.quiz import feedback, hand_in, safe_folder
from running_muscles.quiz.draw import student_key
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.notebook import ANSWER_STUB, METADATA, SETUP, box
from running_muscles.quiz.questions import Question, Text
from running_muscles.quiz.scoring import NO_ANSWER, Score, score

# In the notebook's metadata: whose draw it shows, and what it was marked by.
DRAWN_FOR = "drawn_for"
MARKED_BY = "marked_by"


class UnreadableAnswersError(CannotGradeError):
    """A hand-in whose answers cannot be read. It has no mark, and that is no zero."""


def handed_in(folder: Path, source: QuizSource, student: str) -> HandIn:
    """Read what a student handed in.

    Raises
    ------
    CannotGradeError
        When the folder is not safe to open.
    """
    try:
        safe_folder.check_name(student)
        safe_folder.check_safe(folder)
    except safe_folder.UnsafeError as error:
        raise CannotGradeError(
            f"{error} Nothing in it was opened. Ask the student to hand in again without it."
        ) from error
    return hand_in.read(folder, source.quiz, source.released.edition, student, source.asked)


def mark(  # noqa: PLR0913, PLR0917
    document: dict[str, Any],
    source: QuizSource,
    found: HandIn,
    student: str,
    folder: Path,
    by_hand: Mapping[str, float],
) -> list[str]:
    """Write marks, answers and feedback into the cells of a quiz notebook.

    Parameters
    ----------
    document
        The notebook in the form of nbformat, with the cells of the built quiz.
    found
        What the student handed in.
    folder
        Where; the notebook there is compared with the quiz and never run.
    by_hand
        Points that a person gave, by slot.

    Returns
    -------
    list of str
        Sentences for student and instructor about the hand-in as a whole.

    Raises
    ------
    UnreadableAnswersError
        When there are no answers to mark.
    CannotGradeError
        When the notebook does not fit the quiz.
    """
    if found.unreadable:
        raise UnreadableAnswersError(found.unreadable)
    cells = graded_cells(document)
    given = slot_points(source, found, student, by_hand)
    for slot, question in found.asked.items():
        if slot not in cells:
            raise CannotGradeError(f"The graded cell {slot!r} is missing.")
        if float(cells[slot]["metadata"]["nbgrader"]["points"]) != question.points:
            raise CannotGradeError(STALE.format(source.quiz, source.quiz))
        value = found.values.get(slot)
        if isinstance(question, Text):
            _hand_over(slot, question, value, cells)
        else:
            marked = score(question, value)
            sure = feedback.certainty_html(found.certainty.get(slot, ""), marked)
            told = feedback.question_html(question, value, marked) + sure
            dropped = source.dropped.get(question.id)
            cells[slot]["outputs"] = [_result(question, marked, told, given[slot], dropped)]
    notes = list(found.problems)
    if not source.handwritten:
        changed = remark(folder / f"{source.quiz}.ipynb", source.notebook)
        notes += [changed] if changed else []
    if notes and SETUP in cells:
        cells[SETUP]["outputs"] = [_display(feedback.notes_html(notes))]
    document["metadata"][METADATA] = {
        **document["metadata"].get(METADATA, {}),
        DRAWN_FOR: found.answered_as or student_key(student),
        MARKED_BY: source.digest,
    }
    return notes


def graded_cells(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cells of a notebook that nbgrader knows, by id."""
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in document["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id")
    }


def scores(document: Mapping[str, Any]) -> Iterator[tuple[str, float | None]]:
    """Yield slot and automatic score of a marked notebook; None waits for a person."""
    for name, cell in graded_cells(document).items():
        if not cell["metadata"]["nbgrader"].get("grade"):
            continue
        if cell["cell_type"] == "code":
            yield name, float(cell["outputs"][0]["data"]["text/plain"])
        else:
            yield name, 0.0 if cell["source"] == ANSWER_STUB else None


def _result(
    question: Question, marked: Score, html: str, points: float | None, dropped: Dropped | None
) -> dict[str, Any]:
    if dropped is not None:
        html += feedback.dropped_html(dropped.reason, excluded=dropped.how == EXCLUDE)
    elif points != marked.points:
        html += feedback.STANDS
    if points is None or not 0 <= points <= question.points:
        raise CannotGradeError(f"The mark of {question.id!r} is {points}, which cannot be.")
    data = {
        "text/html": html,
        # A plain float is the only output that nbgrader reads as partial credit.
        "text/plain": repr(float(points)),
    }
    return {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}


def _hand_over(slot: str, question: Text, value: str | None, cells: Mapping[str, Any]) -> None:
    """Put the text into the cell that a person marks; untouched, nbgrader gives it 0."""
    text = None if score(question, value).verdict == NO_ANSWER else value
    cells[slot]["source"] = ANSWER_STUB if text is None else feedback.answer_html(text)
    if box(slot) in cells:
        cells[box(slot)]["outputs"] = [_display(feedback.marking_html(question, text))]


def _display(html: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {"text/html": html}, "metadata": {}}
