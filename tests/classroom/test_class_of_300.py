"""A class of 300 with known abilities, from its draws to marks and questions elsewhere.

All of it with the commands that an instructor types; one test tells the whole story.
"""

import csv
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from browser.conftest import Host
from classroom.class_of_300 import (
    BAD_KEY,
    PLANTED,
    QUIZ,
    answers,
    earned,
    hand_in,
    spoil_key,
    students,
    written_points,
)
from classroom.conftest import Classroom
from classroom.made_up_class import ASSESSMENTS, asked
from running_muscles import cli
from running_muscles.classroom.report import rules

pytestmark = pytest.mark.classroom
*_, DAMAGED, MISSING = students()
FORMATS = ("moodle", "qti12", "gift", "qti21")


def run(*words: str | Path) -> str:
    """A command of ours, which must succeed."""
    if not any(group.name == "quiz" for group in cli.app.registered_groups):
        cli._add_quiz()
    result = CliRunner().invoke(cli.app, list(map(str, words)))
    assert result.exit_code in (0, 1), result.output
    return result.output


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, nbgrader: "subprocess.Popen[str]") -> Classroom:
    """Three hundred hand-ins to a quiz with a wrong key, graded and marked by hand."""
    made = Classroom(tmp_path_factory.mktemp("three-hundred"), nbgrader)
    folder = made.assessments
    for part in ("bank", f"source/{QUIZ}"):
        shutil.copytree(ASSESSMENTS / part, folder / part)
    (made.root / "exchange" / "running-muscles" / "feedback").mkdir(parents=True)
    config = (ASSESSMENTS / "nbgrader_config.py").read_text(encoding="utf-8")
    # Beside the folder of the class, so that a copy of the class has an exchange of its own.
    own = config + "\nhere = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\n"
    own += 'c.Exchange.root = os.path.join(here, "exchange")\n'
    (folder / "nbgrader_config.py").write_text(own, encoding="utf-8")
    (folder / "roster.csv").write_text("\n".join(["student_id", *students()]), encoding="utf-8")
    spoil_key(folder / "bank" / f"{QUIZ}.yaml")
    made.run(made.teach("generate_assignment", QUIZ))
    sat = list(hand_in(folder / "submitted", folder / "release" / QUIZ, PLANTED))
    run("grade", QUIZ, "--course", str(folder))
    by_hand: dict[str, dict[str, float]] = {}
    for student in sat:
        (text,) = (one for one in asked(QUIZ, student) if one["type"] == "text")
        if text["id"] in answers(student, PLANTED):
            by_hand.setdefault(text["slot"], {})[student] = written_points(student, PLANTED)
    for slot, points in by_hand.items():
        made.mark_class_by_hand(QUIZ, slot, points, "")
    return made


@pytest.fixture(scope="module")
def told(room: Classroom) -> str:
    run("report", "--course", "--class", str(room.assessments))
    return run("report", QUIZ, "--class", str(room.assessments))


def rows(room: Classroom, name: str = QUIZ) -> dict[str, dict[str, str]]:
    path = room.assessments / "reports" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["question"]: row for row in csv.DictReader(file)}


def test_the_whole_story(room: Classroom, told: str, tmp_path: Path) -> None:
    twin = room.copy(tmp_path)
    report_finds_what_is_planted(room, told)
    drop_changes_nothing_when_dry(twin)
    feedback_is_renewed_after_the_drop(twin)
    marks_fill_three_gradebooks(twin, tmp_path)


