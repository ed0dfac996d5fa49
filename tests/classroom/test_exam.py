"""A class that prints a quiz and sits an exam."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.conftest import REPOSITORY
from running_muscles import cli
from running_muscles.cli import app
from running_muscles.classroom import new

ROSTER = """\
student_id,first_name,last_name,extra_minutes
ada,Ada,Lovelace,
bob,Bob,Olinger,30
cem,Cem,Öz,
"""


def run(*argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, argv)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of three, as `class new` makes it."""
    if not any(group.name == "quiz" for group in app.registered_groups):
        cli._add_quiz()
    root = tmp_path_factory.mktemp("exam")
    (root / "students.csv").write_text(ROSTER, encoding="utf-8")
    new.make(root / "class", REPOSITORY / "assessments" / "bank", root / "students.csv")
    return root / "class"


def test_print_writes_sheets_and_keys_apart_and_nothing_over_them(made: Path) -> None:
    course = f"--course={made}"
    code, told = run("quiz", "print", "03-core", "--paper", "letter", course)
    assert (code, "03-core.html: 3 sheets." in told) == (0, True)
    sheets, keys = made / "print" / "03-core.html", made / "print" / "03-core-keys.html"
    assert "size: letter;" in sheets.read_text(encoding="utf-8")
    before = keys.read_bytes()
    code, told = run("quiz", "print", "03-core", course)
    assert code == 1
    assert "is there already, and sheets may be handed out." in told
    assert keys.read_bytes() == before
    assert run("quiz", "print", "03-core", "--force", course)[0] == 0
    assert "size: A4;" in keys.read_text(encoding="utf-8")


def test_print_refuses_what_it_cannot_print(made: Path) -> None:
    course = f"--course={made}"
    assert "holds no quiz '99-none' of this course" in run("quiz", "print", "99-none", course)[1]
    code, told = run("quiz", "print", "03-core", "--paper", "a3", course)
    assert (code, told) == (1, "There is no paper 'a3'. Choose one of: a4, letter.\n")
    code, told = run("quiz", "print", "03-core", "--students", "nobody.csv", course)
    assert code == 1
    assert "nobody.csv" in told
