"""The exporter that nbgrader's Autograde uses: it starts from our notebook, not the student's."""

from __future__ import annotations

import glob
import json
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError

from running_muscles.classroom.save_marks import Settled, settled
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source


class QuizSubmission(NotebookExporter):  # type: ignore[misc]
    """Take a quiz's cells from ``source/``, so that nothing in a submitted notebook can matter.

    Assignments that hold other graded code go through nbgrader's own steps, with one difference:
    a notebook in a foreign format fails that submission and not the whole class.
    """

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        # One exporter handles the whole class; the gradebook is asked once.
        self._checked: set[tuple[str, str]] = set()
        self.settled: Settled = {}
        if hasattr(self.parent, "assignments"):
            names = self._notebooks()
            quizzes = {name for name in names if self._is_quiz(name)}
            # Now, since nbgrader removes what it graded before, one submission after the other.
            self.settled = settled(self.parent.coursedir, quizzes)
            self._add_submissions_without_notebook(names, quizzes)

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Export one notebook; called once to sanitise and once to grade.

        Raises
        ------
        CannotGradeError
            When the submission cannot be graded; nbgrader reports it and goes on to the next.
        """
        resources = resources if resources is not None else {}
        source = self._source(resources)
        try:
            if source is None or source.handwritten or not self._is_submitted(filename, resources):
                result = super().from_filename(filename, resources=resources, **kwargs)
            else:
                resources["metadata"] = {"name": Path(filename).stem, "path": ""}
                cells = nbformat.reads(json.dumps(source.notebook), as_version=4)
                result = self.from_notebook_node(cells, resources=resources, **kwargs)
        except (SchemaTooOldError, SchemaTooNewError) as error:
            # nbgrader would stop the whole run for one of these.
            raise CannotGradeError(
                f"{filename} has cells in a foreign nbgrader format or with a repeated id"
                f" ({error}). Mend the notebook, or ask the student to fetch it again."
            ) from error
        text, exported = result
        return str(text), exported

    def _source(self, resources: dict[str, Any]) -> QuizSource | None:
        about = resources.get("nbgrader", {})
        if not about or not hasattr(self.parent, "coursedir"):
            return None
        try:
            source = quiz_source(self.parent.coursedir, about["assignment"], about["notebook"])
            if source is not None:
                self._check_against_gradebook(source, about)
            return source
        except (CannotGradeError, ValueError) as error:
            self.log.error("Student '%s' cannot be graded: %s", about["student"], error)
            raise

    def _check_against_gradebook(self, source: QuizSource, about: dict[str, str]) -> None:
        """Refuse a quiz whose graded cells are not those that were released."""
        quiz = (about["assignment"], about["notebook"])
        if quiz in self._checked:
            return
        with Gradebook(about["db_url"]) as gradebook:
            released = gradebook.find_notebook(about["notebook"], about["assignment"])
            names = {cell.name for cell in released.grade_cells}
        if names != source.graded:
            raise CannotGradeError(STALE.format(about["assignment"]))
        self._checked.add(quiz)

    def _is_submitted(self, filename: str, resources: dict[str, Any]) -> bool:
        about = resources["nbgrader"]
        coursedir = self.parent.coursedir
        folder = coursedir.format_path(
            coursedir.submitted_directory, about["student"], about["assignment"]
        )
        return Path(filename).parent == Path(folder)

    def _notebooks(self) -> set[str]:
        coursedir = self.parent.coursedir
        source = coursedir.format_path(coursedir.source_directory, ".", coursedir.assignment_id)
        return {path.stem for path in Path(source).glob("*.ipynb")}

    def _add_submissions_without_notebook(self, names: set[str], quizzes: set[str]) -> None:
        """Give nbgrader the quiz notebook of each submission that lost or renamed it.

        nbgrader passes over a folder without notebooks, and the answers in it would be lost.
        """
        coursedir = self.parent.coursedir
        if coursedir.notebook_id != "*" or not quizzes:
            return
        pattern = coursedir.format_path(
            coursedir.submitted_directory, coursedir.student_id, coursedir.assignment_id
        )
        for folder in filter(lambda path: Path(path).is_dir(), glob.glob(pattern)):
            there = {Path(path).stem for path in self.parent.assignments.get(folder, [])}
            wanted = (there & names) | quizzes
            self.parent.assignments[folder] = [
                str(Path(folder) / f"{name}.ipynb") for name in sorted(wanted)
            ]

    def _is_quiz(self, name: str) -> bool:
        coursedir = self.parent.coursedir
        try:
            return quiz_source(coursedir, coursedir.assignment_id, name) is not None
        except (CannotGradeError, ValueError):
            # Each submission will say why.
            return True
