"""Fetch the marks for the feedback page, and whether a person still has to give them."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import GetGrades


class GetMarks(GetGrades):  # type: ignore[misc]
    """Add to nbgrader's score of each cell what our page says about it."""

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
