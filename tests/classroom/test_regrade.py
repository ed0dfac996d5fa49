"""Marking by hand, grading again, and everything that keeps a submission from being graded."""

import csv
import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.bad.answers import FULL, GOOD, NOTHING, QUESTIONS, QUIZ, saved
from classroom.bad.notebooks import edited, foreign_version
from classroom.conftest import Classroom
from running_muscles.cli.quiz import app
from running_muscles.quiz.bank import load

pytestmark = pytest.mark.classroom

COMMENT = "Well seen, <b>*but*</b> name the field lines."


def marks(values: tuple[float | None, ...]) -> dict[str, float | None]:
    return dict(zip(QUESTIONS, values, strict=True))


def exported(room: Classroom) -> dict[str, dict[str, str]]:
    with (room.assessments / "grades.csv").open(encoding="utf-8-sig") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def status(room: Classroom) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["status", QUIZ, "--course", str(room.assessments)])
    return result.exit_code, result.output


def test_a_mark_by_hand_reaches_page_and_export_and_survives_a_regrade(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    small.run(small.teach("autograde", QUIZ))
    assert status(small) == (0, "ada  needs marking  9 of 11\n")
    small.mark_by_hand("ada", "write-how", 2, COMMENT)
    small.run(small.teach("generate_feedback", QUIZ), small.teach("export"))
    page = small.page("ada")
    assert "<b>11</b> of 11 points</p>" in page
    assert "not marked yet" not in page
    assert "From your instructor" in page
    assert "<b>*but*" not in page
    assert "name the field lines." in page
    assert float(exported(small)["ada"]["score"]) == 11
    assert exported(small)["ada"]["state"] == "graded"

    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada") == marks((1, 2, 2, 3, 1, 2))
    assert status(small) == (0, "ada  graded  11 of 11\n")
    small.run(small.teach("generate_feedback", QUIZ, "--force"))
    assert "<b>11</b> of 11 points</p>" in small.page("ada")


def test_a_mark_by_hand_is_looked_at_again_when_its_answer_has_changed(small: Classroom) -> None:
    for student in ("ada", "bob", "cleo"):
        small.hand_in(student, saved(GOOD | {"pick-red": "rust"}))
    small.run(small.teach("autograde", QUIZ))
    for student in ("ada", "bob", "cleo"):
        small.mark_by_hand(student, "write-how", 2, COMMENT)
        small.mark_by_hand(student, "pick-red", 0.5, "")
    small.hand_in("ada", saved(GOOD | {"pick-red": "rust", "write-how": "Fields, and stars."}))
    small.hand_in("bob", saved(GOOD | {"pick-red": "milk"}))
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada") == marks((0.5, 2, 2, 3, 1, None))
    assert small.marks("bob") == marks((None, 2, 2, 3, 1, 2))
    assert small.marks("cleo") == marks((0.5, 2, 2, 3, 1, 2))
    # Still so after another run that changes nothing, and until a person has looked.
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada") == marks((0.5, 2, 2, 3, 1, None))
    small.mark_by_hand("ada", "write-how", 1.5, COMMENT)
    small.run(small.teach("autograde", QUIZ, "--force", "--student", "ada"))
    assert small.marks("ada") == marks((0.5, 2, 2, 3, 1, 1.5))


def test_a_mark_by_hand_is_looked_at_again_when_the_rubric_has_changed(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    small.run(small.teach("autograde", QUIZ))
    small.mark_by_hand("ada", "write-how", 2, COMMENT)
    path = small.assessments / "bank" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("SECRET-model-fields", "SECRET-model-lines"), encoding="utf-8")
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada") == marks((1, 2, 2, 3, 1, None))


def test_points_changed_by_hand_are_named_on_the_page(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD | {"pick-red": "rust"}))
    small.run(small.teach("autograde", QUIZ))
    small.mark_by_hand("ada", "pick-red", 0.5, "")
    small.run(small.teach("generate_feedback", QUIZ))
    assert small.page("ada").count("Your instructor has changed the points by hand") == 1
    assert '<span class="rm-points">0.5 of 1</span>' in small.page("ada")


def test_no_execute_gives_no_full_marks(small: Classroom) -> None:
    small.hand_in("nobody", saved({}))
    small.hand_in("ada", saved(GOOD))
    small.run(small.teach("autograde", QUIZ, "--no-execute"))
    assert small.marks("nobody") == marks(NOTHING)
    assert small.marks("ada") == marks(FULL)


