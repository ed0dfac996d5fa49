"""Reports: what they find in a class whose abilities are known, and what they never say."""

import csv
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
    CLEAN,
    PLANTED,
    QUIZ,
    Planted,
    answers,
    hand_in,
    students,
    written_points,
)
from classroom.conftest import Classroom
from classroom.made_up_class import ASSESSMENTS, asked
from running_muscles import cli
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.report import rules
from running_muscles.classroom.report.objectives import CLOSE, MET, NOT_MET, TOO_FEW, learned
from running_muscles.classroom.report.people import falling
from running_muscles.classroom.report.questions import figures
from running_muscles.classroom.report.sat import Sat
from running_muscles.classroom.report.sat import answers as table_of
from running_muscles.classroom.source import QuizSource, quiz_source
from running_muscles.quiz.hand_in import HandIn

pytestmark = pytest.mark.classroom
*_, DAMAGED, MISSING = students()


def run(*words: str) -> str:
    """A command of ours, which must succeed."""
    if not any(group.name == "quiz" for group in cli.app.registered_groups):
        cli._add_quiz()
    result = CliRunner().invoke(cli.app, list(words))
    assert result.exit_code in (0, 1), result.output
    return result.output


@pytest.fixture(scope="module")
def source() -> QuizSource:
    found = quiz_source(OurClassroom.of(ASSESSMENTS).coursedir, QUIZ, QUIZ)
    assert found is not None
    return found


def sitting(source: QuizSource, planted: Planted, seed: int = 0, size: int = 300) -> Sat:
    """A class that sits the quiz, without files."""
    hand_ins: dict[str, HandIn] = {}
    by_hand: dict[str, dict[str, float]] = {}
    for student in students(size):
        own = answers(student, planted, seed)
        drawn = source.asked(student)
        values = {slot: own[one.id] for slot, one in drawn.items() if one.id in own}
        hand_ins[student] = HandIn(drawn, values)
        for slot in values:
            if drawn[slot].type == "text":
                by_hand[student] = {slot: written_points(student, planted, seed)}
    return Sat(source, (), table_of(source, hand_ins, by_hand))


def flagged(sat: Sat) -> set[tuple[str, str]]:
    weak = {one.objective for one in learned([sat]) if one.state == NOT_MET}
    return {(one.question.id, flag.rule.title) for one in figures(sat, weak) for flag in one.flags}


def not_met(sat: Sat) -> set[str]:
    return {one.objective for one in learned([sat]) if one.state == NOT_MET}


def test_in_a_clean_class_next_to_nothing_is_flagged(source: QuizSource) -> None:
    # Five kinds compare, each wrong once in a hundred reports: twelve reports have none nearly
    # always, and one in a thousand times more than two.
    sats = [sitting(source, CLEAN, seed) for seed in range(12)]
    assert sum(bool(flagged(sat)) for sat in sats) <= 2
    assert [not_met(sat) for sat in sats] == [set()] * len(sats)


def test_what_is_planted_is_found_and_nothing_else(source: QuizSource) -> None:
    question, option = PLANTED.misconception
    sat = sitting(source, Planted(misconception=PLANTED.misconception))
    found = {one.question.id: one for one in figures(sat) if one.flags}
    assert {name: [flag.rule for flag in one.flags] for name, one in found.items()} == {
        question: [rules.MISCONCEPTION]
    }
    assert found[question].mistake.choice.id == option
    assert not_met(sat) == set()

    weak = sitting(source, Planted(weak="core-running"))
    assert not_met(weak) == {"core-running"}
    assert flagged(weak) == set()
    hard = sitting(source, Planted(harder="core-belt"))
    assert flagged(hard) == {("core-belt", rules.HARDER.title)}


@pytest.mark.parametrize("name", ["core-belt", "stability-sit-ups", "core-count"])
def test_a_question_that_is_left_open_is_told(source: QuizSource, name: str) -> None:
    assert (name, rules.LEFT.title) in flagged(sitting(source, Planted(left_open=name)))


def test_nothing_is_claimed_from_few_answers(source: QuizSource) -> None:
    everything = Planted(PLANTED.misconception, "core-running", "core-count", "core-belt")
    sat = sitting(source, everything, size=9)
    assert flagged(sat) == set()
    assert {one.state for one in learned([sat])} == {TOO_FEW}
    middle = sitting(source, everything, size=40)
    few = {one.question.id for one in figures(middle) if one.asked < rules.FEWEST}
    assert few
    assert not few & {name for name, _ in flagged(middle)}