def report_finds_what_is_planted(room: Classroom, told: str) -> None:
    name, option = PLANTED.misconception
    assert "298 students with marks" in told
    assert f"{BAD_KEY[0]}: {rules.KEY.title}" in told
    assert f"{name}: {rules.MISCONCEPTION.title}" in told
    assert f"{PLANTED.weak}: not met" in told
    found = rows(room)
    assert {question for question, row in found.items() if row["flags"]} == {name, BAD_KEY[0]}
    assert len(told.splitlines()) == 3 + 3
    reason = next(
        one["reason"]
        for student in students(40)
        for question in asked(QUIZ, student)
        if question["id"] == name
        for one in question["options"]
        if one["id"] == option
    )
    assert found[name]["most_chosen_wrong_reason"] == reason
    assert float(found[BAD_KEY[0]]["rest_correlation"]) < 0
    assert sum(int(row["asked"]) for row in found.values()) == 298 * 10
    recorded = [int(row["seconds_recorded"]) for row in found.values()]
    assert 0.7 * 298 * 9 < sum(recorded) < 0.75 * 298 * 10
    assert {float(row["seconds_median"]) for row in found.values()} <= {30.5, 31.0}
    assert "31 s in the middle; half of the" in page(room)


def asked_the_bad_one() -> set[str]:
    return {
        student
        for student in students()[:-2]
        if BAD_KEY[0] in {question["id"] for question in asked(QUIZ, student)}
    }


def drop_changes_nothing_when_dry(twin: Classroom) -> None:
    folder = ("--course", twin.assessments)
    assert run("feedback", QUIZ, *folder).startswith("298 pages written")
    before = stand(twin)
    dry = run("quiz", "drop", BAD_KEY[0], "--dry-run", *folder)
    assert stand(twin) == before
    gains = dict(line.split(": +") for line in dry.splitlines() if ": +" in line)
    assert set(gains) == asked_the_bad_one()
    # By the key as it is spoiled, only the planted wrong option has its point already.
    right = {name for name in gains if answers(name, PLANTED).get(BAD_KEY[0]) == BAD_KEY[1]}
    assert {name for name, gain in gains.items() if gain == "0"} == right
    assert "nobody loses a point" in dry