def test_no_kernel_is_started(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    # A kernel that is not there fails a submission as soon as anything asks for it.
    small.run(small.teach("autograde", QUIZ, "--Execute.kernel_name=no-such-kernel"))
    assert small.marks("ada") == marks(FULL)


def test_a_link_in_the_place_of_the_answers_is_not_followed(small: Classroom) -> None:
    def link(folder: Path) -> None:
        other = small.root / "other.json"
        saved(GOOD)(small.root)
        os.replace(small.root / "responses.json", other)
        (folder / "responses.json").symlink_to(other)

    small.hand_in("linker", link)
    small.hand_in("foldered", lambda folder: (folder / "responses.json").mkdir())
    (result,) = small.run(small.teach("autograde", QUIZ), codes=(1,))
    assert "The hand-in holds a link to another file ('responses.json')" in result["log"]
    assert "is not a plain file" in result["log"]
    code, told = status(small)
    assert code == 1
    assert "linker    could not be graded\n" in told
    assert "foldered  answers unreadable\n" in told


def test_a_failure_is_reported_and_is_not_a_zero(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    folder = small.hand_in("linked", saved(GOOD))
    (folder / "key.html").symlink_to(small.assessments / "gradebook.db")
    (result, _) = small.run(small.teach("autograde", QUIZ), small.teach("export"), codes=(0, 1))
    assert result["code"] == 1
    assert small.marks("ada") == marks(FULL)
    row = exported(small)["linked"]
    assert (row["state"], row["score"], row["raw_score"]) == ("could not be graded", "", "")
    assert "linked  could not be graded\n" in status(small)[1]


def test_a_time_stamp_that_is_none_costs_nobody_the_marks(small: Classroom) -> None:
    folder = small.hand_in("early", saved(GOOD))
    (folder / "timestamp.txt").write_text("yesterday", encoding="utf-8")
    (result,) = small.run(small.teach("autograde", QUIZ))
    assert result["log"].count("timestamp.txt says 'yesterday', which is no time.") == 1
    assert small.marks("early") == marks(FULL)


def mended(room: Classroom, old: str, new: str) -> None:
    path = room.assessments / "bank" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("id: rust", "id: ochre", "`options` no longer holds 'rust'"),
        ("text: Rust", "text: Not rust", "the text of 'rust' differs in 'not'"),
        ("text: Rust", "text: A lorry in the rain", "the text of 'rust' no longer says 'rust'"),
        ("long is an hour", "long are 2 hours", "the stem differs in '2'"),
        ("is red?", "is pink?", "the stem no longer says 'red'"),
        ("Which colour is red?", "Which colour is red when the sun sets late?", "says more than"),
        ("{s: 1, min: 60}", "{s: 1, min: 60, h: 3600}", "`units` was ['s', 'min'] and is ['s',"),
        ("view: back", "view: front", "`view` was back and is front"),
    ],
)
def test_a_question_that_asks_something_else_grades_nobody(
    small: Classroom, old: str, new: str, why: str
) -> None:
    small.hand_in("ada", saved(GOOD))
    small.run(small.teach("autograde", QUIZ))
    small.mark_by_hand("ada", "write-how", 2, COMMENT)
    mended(small, old, new)
    (result,) = small.run(small.teach("autograde", QUIZ, "--force"), codes=(1,))
    assert why in result["log"]
    assert "Put it back as it was asked" in result["log"]
    # Nothing was deleted before that was found out.
    assert (small.assessments / "autograded" / "ada" / QUIZ / f"{QUIZ}.ipynb").exists()
    assert small.marks("ada") == marks((1, 2, 2, 3, 1, 2))
    code, told = status(small)
    assert code == 1
    assert told.startswith("ada  could not be graded\n")
    # The way out that the sentence names.
    mended(small, new, old)
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert status(small) == (0, "ada  graded  11 of 11\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Which colour is red?", "Which of these colours is red?"),
        ("text: Blood", "text: The blood"),
        ("criterion: Names fields", "criterion: Names magnetic fields and how they pull"),
        ("max_words: 60", "max_words: 80"),
        ("SECRET-model-fields", "SECRET-model-lines"),
        ("tolerance: 2, unit: s", "tolerance: 3, unit: s"),
    ],
)
def test_mended_words_keys_and_rubrics_are_accepted(small: Classroom, old: str, new: str) -> None:
    small.hand_in("ada", saved(GOOD))
    mended(small, old, new)
    small.run(small.teach("autograde", QUIZ))
    assert small.marks("ada") == marks(FULL)


def test_a_key_can_be_mended_after_the_release(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD | {"pick-red": "rust"}))
    small.run(small.teach("autograde", QUIZ))
    path = small.assessments / "bank" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("text: Blood, correct: true,", "text: Blood,")
    path.write_text(text.replace("text: Rust,", "text: Rust, correct: true,"), encoding="utf-8")
    assert small.marks("ada")["pick-red"] == 0
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada")["pick-red"] == 1