def test_objectives_have_three_answers(source: QuizSource) -> None:
    states = {one.state for one in learned([sitting(source, Planted(weak="core-running"))])}
    assert states <= {MET, NOT_MET, CLOSE}
    assert {MET, NOT_MET} <= states


def test_who_falls_is_told_after_what_the_class_fell() -> None:
    names = students(20)
    before = [dict.fromkeys(names, 0.8), dict.fromkeys(names, 0.7)]
    now = dict.fromkeys(names, 0.55) | {names[3]: 0.2, names[4]: 0.3}
    assert [word.student for word in falling(now, before)] == [names[3]]
    assert falling(now, before[:1]) == []  # one quiz is no middle
    assert falling(dict(list(now.items())[:9]), before) == []


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, nbgrader: "subprocess.Popen[str]") -> Classroom:
    """Three hundred hand-ins to a quiz with a wrong key, graded and marked by hand."""
    made = Classroom(tmp_path_factory.mktemp("three-hundred"), nbgrader)
    folder = made.assessments
    for part in ("bank", f"source/{QUIZ}"):
        shutil.copytree(ASSESSMENTS / part, folder / part)
    shutil.copy(ASSESSMENTS / "nbgrader_config.py", folder)
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


def spoil_key(bank: Path) -> None:
    """Put the key of one question on a wrong option."""
    question, option = BAD_KEY
    head, rest = re.split(rf"(?=^  - id: {question}$)", bank.read_text("utf-8"), flags=re.M)
    one, *others = re.split(r"(?=^  - id: )", rest, flags=re.MULTILINE)[1:]
    one = one.replace("        correct: true\n", "")
    one = re.sub(rf"(      - id: {option}\n        text: .*\n)", r"\1        correct: true\n", one)
    assert one.count("correct: true") == 1
    bank.write_text(head + one + "".join(others), encoding="utf-8")


@pytest.fixture(scope="module")
def told(room: Classroom) -> str:
    run("report", "--course", "--class", str(room.assessments))
    return run("report", QUIZ, "--class", str(room.assessments))


def rows(room: Classroom, name: str = QUIZ) -> dict[str, dict[str, str]]:
    path = room.assessments / "reports" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["question"]: row for row in csv.DictReader(file)}


def test_a_report_names_what_is_planted(room: Classroom, told: str) -> None:
    name, option = PLANTED.misconception
    assert "298 students with marks" in told
    assert f"{BAD_KEY[0]}: {rules.KEY.title}" in told
    assert f"{name}: {rules.MISCONCEPTION.title}" in told
    assert f"{PLANTED.weak}: not met" in told
    found = rows(room)
    flags = {question for question, row in found.items() if row["flags"]}
    assert flags == {name, BAD_KEY[0]}
    assert len(told.splitlines()) == 3 + 3
    key = next(o for q in asked_once(name) for o in q["options"] if o["id"] == option)
    assert found[name]["most_chosen_wrong_reason"] == key["reason"]
    assert float(found[BAD_KEY[0]]["rest_correlation"]) < 0
    assert sum(int(row["asked"]) for row in found.values()) == 298 * 10


def asked_once(name: str) -> list[dict]:
    return [q for s in students(40) for q in asked(QUIZ, s) if q["id"] == name][:1]


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


def test_the_bad_question_is_dropped_and_given_back(
    room: Classroom, told: str, tmp_path: Path
) -> None:
    twin = room.copy(tmp_path)
    folder = ("--course", str(twin.assessments))
    first = run("feedback", QUIZ, *folder)
    assert first.startswith("298 pages written")
    name, _ = BAD_KEY
    asked_it = {
        student
        for student in students()[:-2]
        if name in {question["id"] for question in asked(QUIZ, student)}
    }
    dry = run("quiz", "drop", name, "--dry-run", *folder)
    gains = dict(line.split(": +") for line in dry.splitlines() if ": +" in line)
    assert set(gains) == asked_it
    # By the key as it is spoiled, only the planted wrong option has its point already.
    right = {student for student in asked_it if answers(student, PLANTED).get(name) == BAD_KEY[1]}
    assert {student for student, gain in gains.items() if gain == "0"} == right
    run("quiz", "drop", name, "--reason", "The key was wrong.", *folder)
    done = run("renew", QUIZ, *folder)
    assert "298 of 299 hand-ins marked again." in done
    # A reason stands on the page of everybody who was asked it, and on no other.
    assert f"{len(asked_it)} pages renewed, {298 - len(asked_it)} are as they were." in done
    said = run("report", QUIZ, "--class", str(twin.assessments))
    assert f"{name}: " not in said
    assert rows(twin)[name]["dropped"] == "yes"


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
