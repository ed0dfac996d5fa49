"""Marks that a person gave: which of them stand when a hand-in is graded again.

nbgrader asks for another look at every one of them. Ours stands for as long as the person who
marked would see the same: the answer, the question, the rubric, the reasons.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.whole_file import write_whole
from running_muscles.quiz.notebook import box

FILE_NAME = "marked-by-hand.json"
# Cell id -> a digest of what stands in it, for those who mark.
Seen = dict[str, str]
# (student, notebook) -> the cells that a person has marked, as they stood then.
Settled = dict[tuple[str, str], Seen]


def seen(document: Mapping[str, Any]) -> Seen:
    """Return the graded cells of a notebook as a person sees them, their questions included."""
    cells = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in document["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id")
    }
    return {name: _digest(cells.get(box(name)), cell) for name, cell in cells.items()}


def _digest(*cells: Mapping[str, Any] | None) -> str:
    parts: list[str] = []
    for cell in cells:
        if cell is not None:
            parts.append("".join(cell["source"]))
            parts += [_output(output) for output in cell.get("outputs", ())]
    return hashlib.sha256("\n\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _output(output: Mapping[str, Any]) -> str:
    data = {kind: "".join(text) for kind, text in (output.get("data") or {}).items()}
    return json.dumps([data, output.get("text"), output.get("ename")], sort_keys=True)


def settled(
    coursedir: Any,
    assignment: str,
    notebooks: Collection[str],
    folder: Path,
    cut_off: Collection[str] = (),
) -> Settled:
    """Return what people have marked so far, and keep it on disk.

    To be asked before old files are removed. What a killed run had removed comes from the disk.

    Parameters
    ----------
    coursedir
        nbgrader's CourseDirectory.
    assignment
        nbgrader's name of it.
    notebooks
        Names of the notebooks that matter.
    folder
        Where it is kept.
    cut_off
        Students whose grading was cut off: what lies in their folders may be half done.
    """
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            marked = marked_by_hand(gradebook.db, assignment, notebooks)
    except DBAPIError:
        # A gradebook that nbgrader itself will complain about. What was kept of it stays.
        return {}
    kept = _kept(folder)
    found = as_marked(
        coursedir,
        assignment,
        marked,
        lambda student, notebook: kept.get(f"{student}/{notebook}", {}),
        cut_off,
    )
    if found or kept:
        _keep(folder, {"/".join(key): cells for key, cells in found.items()})
    return found


def as_marked(
    coursedir: Any,
    assignment: str,
    marked: Mapping[tuple[str, str], set[str]],
    kept: Callable[[str, str], Seen],
    cut_off: Collection[str],
) -> Settled:
    """Return the cells that people have marked, as they stood when they did.

    Parameters
    ----------
    marked
        What `marked_by_hand` returns.
    kept
        What was kept of a student's notebook before. It counts where the grading was cut off.
    cut_off
        Students whose grading was cut off: what lies in their folders may be half done.
    """
    found: Settled = {}
    for (student, notebook), names in marked.items():
        before = kept(student, notebook)
        if student not in cut_off:
            now = _graded_cells_of(coursedir, assignment, student, notebook)
            before = now if now is not None else before
        found[student, notebook] = {name: before[name] for name in names & set(before)}
    return found


def marked_by_hand(
    db: Any,
    assignment: str,
    notebooks: Collection[str],
    students: Collection[str] | None = None,
) -> dict[tuple[str, str], set[str]]:
    """Return which cells people have marked, by student and notebook; of all students or some."""
    query = (
        select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .where(
            Assignment.name == assignment,
            Grade.manual_score.is_not(None),
            Grade.needs_manual_grade.is_(False),
        )
    )
    if students is not None:
        query = query.where(SubmittedAssignment.student_id.in_(students))
    found: dict[tuple[str, str], set[str]] = {}
    for student, notebook, cell in db.execute(query):
        if notebook in notebooks:
            found.setdefault((student, notebook), set()).add(cell)
    return found


def points_by_hand(classroom: Classroom, assignment: str) -> dict[str, dict[str, float]]:
    """Return the points that people gave, by student and cell."""
    query = (
        select(SubmittedAssignment.student_id, BaseCell.name, Grade.manual_score)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .where(Assignment.name == assignment, Grade.manual_score.is_not(None))
    )
    found: dict[str, dict[str, float]] = {}
    with classroom.gradebook() as gradebook:
        for student, cell, points in gradebook.db.execute(query):
            found.setdefault(student, {})[cell] = float(points)
    return found


def _graded_cells_of(coursedir: Any, assignment: str, student: str, notebook: str) -> Seen | None:
    """Return the cells of a graded hand-in as they stand; None where there is none."""
    folder = coursedir.format_path(coursedir.autograded_directory, student, assignment)
    try:
        text = (Path(folder) / f"{notebook}.ipynb").read_text(encoding="utf-8")
        return seen(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _kept(folder: Path) -> dict[str, Seen]:
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(folder: Path, cells: dict[str, Seen]) -> None:
    data = json.dumps(cells, sort_keys=True).encode("utf-8")
    write_whole(folder / FILE_NAME, data, on_disk=True)