def test_a_quiz_built_anew_after_the_release_grades_nobody(small: Classroom) -> None:
    from running_muscles.quiz import bank, build

    small.hand_in("ada", saved(GOOD))
    mended(small, "recall, points: 1}\n  - {id: parity", "recall, points: 2}\n  - {id: parity")
    path = small.assessments / "bank" / f"{QUIZ}.yaml"
    build.write(build.everything(small.assessments, [bank.load(path)]))
    (result,) = small.run(small.teach("autograde", QUIZ), codes=(1,))
    assert "was built with other slots or points" in result["log"]


def test_a_quiz_that_is_handed_out_is_not_built_over(small: Classroom) -> None:
    built = small.assessments / "source" / QUIZ / "questions.json"
    before = built.read_text(encoding="utf-8")
    mended(small, "Which colour is red?", "Which colour is blood red?")
    build = ["build", "--course", str(small.assessments)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("running_muscles.quiz.build.load_all", lambda paths: list(map(load, paths)))
        told = CliRunner().invoke(app, build).output
        assert f"{QUIZ} is handed out and stays as it is" in told
        assert built.read_text(encoding="utf-8") == before
        CliRunner().invoke(app, [*build, "--again"])
    assert "blood red" in built.read_text(encoding="utf-8")


def test_one_student_at_a_time_as_formgrader_does(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    small.hand_in("bob", saved({}))
    small.run(small.teach("autograde", QUIZ, "--student", "ada"))
    assert small.marks("ada") == marks(FULL)
    assert "bob  not graded\n" in status(small)[1]


def test_a_newer_submission_waits_to_be_graded(small: Classroom) -> None:
    folder = small.hand_in("ada", saved(GOOD))
    (folder / "timestamp.txt").write_text("2026-11-21 10:00:00 UTC", encoding="utf-8")
    small.run(small.teach("autograde", QUIZ))
    (folder / "timestamp.txt").write_text("2026-11-22 10:00:00 UTC", encoding="utf-8")
    assert "ada  not graded\n" in status(small)[1]


CODE = {
    "cell_type": "code",
    "execution_count": None,
    "id": "answer",
    "metadata": {
        "nbgrader": {
            "grade": True,
            "grade_id": "sum",
            "locked": True,
            "points": 2,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
    },
    "outputs": [],
    "source": "1.5",
}


def test_other_assignments_are_run_as_nbgrader_does_it(small: Classroom) -> None:
    """A hand-written assignment: its code runs, and one foreign notebook does not stop the rest."""
    notebook = {
        "cells": [CODE],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    name = "plain"
    source = small.assessments / "source" / name
    source.mkdir()
    (source / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    small.run(small.teach("generate_assignment", name))
    release = (small.assessments / "release" / name / f"{name}.ipynb").read_text("utf-8")
    for student, text in {
        "a-foreign": release.replace('"schema_version": 3', '"schema_version": 99'),
        "b-sound": release,
    }.items():
        folder = small.assessments / "submitted" / student / name
        folder.mkdir(parents=True)
        (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")
    (result, _) = small.run(
        small.teach("autograde", name), small.teach("generate_feedback", name), codes=(0, 1)
    )
    assert result["code"] == 1
    assert "foreign nbgrader format" in result["log"]
    assert small.marks("b-sound", name) == {"sum": 1.5}
    assert "Test cell" in small.page("b-sound", name)


def test_a_quiz_with_code_of_its_own_marks_both(small: Classroom) -> None:
    from running_muscles.quiz import bank, build

    path = small.assessments / "source" / QUIZ / f"{QUIZ}.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["cells"].append(CODE)
    path.write_text(json.dumps(document), encoding="utf-8")
    small.run(small.teach("generate_assignment", QUIZ, "--force"))
    release = small.assessments / "release" / QUIZ / f"{QUIZ}.ipynb"

    def hand_in(folder: Path) -> None:
        saved(GOOD | {"pick-red": "rust"})(folder)
        (folder / f"{QUIZ}.ipynb").write_bytes(release.read_bytes())

    small.hand_in("ada", hand_in)
    small.hand_in("zoe", edited(foreign_version(99)))
    (result,) = small.run(small.teach("autograde", QUIZ), codes=(1,))
    assert small.marks("ada") == marks((0, 2, 2, 3, 1, None)) | {"sum": 1.5}
    assert "'zoe'" in result["log"]
    assert build.drift(
        build.everything(
            small.assessments, [bank.load(small.assessments / "bank" / f"{QUIZ}.yaml")]
        ),
        small.assessments,
    )
