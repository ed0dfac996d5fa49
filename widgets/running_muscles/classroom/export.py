"""``nbgrader export`` with one more column: the state, so that a failure is not read as a zero."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import CsvExportPlugin

from running_muscles.classroom.status import Standing, standings

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "state",
)


class GradesWithState(CsvExportPlugin):  # type: ignore[misc]
    """Write nbgrader's columns and ``state``; without a mark that counts, the score is empty."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the CSV file, ``grades.csv`` unless ``--to`` names another."""
        path = Path(self.to or "grades.csv")
        students = {str(student) for student in self.student}
        assignments = {str(assignment) for assignment in self.assignment}
        self.log.info("Exporting grades to %s", path)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            for assignment in gradebook.assignments:
                if assignments and assignment.name not in assignments:
                    continue
                for standing in standings(gradebook, self.parent.coursedir, assignment):
                    if not students or standing.student in students:
                        writer.writerow(_row(gradebook, assignment, standing))


def _row(gradebook: Gradebook, assignment: Any, standing: Standing) -> dict[str, Any]:
    row: dict[str, Any] = {
        "assignment": assignment.name,
        "duedate": assignment.duedate,
        "timestamp": standing.timestamp,
        "student_id": standing.student,
        "score": standing.points,
        "max_score": standing.max_points,
        "state": standing.state,
    }
    try:
        student = gradebook.find_student(standing.student)
    except MissingEntry:
        return row
    row |= {name: getattr(student, name) for name in ("last_name", "first_name", "email")}
    if standing.points is not None:
        row |= {"raw_score": 0.0, "late_submission_penalty": 0.0}
        try:
            submission = gradebook.find_submission(assignment.name, standing.student)
        except MissingEntry:
            return row
        row["raw_score"] = submission.score
        row["late_submission_penalty"] = submission.late_submission_penalty or 0.0
    return row
