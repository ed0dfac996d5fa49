"""The preprocessor that saves marks; a mark by hand stands while its answer is the same."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import determine_grade

from running_muscles.classroom.by_hand import Seen, seen
from running_muscles.quiz.notebook import METADATA


class SaveMarks(SaveAutoGrades):  # type: ignore[misc]
    """Save marks as nbgrader does, but ask for no second look at what has not changed."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Save the marks of one notebook."""
        self._seen: Seen = seen(nb)
        nb, resources = super().preprocess(nb, resources)
        return nb, resources

    def _add_score(self, cell: Any, resources: dict[str, Any]) -> None:
        """Save one mark, in one transaction: a run that is killed here must not half do it."""
        name = cell.metadata.nbgrader["grade_id"]
        grade = self.gradebook.find_grade(
            name, self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score, _ = determine_grade(cell, self.log)
        unmarked = grade.manual_score is not None or grade.auto_score is None
        before = self.parent.settled.get((self.student_id, self.notebook_id), {})
        same = name in before and before[name] == self._seen[name]
        grade.needs_manual_grade = unmarked and not same
        self.gradebook.db.commit()


class LatePenalties(AssignLatePenalties):  # type: ignore[misc]
    """Leave our quizzes without a stored penalty: theirs is reckoned when marks are shown."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Do what nbgrader does for other assignments."""
        if METADATA in nb.metadata:
            return nb, resources
        nb, resources = super().preprocess(nb, resources)
        return nb, resources