def stand(room: Classroom) -> dict[str, str]:
    """Every file of the class, as a digest."""
    return {
        str(path.relative_to(room.root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in room.root.rglob("*")
        if path.is_file()
    }


def feedback_is_renewed_after_the_drop(twin: Classroom) -> None:
    folder = ("--course", twin.assessments)
    run("quiz", "drop", BAD_KEY[0], "--reason", "The key was wrong.", *folder)
    done = run("renew", QUIZ, *folder)
    assert "298 of 299 hand-ins marked again." in done
    # A reason stands on the page of everybody who was asked it, and on no other.
    asked_it = asked_the_bad_one()
    assert f"{len(asked_it)} pages renewed, {298 - len(asked_it)} are as they were." in done
    assert "The pages are given back." in done
    given = twin.root / "exchange" / "running-muscles" / "feedback"
    pages = [path.read_text(encoding="utf-8") for path in given.glob("*.html")]
    assert len(pages) == 298
    assert sum("The key was wrong." in page for page in pages) == len(asked_it)
    said = run("report", QUIZ, "--class", twin.assessments)
    assert f"{BAD_KEY[0]}: " not in said
    assert rows(twin)[BAD_KEY[0]]["dropped"] == "yes"


# What each system's file starts with, and how a row of a student looks; x is the cell of the mark.
THEIRS = {
    "canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,03-core (12)\n    Points Possible,,,,,16.00\n",
        "Runner,5,,{},A,{}\n",
    ),
    "moodle": (
        "First name,Last name,ID number,Institution,Department,Email address,"
        "Assignment: Core (Real),Last downloaded from this course\n",
        "Ru,Nner,{},,,,{},1795000000\n",
    ),
    "blackboard": (
        "Last Name,First Name,Username,Student ID,Last Access,Availability,"
        "03-core [Total Pts: 16 Score] |664617\n",
        "Nner,Ru,{},,,Yes,{}\n",
    ),
}


def marks_fill_three_gradebooks(twin: Classroom, folder: Path) -> None:
    wanted = {name: earned(name, dropped=BAD_KEY[0]) for name in students()[:-2]}
    for system, (head, row) in THEIRS.items():
        path = folder / f"{system}.csv"
        people = [*reversed(students()), "stranger"]
        path.write_text(head + "".join(row.format(name, "") for name in people), encoding="utf-8")
        said = run("marks", QUIZ, "--for", system, "--file", path, "--course", twin.assessments)
        assert "298 marks." in said
        assert "in their file, but not in the class: " in said
        assert f"{DAMAGED} (answers unreadable)" in said
        assert f"{MISSING} (not submitted)" in said
        text = (folder / f"{system}-filled.csv").read_text(encoding="utf-8")
        lines = [line.rstrip("\r") for line in text.removeprefix(head).splitlines()]
        given = [f"{wanted[name]:g}" if name in wanted else "" for name in people]
        assert lines == [row.format(*one).rstrip() for one in zip(people, given, strict=True)]


def page(room: Classroom, name: str = QUIZ) -> str:
    return (room.assessments / "reports" / f"{name}.html").read_text(encoding="utf-8")


def test_a_page_stands_alone_and_names_only_who_needs_a_word(room: Classroom, told: str) -> None:
    text = page(room)
    assert text.count("plotly.js v") == 1
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=", text)
    named = set(re.findall(r"runner-\d{3}", text))
    assert named == {DAMAGED, MISSING}
    assert "Stability and strength" in text
    assert "Cronbach" in text
    assert (room.assessments / "reports").stat().st_mode & 0o077 == 0


def test_an_anonymous_report_names_nobody(room: Classroom, told: str) -> None:
    run("report", QUIZ, "--anonymous", "--class", str(room.assessments))
    assert "runner-" not in page(room)
    assert "runner-" not in (room.assessments / "reports" / f"{QUIZ}.csv").read_text("utf-8")
    run("report", QUIZ, "--class", str(room.assessments))
    assert DAMAGED in page(room)


def test_no_key_goes_where_students_are(room: Classroom, told: str) -> None:
    for step in ("release", "feedback", "source"):
        assert not [path for path in (room.assessments / step).rglob("*") if "report" in path.name]


def test_a_course_report_sums_its_quizzes_up(room: Classroom, told: str) -> None:
    said = run("report", "--course", "--class", str(room.assessments))
    assert "298 students with marks" in said
    assert f"{PLANTED.weak}: not met" in said
    text = page(room, "course")
    assert "03-core: Core" in text
    assert set(re.findall(r"runner-\d{3}", text)) == {DAMAGED, MISSING}
    assert rows(room, "course").keys() == rows(room).keys()
    run("report", "--course", "--anonymous", "--class", str(room.assessments))
    assert "runner-" not in page(room, "course")
    run("report", "--course", "--class", str(room.assessments))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Name one quiz"),
        (["03-core", "--course"], "Name one quiz"),
        (["99-none"], "99-none is no quiz of this class"),
        (["../bank"], "is no quiz of this class"),
    ],
)
def test_what_cannot_be_reported_has_a_sentence(
    room: Classroom, words: list[str], sentence: str
) -> None:
    said = run("report", *words, "--class", str(room.assessments))
    assert sentence in said
    assert "Traceback" not in said


@pytest.mark.browser
@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"width": 360}], ids=["light", "dark", "phone"]
)
@pytest.mark.parametrize("name", [QUIZ, "course"])
def test_a_page_can_be_read_by_everybody(
    room: Classroom, told: str, chromium: Browser, name: str, options: dict
) -> None:
    host = Host(chromium, **options)
    host.context.unroute("**/*")
    host.context.set_default_timeout(60_000)  # five megabytes of script, read from a disk
    tab = host.context.new_page()
    asked_for: list[str] = []
    tab.on("request", lambda request: asked_for.append(request.url))
    tab.on("pageerror", lambda error: host.errors.append(str(error)))
    address = (room.assessments / "reports" / f"{name}.html").as_uri()
    tab.goto(address)
    tab.wait_for_selector(".js-plotly-plot .main-svg")
    assert host.axe(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    # No chart lies over the table beside it.
    assert tab.evaluate(
        """[...document.querySelectorAll(".rm-chart")].every((chart) => {
            const drawn = chart.querySelector(".main-svg").getBoundingClientRect();
            return drawn.right <= chart.getBoundingClientRect().right + 1;
        })"""
    )
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    host.context.close()
    assert asked_for == [address]
    assert host.errors == []
