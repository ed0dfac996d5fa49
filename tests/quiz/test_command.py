"""``running-muscles quiz``: what it prints and how it ends."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from running_muscles.cli.quiz import app
from running_muscles.quiz import rules
from running_muscles.tables import body_regions

SAMPLE = Path(__file__).parent / "banks" / "90-sample.yaml"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with the sample bank, whose ids stand in for the tables of the real one."""
    names = ("colours", "map", "numbers", "order", "words")
    known = rules.Known(
        frozenset({"90-sample"}),
        frozenset(f"sample-{name}" for name in names),
        frozenset({"sample2020", "claims/sample"}),
        {region: row.view for region, row in body_regions().items()},
    )
    monkeypatch.setattr("running_muscles.quiz.build.known", lambda: known)
    assessments = tmp_path / "assessments"
    (assessments / "bank").mkdir(parents=True)
    (assessments / "nbgrader_config.py").touch()
    shutil.copy(SAMPLE, assessments / "bank")
    monkeypatch.chdir(tmp_path)
    return assessments


def run(*argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, argv)
    return result.exit_code, result.output


@pytest.mark.usefixtures("course")
def test_build_then_check() -> None:
    code, told = run("build", "--check")
    assert code == 1
    assert "90-sample.ipynb is missing. Run: running-muscles quiz build" in told
    code, told = run("build")
    assert code == 0
    assert told.endswith("1 quizzes, 4 files changed.\n")
    assert run("build", "--check") == (0, "1 quizzes say what their banks say.\n")
    assert run("build") == (0, "1 quizzes, 0 files changed.\n")


def test_a_bad_bank_builds_nothing(course: Path) -> None:
    bank = course / "bank" / SAMPLE.name
    bank.write_text(bank.read_text().replace(", reason: SECRET-grass-reason", ""))
    for command in (["build"], ["build", "--check"], ["check"], ["check", str(bank)]):
        code, told = run(*command)
        assert code == 1
        assert "90-sample.yaml:20: pick-blue: `options.2` (`grass`) has no `reason`." in told
    assert not (course / "source").exists()


def test_check_counts_what_it_read(course: Path) -> None:
    assert run("check") == (0, "18 questions in 1 files, no problem found.\n")
    checkpoints = course.parent / "course" / "checkpoints"
    checkpoints.mkdir(parents=True)
    (checkpoints / SAMPLE.name).write_text(SAMPLE.read_text())
    code, told = run("check")
    assert code == 1
    assert "The id stands already in 90-sample.yaml" in told


@pytest.mark.usefixtures("course")
def test_check_prints_what_guessing_wins() -> None:
    code, told = run("check", "--guess")
    assert code == 0
    lines = told.splitlines()
    assert lines[0].startswith("Graded banks: points above a blind choice")
    assert [line for line in lines if line.startswith("the most hedged")]
    assert lines[-1] == "18 questions in 1 files, no problem found."


def test_check_tells_an_answer_that_stands_in_another_question(course: Path) -> None:
    bank = course / "bank" / SAMPLE.name
    text = bank.read_text()
    text = text.replace("text: The sky's, correct", "text: The clear summer sky at noon, correct")
    bank.write_text(
        text.replace("stem: Tick the odd", "stem: The clear summer sky at noon. Tick the odd")
    )
    code, told = run("check")
    assert code == 1
    assert "This holds the right answer of 'pick-blue'" in told


def test_check_warns_of_a_guessable_bank(course: Path) -> None:
    bank = course / "bank" / SAMPLE.name
    bank.write_text(bank.read_text().replace("text: Milk", "text: None of the above"))
    code, told = run("check")
    assert code == 1
    assert "pick-red: The option 'milk' is a catch-all" in told


def test_outside_a_course_it_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, told = run("build")
    assert code == 1
    assert "Go to the folder of the class, or name it with --course." in told
