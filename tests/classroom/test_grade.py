"""`running-muscles grade`: the same marks as nbgrader's command, also after it was killed."""

import json
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.bad.answers import ANSWERS, GOOD, QUIZ, saved
from classroom.conftest import CLASS, Classroom
from classroom.killed import in_a_process, killed_at
from classroom.rows_of import files_of, rows_of
from running_muscles.classroom import grade as grading
from running_muscles.classroom import workers
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.folder import ClassroomError
from running_muscles.classroom.grade import grade
from running_muscles.classroom.journal import unfinished
from running_muscles.cli import _add_quiz, app

pytestmark = pytest.mark.classroom
_add_quiz()


def command(*argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, argv)
    return result.exit_code, result.output


def our(room: Classroom) -> OurClassroom:
    return OurClassroom.of(room.assessments)


def mended(room: Classroom, old: str, new: str) -> None:
    path = room.assessments / "bank" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_class_with_every_state_is_graded_as_nbgrader_does_it(
    graded: Classroom, small: Classroom
) -> None:
    """The class of all hand-ins, sound and bad, which `graded` has by nbgrader's own command."""
    shutil.copytree(graded.assessments / "submitted", small.assessments / "submitted")
    outcomes = {one.student: one for one in grade(our(small), QUIZ)}
    assert set(outcomes) == set(CLASS)
    for name, submission in CLASS.items():
        state = "answers unreadable" if submission.marks is None else "graded"
        assert outcomes[name].state == state, name
        assert submission.sentence in " ".join(outcomes[name].told)
    assert rows_of(small.assessments) == rows_of(graded.assessments)
    assert files_of(small.assessments / "autograded", QUIZ) == files_of(
        graded.assessments / "autograded", QUIZ
    )


def test_several_workers_give_the_same(graded: Classroom, small: Classroom) -> None:
    shutil.copytree(graded.assessments / "submitted", small.assessments / "submitted")
    grade(our(small), QUIZ, workers=3)
    assert rows_of(small.assessments) == rows_of(graded.assessments)
    assert not list((small.assessments / ".grading" / QUIZ).glob("*"))


def test_a_second_run_finds_nothing_to_do_and_nbgrader_goes_on_from_there(
    small: Classroom,
) -> None:
    small.hand_in("ada", saved(GOOD))
    assert [one.student for one in grade(our(small), QUIZ)] == ["ada"]
    assert grade(our(small), QUIZ) == []
    small.mark_by_hand("ada", "write-how", 1.5, "Good.")
    small.run(small.teach("autograde", QUIZ, "--force"), small.teach("generate_feedback", QUIZ))
    assert small.marks("ada")["write-how"] == 1.5
    assert [one.student for one in grade(our(small), QUIZ, again=True)] == ["ada"]
    assert small.marks("ada")["write-how"] == 1.5
    assert "<b>10.5</b> of 11 points</p>" in small.page("ada")


def test_a_mark_by_hand_waits_for_another_look_when_its_answer_has_changed(
    small: Classroom,
) -> None:
    for student in ("ada", "bob"):
        small.hand_in(student, saved(GOOD))
    grade(our(small), QUIZ)
    for student in ("ada", "bob"):
        small.mark_by_hand(student, "write-how", 2, "")
    small.hand_in("bob", saved(GOOD | {"write-how": "Something else."}))
    grade(our(small), QUIZ, again=True)
    assert small.marks("ada")["write-how"] == 2
    assert small.marks("bob")["write-how"] is None


def prepared(room: Classroom) -> None:
    """Three hand-ins, graded and marked by hand; then the key and one answer change."""
    for student in ("ada", "bob", "cleo"):
        small_change = {"pick-red": "rust"} if student == "ada" else {}
        room.hand_in(student, saved(GOOD | small_change))
    in_a_process(lambda: grade(our(room), QUIZ))
    for student in ("ada", "bob", "cleo"):
        room.mark_by_hand(student, "write-how", 1.5, "Seen.")
    room.hand_in("bob", saved(GOOD | {"write-how": "Quite another answer."}))
    mended(room, "text: Rust,", "text: Rust, correct: true,")
    mended(room, "text: Blood, correct: true,", "text: Blood,")


def again(room: Classroom) -> Callable[[], object]:
    return lambda: grade(our(room), QUIZ, again=True)


def by_nbgrader(room: Classroom) -> Callable[[], object]:
    def work() -> None:
        from classroom.commands import run

        run(str(room.assessments), ["autograde", QUIZ, "--force"])

    return work


@pytest.mark.parametrize(("work", "stride"), [(again, 1), (by_nbgrader, 5)])
def test_killed_at_any_step_the_next_run_ends_as_an_undisturbed_one(
    released: Classroom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    work: Callable[[Classroom], Callable[[], object]],
    stride: int,
) -> None:
    monkeypatch.setattr(grading, "BATCH", 2)
    start = released.copy(tmp_path / "start")
    prepared(start)
    undisturbed = start.copy(tmp_path / "undisturbed")
    in_a_process(again(undisturbed))
    wanted = rows_of(undisturbed.assessments)
    assert wanted != rows_of(start.assessments)
    # bob's written answer has changed, so that mark needs another look; the others stand.
    assert [undisturbed.marks(name)["write-how"] for name in ("ada", "bob", "cleo")] == [
        1.5, None, 1.5,
    ]  # fmt: skip

    step, begun = 1, 0
    while True:
        room = start.copy(tmp_path / "run")
        if not killed_at(step, work(room)):
            break
        if unfinished(room.assessments, QUIZ):
            begun += 1
            in_a_process(lambda room=room: grade(our(room), QUIZ))  # type: ignore[misc]
            assert rows_of(room.assessments) == wanted, step
            assert files_of(room.assessments / "autograded", QUIZ) == files_of(
                undisturbed.assessments / "autograded", QUIZ
            ), step
            assert not list((room.assessments / ".grading" / QUIZ).glob("[js]*")), step
        elif rows_of(room.assessments) != wanted:
            # Killed before it had begun, which is as if it had never been called.
            assert rows_of(room.assessments) == rows_of(start.assessments), step
        shutil.rmtree(room.root)
        step += stride
    assert begun > 10


