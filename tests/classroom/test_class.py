"""A class of one's own: made, looked after, drawn, marked by its own rules, given back."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.commands import run
from classroom.conftest import REPOSITORY, Classroom
from running_muscles.classroom import feedback
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.classroom.status import standings
from running_muscles.cli import _add_quiz, app
from running_muscles.quiz import public
from running_muscles.quiz.answers_file import Responses

pytestmark = pytest.mark.classroom
_add_quiz()

OPEN_BANK = REPOSITORY / "assessments" / "bank"
ROSTER = "Student ID;First name;Surname;Extra minutes\nada;Ada;Lovelace;\nbob;Bob;Müller;30\n"


def command(*argv: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(part) for part in argv])
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new class with the open bank and a roster as a spreadsheet writes it."""
    root = tmp_path_factory.mktemp("made")
    (root / "list.csv").write_text(ROSTER, encoding="utf-16")
    code, told = command(
        "class", "new", root / "autumn-2026", "--students", root / "list.csv", "--bank", OPEN_BANK
    )
    assert code == 0, told
    assert "2 students" in told
    return root / "autumn-2026"


def copy_of(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "class")
    return tmp_path / "class"


def test_a_new_class_has_its_own_edition_quizzes_and_roster(made: Path) -> None:
    assert 'edition = "open"' not in (made / "class.toml").read_text(encoding="utf-8")
    built = sorted(path.parent.name for path in made.glob("source/*/questions.json"))
    assert built == sorted(path.stem for path in OPEN_BANK.glob("*.yaml"))
    with OurClassroom.of(made).gradebook() as gradebook:
        people = {s.id: (s.first_name, s.last_name) for s in gradebook.students}
    assert people == {"ada": ("Ada", "Lovelace"), "bob": ("Bob", "Müller")}
    code, told = command("class", "status", "--course", made)
    assert code == 0
    assert "Class autumn-2026, edition" in told
    assert "2 students in the roster, 1 with extra time." in told
    assert "questions are public" in told


def test_two_classes_ask_different_questions(made: Path, tmp_path: Path) -> None:
    code, told = command("class", "new", tmp_path / "other", "--bank", OPEN_BANK)
    assert code == 0, told
    draws = [
        command("quiz", "preview", "03-core", "--student", "ada", "--course", folder)[1]
        for folder in (made, tmp_path / "other")
    ]
    assert draws[0] != draws[1]
    assert "as ada gets it in edition" in draws[0]


def listed(root: Path, text: str) -> None:
    (root / "list.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda root: (root / "new" / "x").mkdir(parents=True), "is there already"),
        (lambda root: listed(root, "name\nAda\n"), "no column holds the students"),
        (lambda root: listed(root, "id\na[1]\n"), "cannot have the character '['"),
        (lambda root: listed(root, "id\nada\nada\n"), "stands here a second time"),
        (lambda root: listed(root, "id,extra time\nada,much\n"), "no number of minutes"),
        (lambda root: None, "No such file"),
    ],
)
def test_a_class_that_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, prepare: object, told: str
) -> None:
    prepare(tmp_path)  # type: ignore[operator]
    before = sorted(tmp_path.rglob("*"))
    code, output = command(
        "class", "new", tmp_path / "new", "--students", tmp_path / "list.csv", "--bank", OPEN_BANK
    )
    assert code == 1
    assert told in output.replace("\n", " ")
    assert sorted(tmp_path.rglob("*")) == before


