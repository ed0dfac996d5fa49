"""The preprocessor that saves marks: a mark by hand stands for as long as its answer is the same.

nbgrader asks for another look at every mark by hand whenever a submission is graded again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import SaveAutoGrades
from sqlalchemy.exc import OperationalError

from running_muscles.quiz.notebook import box

# Cell id -> what stands in it, for those who mark.
Seen = dict[str, tuple[str, ...]]
# (student, notebook) -> the cells that a person has marked, as they stood then.
Settled = dict[tuple[str, str], Seen]


class SaveMarks(SaveAutoGrades):  # type: ignore[misc]
    """Save marks as nbgrader does, but ask for no second look at what has not changed."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Save the marks of one notebook."""
        self._seen = seen(nb)
        nb, resources = super().preprocess(nb, resources)
        return nb, resources

    def _add_score(self, cell: Any, resources: dict[str, Any]) -> None:
        super()._add_score(cell, resources)
        name = cell.metadata.nbgrader["grade_id"]
        before = self.parent.settled.get((self.student_id, self.notebook_id), {})
        if name in before and before[name] == self._seen[name]:
            grade = self.gradebook.find_grade(
                name, self.notebook_id, self.assignment_id, self.student_id
            )
            grade.needs_manual_grade = False
            self.gradebook.db.commit()


def seen(nb: Any) -> Seen:
    """Return the graded cells of a notebook as a person sees them, their questions included."""
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in nb.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id")
    }
    return {
        name: tuple(
            part
            for one in (cells.get(box(name)), cell)
            if one is not None
            for part in (one.source, *_outputs(one))
        )
        for name, cell in cells.items()
    }


def _outputs(cell: Any) -> list[str]:
    parts = ("data", "text", "ename", "evalue")
    return [
        json.dumps([output.get(part) for part in parts], sort_keys=True)
        for output in cell.get("outputs", ())
    ]


def settled(coursedir: Any, notebooks: set[str]) -> Settled:
    """Return what people have marked so far; to be asked before nbgrader removes the old files.

    Parameters
    ----------
    coursedir
        nbgrader's CourseDirectory. Its assignment is meant.
    notebooks
        Names of the notebooks that matter.
    """
    found: Settled = {}
    assignment = coursedir.assignment_id
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            for submission in gradebook.find_assignment(assignment).submissions:
                for notebook in submission.notebooks:
                    names = {
                        grade.name
                        for grade in notebook.grades
                        if grade.manual_score is not None and not grade.needs_manual_grade
                    }
                    if names and notebook.name in notebooks:
                        before = _marked(coursedir, submission.student.id, notebook.name)
                        found[submission.student.id, notebook.name] = {
                            name: before[name] for name in names & set(before)
                        }
    except (MissingEntry, OperationalError):
        # Not generated yet, or a gradebook that nbgrader itself will complain about.
        return {}
    return found


def _marked(coursedir: Any, student: str, notebook: str) -> Seen:
    folder = coursedir.format_path(coursedir.autograded_directory, student, coursedir.assignment_id)
    try:
        return seen(nbformat.read(Path(folder) / f"{notebook}.ipynb", as_version=4))
    except (OSError, ValueError, AttributeError):
        return {}
