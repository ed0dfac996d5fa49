"""``nbgrader export`` with the state of each hand-in, so that a failure is not read as a zero."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.status import Standing, standings
from running_muscles.tables.sheet import write_sheet

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
    "late_by",
    "exam_time",
    "answered_as",
    "note",
)


class GradesWithState(CsvExportPlugin):  # type: ignore[misc]
    """Write nbgrader's columns and the state; without a mark that counts, the score is empty."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the CSV file, ``grades.csv`` unless ``--to`` names another."""
        path = Path(self.to or "grades.csv")
        coursedir = self.parent.coursedir
        classroom = Classroom(Path(coursedir.root), coursedir)
        students = {str(student) for student in self.student}
        assignments = {str(assignment) for assignment in self.assignment}
        self.log.info("Exporting grades to %s", path)
        rows = [
            row
            for row in grades(gradebook, classroom, assignments)
            if not students or row["student_id"] in students
        ]
        path.write_bytes(write_sheet(rows, COLUMNS))


def grades(gradebook: Any, classroom: Classroom, assignments: set[str]) -> Iterator[dict[str, Any]]:
    """Yield a row for each student and assignment; of all assignments when none is named."""
    people = {student.id: student for student in gradebook.students}
    for assignment in gradebook.assignments:
        if assignments and assignment.name not in assignments:
            continue
        for standing in standings(gradebook, classroom, assignment):
            yield _row(assignment, standing, people.get(standing.student))


def _row(assignment: Any, standing: Standing, student: Any) -> dict[str, Any]:
    names = ("last_name", "first_name", "email")
    return {
        "assignment": assignment.name,
        "duedate": str(assignment.duedate or ""),
        "timestamp": standing.timestamp,
        "student_id": standing.student,
        **{name: getattr(student, name, None) or "" for name in names},
        "raw_score": standing.raw,
        "late_submission_penalty": standing.penalty if standing.raw is not None else None,
        "score": standing.points,
        "max_score": standing.max_points,
        "state": standing.state,
        "late_by": standing.late_by,
        "exam_time": standing.timing,
        "answered_as": standing.answered_as,
        "note": " ".join((*standing.told, *standing.notes)),
    }