def test_own_questions_join_and_replace_the_open_ones(made: Path, tmp_path: Path) -> None:
    folder = copy_of(made, tmp_path)
    slots = command("quiz", "new", "03-core", "nowhere", "--id", "mine", "--course", folder)[1]
    slot = slots.split("It has: ")[1].split(",")[0]
    code, told = command("quiz", "new", "03-core", slot, "--id", "mine", "--course", folder)
    assert code == 0, told
    code, told = command("quiz", "check", "--course", folder)
    assert code == 1
    assert "mine: A text still says TODO" in told
    own = folder / "bank" / "own" / "03-core.yaml"
    text = own.read_text(encoding="utf-8")
    for number in range(text.count("TODO")):
        text = text.replace("TODO", f"Words {number} for", 1)
    own.write_text(text, encoding="utf-8")
    code, told = command("quiz", "copy", "core-six-pack", "--course", folder)
    assert code == 0, told
    assert "core-six-pack-own" in own.read_text(encoding="utf-8")
    code, told = command("quiz", "check", "--course", folder)
    assert code == 0, told
    assert command("quiz", "build", "--course", folder)[0] == 0
    asked = (folder / "source" / "03-core" / "questions.json").read_text(encoding="utf-8")
    assert '"mine"' in asked
    assert '"core-six-pack-own"' in asked
    before = command("class", "status", "--course", made)[1]
    after = command("class", "status", "--course", folder)[1]
    (few, all_before), (same, all_after) = (
        re.findall(r"03-core +(\d+) of (\d+) questions are public", told)[0]
        for told in (before, after)
    )
    assert few == same
    assert int(all_after) == int(all_before) + 2
    code, told = command("quiz", "copy", "core-six-pack", "--course", folder)
    assert code == 1
    assert "is named 'core-six-pack-own' already" in told


def test_own_files_can_leave_open_questions_out(made: Path, tmp_path: Path) -> None:
    folder = copy_of(made, tmp_path)
    own = folder / "bank" / "own" / "03-core.yaml"
    own.write_text(
        "quiz: 03-core\ntitle: Core\nlesson: 03-core\nleave_out: [core-six-pack, no-such]\n"
        "questions: []\n",
        encoding="utf-8",
    )
    code, told = command("quiz", "check", "--course", folder)
    assert code == 1
    assert "has too few entries" in told


def late(room: Classroom, rule: str, roster: str = "") -> None:
    (room.assessments / "class.toml").write_text(f"[late]\n{rule}\n", encoding="utf-8")
    if roster:
        (room.assessments / "roster.csv").write_text(roster, encoding="utf-8")


def standing_of(room: Classroom, student: str) -> object:
    classroom = OurClassroom.of(room.assessments)
    with classroom.gradebook() as gradebook:
        found = classroom.assignment(gradebook, QUIZ)
        return {one.student: one for one in standings(gradebook, classroom, found)}[student]


def test_lateness_is_reckoned_when_marks_are_shown(small: Classroom) -> None:
    for student in ("ada", "bob"):
        folder = small.hand_in(student, saved(GOOD))
        (folder / "timestamp.txt").write_text("2026-12-01 18:20:00 UTC", encoding="utf-8")
    small.hand_in("early", saved(GOOD))
    code, told = command(
        "class", "due", QUIZ, "2026-12-01 18:00+00:00", "--course", small.assessments
    )
    assert code == 0
    assert "that is 2026-12-01 18:00 UTC" in told
    grade(OurClassroom.of(small.assessments), QUIZ)
    late(small, "percent_per_day = 10\ngrace_minutes = 5", "student_id,extra_minutes\nbob,30\n")
    ada = standing_of(small, "ada")
    assert (ada.raw, ada.penalty, ada.points) == (9, 1.1, 7.9)  # type: ignore[attr-defined]
    assert ada.remarks == ("late by 20 min",)  # type: ignore[attr-defined]
    assert standing_of(small, "bob").points == 9  # type: ignore[attr-defined]
    # The written mark comes later, and so does a change of mind about the rule.
    small.mark_by_hand("ada", "write-how", 2, "")
    assert standing_of(small, "ada").points == 9.9  # type: ignore[attr-defined]
    small.run(small.teach("generate_feedback", QUIZ), small.teach("export"))
    assert "<b>9.9</b> of 11 points</p>" in small.page("ada")
    assert "1.1 points were taken off for handing in late" in small.page("ada")
    row = next(
        line
        for line in (small.assessments / "grades.csv").read_text("utf-8-sig").splitlines()
        if ",ada," in line
    )
    assert ",11.0,1.1,9.9,11.0,graded,20 min," in row
    late(small, "percent_per_day = 0")
    assert standing_of(small, "ada").points == 11  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["[late", "late = 1", "[late]\nper_day = 1", "edition = 'a b'", "x = 1"]
)
def test_settings_that_are_none_are_told(small: Classroom, text: str) -> None:
    (small.assessments / "class.toml").write_text(text, encoding="utf-8")
    code, told = command("class", "status", "--course", small.assessments)
    assert code == 1
    assert "class.toml" in told


