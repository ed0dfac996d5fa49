"""Fetch the marks for the feedback page, and whether a person still has to give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.preprocessors import GetGrades

from running_muscles.classroom.exam_time import ExamTime
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.lateness import Lateness
from running_muscles.classroom.source import quiz_source
from running_muscles.quiz.notebook import METADATA


class GetMarks(GetGrades):  # type: ignore[misc]
    """Add to nbgrader's score of each cell what our page says about it."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Fetch the marks of one notebook; what lateness takes off is reckoned now."""
        nb, resources = super().preprocess(nb, resources)
        if METADATA in nb.metadata:
            about = resources["nbgrader"]
            about["late_penalty"], about["exam_time"] = self._times(about)
            about["score"] = max(0.0, about["score"] - about["late_penalty"])
        return nb, resources

    def _times(self, about: dict[str, Any]) -> tuple[float, str]:
        """Return what lateness takes off, and what is said about the time of an exam."""
        coursedir = self.parent.parent.coursedir
        classroom = Classroom(Path(coursedir.root), coursedir)
        with classroom.gradebook() as gradebook:
            try:
                submission = gradebook.find_submission(about["assignment"], about["student"])
            except MissingEntry:
                return 0.0, ""
            assignment = submission.assignment
            lateness = Lateness(classroom, float(assignment.max_score), assignment.duedate)
            when = (about["student"], submission.timestamp, submission.extension)
            source = quiz_source(coursedir, about["assignment"], about["notebook"])
            told = ""
            if source is not None:
                told = ExamTime(classroom, about["assignment"]).told_to(*when, source)
            return lateness.of(*when)[0], told

    def _get_score(self, cell: Any, resources: dict[str, Any]) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            cell.metadata.nbgrader["grade_id"],
            self.notebook_id,
            self.assignment_id,
            self.student_id,
        )
        # A mark given by hand stands, even while nbgrader asks for another look at it.
        by_hand = grade.manual_score is not None
        cell.metadata.nbgrader["waits"] = bool(grade.needs_manual_grade) and not by_hand
        cell.metadata.nbgrader["by_hand"] = by_hand and grade.auto_score is not None
