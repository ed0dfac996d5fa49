"""The exporter that nbgrader's Autograde uses: it starts from our notebook, not the student's."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError

from running_muscles.classroom.by_hand import Settled, settled
from running_muscles.classroom.folder import ClassroomError, submitted
from running_muscles.classroom.journal import Journal
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.stamps import stamp_of
from running_muscles.quiz import safe_folder
from running_muscles.quiz.shown_text import shown


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
            # nbgrader by itself cannot grade a hand-in whose time is none.
            self.parent.coursedir.get_existing_timestamp = self._moment
            self._told: set[str] = set()
            self._begin()

    def _begin(self) -> None:
        """Look at the whole class before nbgrader removes what it graded before."""
        names = self._notebooks()
        coursedir = self.parent.coursedir
        quizzes = self._quizzes(names)
        journal = Journal(Path(coursedir.root), coursedir.assignment_id)
        try:
            journal.keep_others_out()
        except ClassroomError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from error
        left = journal.left_behind()
        journal.restore(self._graded)
        self.settled = settled(coursedir, coursedir.assignment_id, quizzes, journal.folder, left)
        self._add_submissions_without_notebook(names, quizzes)
        refused = self._refuse_unsafe()
        mine = {self._student(folder) for folder in self.parent.assignments}
        for student in left & mine:
            # nbgrader would take what a killed run has left there for finished.
            shutil.rmtree(self._graded(student), ignore_errors=True)
        journal.begin(mine if self.parent.force else mine & self._fresh(mine))
        self.parent.convert_notebooks = self._guarded(
            self.parent.convert_notebooks, journal, mine, refused
        )

    def _moment(self, folder: str) -> Any:
        """Return when a hand-in came; None, and a sentence once, when its time stamp is none."""
        stamp = stamp_of(Path(folder))
        if stamp.problem and folder not in self._told:
            self._told.add(folder)
            self.log.warning("%s: %s It is graded all the same.", folder, stamp.problem)
        return stamp.moment

    def _guarded(
        self,
        convert: Callable[[], None],
        journal: Journal,
        mine: set[str],
        refused: dict[str, str],
    ) -> Callable[[], None]:
        """Cross the run out of its journal when it ends, and end with an error where one is due."""

        def run() -> None:
            try:
                convert()
            except Exception:
                journal.done(mine)
                raise
            else:
                journal.done(mine)
            finally:
                journal.close()
            if refused:
                raise NbGraderException("\n".join(refused.values()))

        return run

    def _graded(self, student: str) -> Path:
        coursedir = self.parent.coursedir
        return Path(
            coursedir.format_path(coursedir.autograded_directory, student, coursedir.assignment_id)
        )

    def _fresh(self, students: set[str]) -> set[str]:
        """Return those whose marks nbgrader is going to make: new ones and newer ones."""
        coursedir = self.parent.coursedir
        fresh = set()
        for student in students:
            there = coursedir.format_path(
                coursedir.submitted_directory, student, coursedir.assignment_id
            )
            graded = self._graded(student)
            if not graded.exists() or stamp_of(Path(there)) != stamp_of(graded):
                fresh.add(student)
        return fresh

    def _student(self, folder: str) -> str:
        coursedir = self.parent.coursedir
        pattern = coursedir.format_path(
            coursedir.submitted_directory, "\0", coursedir.assignment_id
        )
        return Path(folder).parts[Path(pattern).parts.index("\0")]

    def _refuse_unsafe(self) -> dict[str, str]:
        """Take hand-ins out of the run that nbgrader must not copy: it follows links."""
        refused: dict[str, str] = {}
        for folder in list(self.parent.assignments):
            student = self._student(folder)
            try:
                safe_folder.check_name(student)
                safe_folder.check_safe(Path(folder))
            except safe_folder.UnsafeError as error:
                del self.parent.assignments[folder]
                refused[student] = f"Student '{shown(student, 80)}' cannot be graded: {error}"
                self.log.error(refused[student])
                shutil.rmtree(self._graded(student), ignore_errors=True)
                self._enter(student, Path(folder))
        return refused

    def _enter(self, student: str, folder: Path) -> None:
        """Enter a hand-in that has no marks, as nbgrader does with one that it fails to grade."""
        coursedir = self.parent.coursedir
        moment = stamp_of(folder).moment
        about = {"timestamp": moment} if moment is not None else {}
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            try:
                gradebook.find_assignment(coursedir.assignment_id)
            except MissingEntry:
                return
            gradebook.update_or_create_student(student)
            gradebook.update_or_create_submission(coursedir.assignment_id, student, **about)

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
            raise CannotGradeError(STALE.format(about["assignment"], about["assignment"]))
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
        for folder in submitted(coursedir, coursedir.assignment_id, coursedir.student_id).values():
            there = {Path(path).stem for path in self.parent.assignments.get(str(folder), [])}
            wanted = (there & names) | quizzes
            self.parent.assignments[str(folder)] = [
                str(folder / f"{name}.ipynb") for name in sorted(wanted)
            ]

    def _quizzes(self, names: set[str]) -> set[str]:
        """Return which notebooks are quizzes; stop while nothing is deleted if one is unsound."""
        coursedir = self.parent.coursedir
        found = set()
        for name in sorted(names):
            about = {
                "assignment": coursedir.assignment_id,
                "notebook": name,
                "db_url": coursedir.db_url,
            }
            try:
                source = quiz_source(coursedir, about["assignment"], name)
                if source is not None:
                    self._check_against_gradebook(source, about)
                    found.add(name)
            except MissingEntry:
                continue  # not generated yet, which nbgrader says itself
            except (CannotGradeError, ValueError) as error:
                told = f"{name} cannot be graded: {error}"
                self.log.error(told)
                raise NbGraderException(told) from error
        return found