def test_our_feedback_pages_are_those_that_nbgrader_writes(
    graded: Classroom, tmp_path: Path
) -> None:
    twin = graded.copy(tmp_path)
    shutil.rmtree(twin.assessments / "feedback")
    written = feedback.write(OurClassroom.of(twin.assessments), QUIZ)
    ours = {
        str(path.relative_to(twin.assessments)): path.read_text(encoding="utf-8")
        for path in twin.assessments.glob("feedback/*/*/*.html")
    }
    stock = {
        str(path.relative_to(graded.assessments)): path.read_text(encoding="utf-8")
        for path in graded.assessments.glob("feedback/*/*/*.html")
    }
    assert ours == stock
    assert len(written.changed) == len(ours)
    # A second run writes nothing, and one after a mark by hand writes that page.
    assert feedback.write(OurClassroom.of(twin.assessments), QUIZ).changed == ()
    twin.mark_by_hand("good", "write-how", 2, "Well seen.")
    assert feedback.write(OurClassroom.of(twin.assessments), QUIZ).changed == ("good",)
    code, told = command("feedback", QUIZ, "--course", twin.assessments)
    assert (code, told.splitlines()[0]) == (0, f"0 pages written, {len(ours)} are as they were.")


def test_a_draw_answered_under_another_name_is_marked_and_said(made: Path, tmp_path: Path) -> None:
    """A download from a learning management system: the account at home is not the id here."""
    folder = copy_of(made, tmp_path)
    classroom = OurClassroom.of(folder)
    assert run(str(folder), ["generate_assignment", "03-core"])["code"] == 0
    quiz = public.load(folder / "release" / "03-core" / "questions.json")
    at = "2026-11-21T10:00:00.000Z"
    for student, name in (("ada", "laptop-user"), ("bob", "bob")):
        hand_in = folder / "submitted" / student / "03-core"
        shutil.copytree(folder / "release" / "03-core", hand_in)
        answers = Responses(hand_in / "responses.json", "03-core", quiz.edition, name)
        for entry in quiz.asked(name).values():
            if entry["type"] == "single":
                answers.set(entry["id"], entry["options"][0]["id"], at)
    outcomes = {one.student: one for one in grade(classroom, "03-core")}
    assert "answered under the name 'laptop-user'" in outcomes["ada"].told[0]
    assert outcomes["bob"].told == ()
    told = command("quiz", "status", "03-core", "--course", folder)[1]
    assert "answered as someone else (laptop-user)" in told
    # With the name taken out, the answers are held against the draw of the id, and named.
    path = folder / "submitted" / "ada" / "03-core" / "responses.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["student"]
    path.write_text(json.dumps(data), encoding="utf-8")
    (outcome,) = grade(classroom, "03-core", students="ada", again=True)
    assert any("which this student was not asked" in sentence for sentence in outcome.told)
    data["edition"] = "another"
    path.write_text(json.dumps(data), encoding="utf-8")
    (outcome,) = grade(classroom, "03-core", students="ada", again=True)
    assert outcome.state == "answers unreadable"
    assert "another edition" in outcome.told[0]


def test_a_dropped_question_costs_nobody_a_point(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD | {"sort-planets": ["mars", "earth", "venus", "mercury"]}))
    small.hand_in("bob", saved(GOOD))
    classroom = OurClassroom.of(small.assessments)
    grade(classroom, QUIZ)
    drop = ("quiz", "drop", "sort-planets", "--course", small.assessments)
    code, told = command(*drop, "--dry-run")
    assert (code, told.splitlines()[:2]) == (0, ["ada: +3", "bob: +0"])
    assert not (small.assessments / "dropped.csv").exists()
    assert command(*drop, "--reason", "Two orders are *right*.")[0] == 0
    assert small.marks("ada")["sort-planets"] == 0
    assert (
        "were marked before the bank was last changed"
        in command("quiz", "status", QUIZ, "--course", small.assessments)[1]
    )
    grade(classroom, QUIZ, again=True)
    assert small.marks("ada")["sort-planets"] == small.marks("bob")["sort-planets"] == 3
    feedback.write(classroom, QUIZ)
    assert "Why: Two orders are <em>right</em>." in small.page("ada")
    assert command(*drop)[0] == 1
    code, told = command("quiz", "drop", "write-how", "--course", small.assessments)
    assert "is marked by hand" in told
