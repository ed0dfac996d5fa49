"""The hostile class, graded in both ways: no mark too high, nothing run, nothing taken along."""

import csv
import hashlib
import html.parser
import shutil
from pathlib import Path

import pytest

from classroom.bad.answers import QUESTIONS, QUIZ
from classroom.conftest import COURSE, Classroom
from classroom.hostile import CANARY, CLASS, GRADED, NOTEBOOKS, REFUSED, TIMES
from classroom.rows_of import files_of, rows_of
from running_muscles.classroom import feedback
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.classroom.staging import Outcome

pytestmark = pytest.mark.classroom

MARKED = [name for name, trick in CLASS.items() if trick.marks is not None]


def filled(room: Classroom) -> Classroom:
    (room.assessments / "class.toml").write_text(f'course = "{COURSE}"\n')
    for name, trick in CLASS.items():
        folder = room.assessments / "submitted" / name / QUIZ
        shutil.copytree(room.root / "students" / "fetcher" / QUIZ, folder)
        (folder / "timestamp.txt").write_text("2026-11-21 12:00:00 UTC")
        (folder / "submission_secret.txt").write_text(hashlib.sha256(name.encode()).hexdigest())
        trick.change(folder)
    return room


def outside(room: Classroom) -> dict[str, bytes]:
    """Everything that no hand-in may change: bank, sources, settings, students' own files."""
    folders = ("bank", "source", "release", "class.toml", "nbgrader_config.py")
    roots = [room.root / "students", *(room.assessments / name for name in folders)]
    paths = [path for root in roots for path in (root, *root.rglob("*")) if path.is_file()]
    return {str(path): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def stock(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class, graded by nbgrader's own commands."""
    room = filled(released.copy(tmp_path_factory.mktemp("hostile-stock")))
    before = outside(room)
    steps = [
        room.teach("autograde", QUIZ),
        room.teach("generate_feedback", QUIZ),
        room.teach("release_feedback", QUIZ),
        room.teach("export", "--to", "grades.csv"),
    ]
    results = room.run(*steps, codes=(0, 1))
    for step, result in zip(steps, results, strict=True):
        room.logs[step["argv"][0]] = result["log"]
    assert outside(room) == before
    return room


@pytest.fixture(scope="module")
def ours(
    released: Classroom, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Classroom, dict[str, Outcome]]:
    """The class, graded by `running-muscles grade`."""
    room = filled(released.copy(tmp_path_factory.mktemp("hostile-ours")))
    before = outside(room)
    outcomes = grade(OurClassroom.of(room.assessments), QUIZ)
    feedback.write(OurClassroom.of(room.assessments), QUIZ)
    assert outside(room) == before
    return room, {one.student: one for one in outcomes}


def test_the_class_is_large_enough() -> None:
    assert len(CLASS) >= 60


@pytest.mark.parametrize("student", MARKED, ids=ascii)
def test_the_marks_are_what_the_answers_have_earned(stock: Classroom, student: str) -> None:
    expected = dict(zip(QUESTIONS, CLASS[student].marks, strict=True))  # type: ignore[arg-type]
    assert stock.marks(student) == pytest.approx(expected)


def test_both_ways_give_the_same_rows(
    stock: Classroom, ours: tuple[Classroom, dict[str, Outcome]]
) -> None:
    assert rows_of(stock.assessments) == rows_of(ours[0].assessments)


def test_both_ways_give_the_same_files(
    stock: Classroom, ours: tuple[Classroom, dict[str, Outcome]]
) -> None:
    first = files_of(stock.assessments / "autograded", QUIZ)
    second = files_of(ours[0].assessments / "autograded", QUIZ)
    assert sorted(first) == sorted(second)
    assert first == second


@pytest.mark.parametrize("student", CLASS, ids=ascii)
def test_everything_odd_has_a_state_and_a_sentence(
    stock: Classroom, ours: tuple[Classroom, dict[str, Outcome]], student: str
) -> None:
    trick, outcome = CLASS[student], ours[1][student]
    assert outcome.state == trick.state
    assert trick.sentence in " ".join(outcome.told)
    row = exported(stock)[student]
    assert row["state"] == {GRADED: "needs marking"}.get(trick.state, trick.state) or (
        row["state"] == GRADED and None not in (trick.marks or ())
    )
    assert (row["score"] == "") == (trick.marks is None)
    # What is odd about a notebook or a time is told by the run and on the page.
    if student not in TIMES | NOTEBOOKS:
        assert trick.sentence in row["note"]


def exported(room: Classroom) -> dict[str, dict[str, str]]:
    with (room.assessments / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        # An apostrophe keeps a spreadsheet from taking a name for a formula.
        return {row["student_id"].removeprefix("'"): row for row in csv.DictReader(file)}


def test_both_ways_give_the_same_pages(
    stock: Classroom, ours: tuple[Classroom, dict[str, Outcome]]
) -> None:
    first, second = (
        {
            str(path.relative_to(room.assessments)): path.read_bytes()
            for path in (room.assessments / "feedback").rglob("*")
            if path.is_file()
        }
        for room in (stock, ours[0])
    )
    assert sorted(first) == sorted(second)
    assert first == second


def test_the_refused_are_named_and_stop_nobody(stock: Classroom) -> None:
    log = stock.logs["autograde"]
    for student, trick in CLASS.items():
        if trick.state == REFUSED:
            lines = [line for line in log.splitlines() if f"'{' '.join(student.split())}'" in line]
            assert any(trick.sentence in line for line in lines), student
    graded = {path.parent.name for path in (stock.assessments / "autograded").glob(f"*/{QUIZ}")}
    assert graded == set(MARKED)


def test_no_command_ends_in_a_traceback(stock: Classroom) -> None:
    for command in ("generate_feedback", "release_feedback", "export"):
        assert "Traceback" not in stock.logs[command], command


def test_nothing_that_was_handed_in_is_run(
    stock: Classroom, ours: tuple[Classroom, dict[str, Outcome]]
) -> None:
    for room in (stock, ours[0]):
        assert not list(room.root.rglob(CANARY))
        assert not any((up / CANARY).exists() for up in room.root.parents)


class _Page(html.parser.HTMLParser):
    """What a browser would do with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "base", "form", "img", "link"):
            self.bad.append(tag)
        for name, value in attrs:
            leads = name in ("href", "src", "action", "xlink:href")
            if name.startswith("on") or (leads and not (value or "").startswith("#")):
                self.bad.append(f"{tag} {name}={value}")


def test_no_page_runs_anything_or_leads_anywhere(stock: Classroom) -> None:
    pages = list((stock.assessments / "feedback").glob(f"*/{QUIZ}/**/*.html"))
    assert len(pages) == len(MARKED)
    for path in pages:
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        assert page.bad == [], path


def test_only_pages_of_feedback_are_given_back(stock: Classroom) -> None:
    given = list((stock.root / "exchange" / COURSE / "feedback").iterdir())
    without = ("secret-folder", "secret-bytes")
    assert len(given) == len(MARKED) - len(without)
    for path in given:
        text = path.read_text(encoding="utf-8")
        assert "<h1>Feedback:" in text
        assert "slots:" not in text
    for student in without:
        assert (
            f"'{student}': There is no readable submission_secret.txt"
            in (stock.logs["release_feedback"])
        )
    kept = {"timestamp.txt", "submission_secret.txt", f"{QUIZ}.html"}
    for path in (stock.assessments / "feedback").glob(f"*/{QUIZ}/*"):
        assert path.name in kept
        assert not Path(path).is_symlink()
