"""nbgrader's Validate on a quiz: a student presses it and is not told that something failed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.conftest import Classroom

pytestmark = pytest.mark.classroom

PASSED = "Success! Your notebook passes all the tests."


def test_validate_raises_no_false_alarm_and_changes_nothing(
    released: Classroom, tmp_path: Path
) -> None:
    fetched = released.root / "students" / "fetcher" / QUIZ
    for student in ("answered", "wrong", "open"):
        shutil.copytree(fetched, tmp_path / student)
    saved(GOOD)(tmp_path / "answered")
    saved(GOOD | {"pick-red": "milk"})(tmp_path / "wrong")
    before = contents(tmp_path)
    result = subprocess.run(
        [sys.executable, "-m", "nbgrader", "validate", f"*/{QUIZ}.ipynb"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.count(PASSED) == 3
    assert "fail" not in result.stdout.lower()
    assert contents(tmp_path) == before


def test_the_quiz_says_what_validate_does_not_do(released: Classroom) -> None:
    quiz = released.root / "students" / "fetcher" / QUIZ / f"{QUIZ}.ipynb"
    assert "*Validate* button does not look at your answers" in quiz.read_text(encoding="utf-8")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
