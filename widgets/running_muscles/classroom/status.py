"""Say for each student where an assignment stands. A failure is never reported as a zero."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GRADED = "graded"
NEEDS_MARKING = "needs marking"
NOT_GRADED = "not graded"
FAILED = "could not be graded"
NOT_SUBMITTED = "not submitted"


@dataclass(frozen=True, slots=True)
class Standing:
    """One student and one assignment. `points` is None when there is no mark that counts."""

    student: str
    state: str
    points: float | None
    max_points: float
    timestamp: str


def standings(gradebook: Any, coursedir: Any, assignment: Any) -> Iterator[Standing]:
    """Yield the standing of every student, by student id.

    Parameters
    ----------
    gradebook
        An open nbgrader Gradebook.
    coursedir
        nbgrader's CourseDirectory.
    assignment
        An assignment of that gradebook.
    """
    pattern = Path(coursedir.format_path(coursedir.submitted_directory, "*", assignment.name))
    # `submitted/<student>/<assignment>`: the student is the folder above, as the course sets it.
    submitted = {path.parent.name for path in _matching(pattern) if path.is_dir()}
    known = {student.id for student in gradebook.students}
    marked = {submission.student.id: submission for submission in assignment.submissions}
    for student in sorted(submitted | known):
        submission = marked.get(student)
        state = _state(coursedir, assignment.name, student, submission, student in submitted)
        points = None
        if submission is not None and state in (GRADED, NEEDS_MARKING):
            points = max(0.0, submission.score - (submission.late_submission_penalty or 0.0))
        elif state == NOT_SUBMITTED:
            points = 0.0
        stamp = getattr(submission, "timestamp", None)
        yield Standing(student, state, points, float(assignment.max_score), str(stamp or ""))


def _matching(pattern: Path) -> Iterator[Path]:
    root = Path(pattern.anchor)
    return root.glob(str(pattern.relative_to(root)))


def _state(
    coursedir: Any, assignment: str, student: str, submission: Any, is_submitted: bool
) -> str:
    graded = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))
    if not is_submitted and submission is None:
        return NOT_SUBMITTED
    if not any(graded.glob("*.ipynb")):
        # nbgrader enters a submission before it grades it, and removes the folder of a failure.
        return FAILED if submission is not None else NOT_GRADED
    waiting = Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))
    if is_submitted and _stamp(waiting) != _stamp(graded):
        return NOT_GRADED
    return NEEDS_MARKING if submission is None or submission.needs_manual_grade else GRADED


def _stamp(folder: Path) -> str:
    try:
        return (folder / "timestamp.txt").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
