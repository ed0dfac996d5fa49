"""How this copy was installed, and how what is missing comes back."""

from __future__ import annotations

from running_muscles.tables.locate import in_checkout

# Only the [teach] extra brings these; a lesson needs none of them.
TEACHING = {
    "jsonschema": "checking question banks",
    "lxml": "questions for other systems",
    "nbgrader": "quizzes and grading",
    "numpy": "statistics of a report",
    "pandas": "tables for instructors",
    "rich": "progress of grading",
    "simpleeval": "numbers that differ from student to student",
}


def mend() -> str:
    """Return the sentence that brings back what every installation has."""
    if in_checkout():
        return "Run `make setup` in the project's folder."
    return "Run `pip install running-muscles` again, where you installed it."


def teaching_mend() -> str:
    """Return the sentence that brings the instructors' part."""
    if in_checkout():
        return mend()
    return 'Run `pip install "running-muscles[teach]"`.'