def die(_students: list[str]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_loses_nothing(small: Classroom) -> None:
    for number in range(4):
        small.hand_in(f"s{number}", saved(GOOD))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_stage_all", die)
        with pytest.raises(ClassroomError, match="Nothing is lost"):
            grade(our(small), QUIZ, workers=2)
    assert len(grade(our(small), QUIZ)) == 4
    assert small.marks("s3")["pick-red"] == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda room: mended(room, "title: Sample", "title: [Sample"), "is not valid YAML"),
        (lambda room: mended(room, "id: rust", "id: ochre"), "no longer holds 'rust'"),
        (lambda room: (room.assessments / "bank" / f"{QUIZ}.yaml").unlink(), "The file is missing"),
    ],
)
def test_a_class_that_cannot_be_graded_is_left_as_it_is(
    small: Classroom, change: Callable[[Classroom], object], why: str
) -> None:
    small.hand_in("ada", saved(GOOD))
    grade(our(small), QUIZ)
    before = rows_of(small.assessments), files_of(small.assessments / "autograded", QUIZ)
    change(small)
    code, told = command("grade", QUIZ, "--again", "--course", str(small.assessments))
    assert code == 1
    assert why in told
    assert before == (
        rows_of(small.assessments), files_of(small.assessments / "autograded", QUIZ),
    )  # fmt: skip


def stray(name: str, text: str = "") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        saved(GOOD)(folder)
        content = (folder / "responses.json").read_text(encoding="utf-8")
        (folder / "responses.json").unlink()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text or content, encoding="utf-8")

    return change


@pytest.mark.parametrize(
    "name",
    [
        "responses (1).json",
        "Responses.JSON",
        "90-sample/responses.json",
        "Copy of responses.json",
        "responses.sync-conflict-20261121-1000.json",
        "response.json.txt",
    ],
)
def test_one_file_that_can_be_meant_is_read_wherever_it_lies(small: Classroom, name: str) -> None:
    small.hand_in("ada", stray(name))
    (outcome,) = grade(our(small), QUIZ)
    assert outcome.state == "graded"
    assert f"The answers were read from '{name}'" in outcome.told[0]
    assert small.marks("ada")["pick-red"] == 1


def test_what_is_not_obvious_is_named_and_not_guessed(small: Classroom) -> None:
    def two(folder: Path) -> None:
        stray("responses (1).json")(folder)
        shutil.copy(folder / "responses (1).json", folder / "responses (2).json")

    def conflict(folder: Path) -> None:
        saved(GOOD)(folder)
        shutil.copy(folder / "responses.json", folder / "responses (1).json")

    def cut(folder: Path) -> None:
        saved(GOOD)(folder)
        (folder / "responses.json").write_text("{", encoding="utf-8")
        (folder / "old" / "responses.json").parent.mkdir()
        (folder / "old" / "responses.json").write_text("{}", encoding="utf-8")

    small.hand_in("two", two)
    small.hand_in("conflict", conflict)
    small.hand_in("cut", cut)
    outcomes = {one.student: one for one in grade(our(small), QUIZ)}
    assert outcomes["two"].state == "answers unreadable"
    assert "'responses (1).json" in str(outcomes["two"].told).replace(
        "responses (1).json,", "'responses (1).json"
    )
    assert "more than one file may be meant" in outcomes["two"].told[0]
    assert outcomes["conflict"].state == "graded"
    assert "Beside it lies 'responses (1).json'" in outcomes["conflict"].told[0]
    assert outcomes["cut"].state == "answers unreadable"
    assert "The answers may be in 'old/responses.json'" in outcomes["cut"].told[0]


def test_json_is_one_document_and_the_exit_code_tells(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    code, told = command("grade", QUIZ, "--json", "--course", str(small.assessments))
    assert code == 0
    assert json.loads(told) == {
        "quiz": QUIZ,
        "outcomes": [{"student": "ada", "state": "graded", "told": []}],
    }
    small.hand_in("bob", ANSWERS["cut-short"].change)
    code, told = command("grade", QUIZ, "--course", str(small.assessments))
    assert code == 1
    assert "bob: responses.json is damaged or cut short" in told
    assert "1 answers unreadable." in told


def test_only_students_that_fit_the_pattern_are_graded(small: Classroom) -> None:
    for name in ("ada", "a[1]", "bob"):
        small.hand_in(name, saved(GOOD))
    assert [one.student for one in grade(our(small), QUIZ, students="a[1]")] == ["a[1]"]
    assert [one.student for one in grade(our(small), QUIZ, students="a*")] == ["ada"]


def test_a_folder_with_brackets_in_its_name_is_a_folder(
    released: Classroom, tmp_path: Path
) -> None:
    room = released.copy(tmp_path / "class [2026]")
    room.hand_in("ada", saved(GOOD))
    assert [one.state for one in grade(our(room), QUIZ)] == ["graded"]
