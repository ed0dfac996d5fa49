"""All quizzes of the course, from the release to the export, for a class of twenty."""

import csv
import html
import re
import shutil
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from classroom.conftest import Classroom
from classroom.made_up_class import (
    ASSESSMENTS,
    QUIZZES,
    REGIONS,
    REPOSITORY,
    STUDENTS,
    Paper,
    all_reasons,
    asked,
    mark,
    paper,
    reasons,
)
from classroom.rows_of import files_of, rows_of
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.quiz.answers_file import Responses
from running_muscles.quiz.markup import block

pytestmark = pytest.mark.classroom

AT = "2026-11-21T10:00:00.000Z"
WELL_SEEN = "Thank you."


@dataclass
class Sat:
    """One quiz that the whole class has sat; `before` is how it stood without marks by hand."""

    quiz: str
    room: Classroom
    papers: dict[str, Paper]
    before: dict[str, dict[str, Any]]

    def questions(self, student: str) -> list[dict[str, Any]]:
        return asked(self.quiz, student)

    def written(self, student: str) -> dict[str, Any]:
        (question,) = (q for q in self.questions(student) if q["type"] == "text")
        return question

    def expected(self, student: str) -> dict[str, float]:
        """The points by slot, which is the graded cell."""
        answers, by_hand = self.papers[student].answers, self.papers[student].by_hand
        marks = {
            q["slot"]: mark(q, answers.get(q["id"]))
            for q in self.questions(student)
            if "rubric" not in q
        }
        return marks | {self.written(student)["slot"]: float(by_hand)}

    def rows(self, when: str) -> dict[str, dict[str, str]]:
        with (self.room.assessments / f"{self.quiz}-{when}.csv").open(encoding="utf-8-sig") as file:
            rows = [row for row in csv.DictReader(file) if row["assignment"] == self.quiz]
        return {row["student_id"]: row for row in rows}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, nbgrader: subprocess.Popen[str]) -> Classroom:
    """The course as it is committed, with an exchange and one gradebook for the whole year."""
    room = Classroom(tmp_path_factory.mktemp("year"), nbgrader)
    for part in ("bank", "source"):
        shutil.copytree(ASSESSMENTS / part, room.assessments / part)
    shutil.copy(ASSESSMENTS / "nbgrader_config.py", room.assessments)
    (room.root / "exchange").mkdir()
    (room.root / "exchange").chmod(0o777)
    return room


def graded_by_our_command(course: Classroom, quiz: str) -> Path:
    """The class as it stands, copied and graded by `running-muscles grade`."""
    twin = course.root / "twins" / quiz
    shutil.copytree(course.assessments, twin)
    outcomes = grade(OurClassroom.of(twin), quiz)
    assert {outcome.student for outcome in outcomes} == set(STUDENTS)
    assert {outcome.state for outcome in outcomes} == {"graded"}
    return twin


def compare(stock: Path, ours: Path, quiz: str) -> None:
    """Hold both gradebooks and both folders against each other, row by row and file by file."""
    assert rows_of(stock) == rows_of(ours)
    assert files_of(stock / "autograded", quiz) == files_of(ours / "autograded", quiz)


@pytest.fixture(scope="module", params=QUIZZES)
def sat(request: pytest.FixtureRequest, course: Classroom) -> Sat:
    quiz = request.param
    papers = {student: paper(quiz, student) for student in STUDENTS}
    course.run(
        course.teach("generate_assignment", quiz),
        course.teach("release_assignment", quiz),
        course.learn("fetcher", "fetch_assignment", quiz),
    )
    for student, own in papers.items():
        folder = course.root / "students" / student / quiz
        shutil.copytree(course.root / "students" / "fetcher" / quiz, folder)
        saved = Responses(folder / "responses.json", quiz, "open", student)
        saved.set(asked(quiz, student)[0]["id"], None, AT)  # looked at, and left open
        for question, value in own.answers.items():
            saved.set(question, value, AT)
    course.run(
        *(course.learn(student, "submit", quiz, f"--student={student}") for student in papers),
        course.teach("collect", quiz),
    )
    twin = graded_by_our_command(course, quiz)
    course.run(
        course.teach("autograde", quiz),
        course.teach("export", "--to", f"{quiz}-before.csv"),
    )
    before = course.marks_of(papers, quiz)
    compare(course.assessments, twin, quiz)
    done = Sat(quiz, course, papers, before)
    by_hand = {
        name: float(own.by_hand)
        for name, own in papers.items()
        if done.written(name)["id"] in own.answers
    }
    slot = done.written("student-01")["slot"]
    course.mark_class_by_hand(quiz, slot, by_hand, WELL_SEEN)
    course.run(
        course.teach("generate_feedback", quiz),
        course.teach("release_feedback", quiz),
        course.teach("export", "--to", f"{quiz}-after.csv"),
    )
    return done


def test_every_lesson_has_a_quiz() -> None:
    with (REPOSITORY / "data" / "lessons.csv").open(encoding="utf-8") as file:
        lessons = {row["lesson"] for row in csv.DictReader(file)}
    assert set(QUIZZES) == lessons


def test_the_class_answers_in_every_way(sat: Sat) -> None:
    """The marks below would prove little if all answers were alike."""
    earned = {"right": 0, "partial": 0, "wrong": 0, "missing": 0}
    for student, own in sat.papers.items():
        for question in sat.questions(student):
            value = own.answers.get(question["id"])
            points = 0 if "rubric" in question or value is None else mark(question, value)
            whole = points == question["points"]
            way = "missing" if value is None else "right" if whole else "partial"
            earned["wrong" if way == "partial" and not points else way] += 1
    assert all(count >= 3 for count in earned.values()), earned


def test_every_mark_is_the_one_worked_out_here(sat: Sat) -> None:
    after = sat.room.marks_of(STUDENTS, sat.quiz)
    for student in STUDENTS:
        expected = sat.expected(student)
        assert after[student] == pytest.approx(expected, abs=1e-9), student
        if sat.written(student)["id"] in sat.papers[student].answers:
            expected |= {sat.written(student)["slot"]: None}  # type: ignore[dict-item]
        assert sat.before[student] == pytest.approx(expected, abs=1e-9), student


def test_the_export_has_every_sum_and_state(sat: Sat) -> None:
    before, after = sat.rows("before"), sat.rows("after")
    assert set(before) == set(after) == set(STUDENTS)
    most = sum(question["points"] for question in sat.questions("student-01"))
    for student in STUDENTS:
        expected = sat.expected(student)
        written = sat.written(student)
        waits = written["id"] in sat.papers[student].answers
        assert float(after[student]["score"]) == pytest.approx(sum(expected.values()), abs=1e-9)
        assert after[student]["state"] == "graded"
        without = sum(expected.values()) - expected[written["slot"]]
        assert float(before[student]["score"]) == pytest.approx(without, abs=1e-9)
        assert before[student]["state"] == ("needs marking" if waits else "graded"), student
        assert float(after[student]["max_score"]) == float(before[student]["max_score"]) == most


class Text(HTMLParser):
    """The words of a page, and apart from them those of each reason."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.reasons: list[list[str]] = []
        self.in_reason = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and ("class", "rm-reason") in attrs:
            self.in_reason = True
            self.reasons.append([])

    def handle_endtag(self, tag: str) -> None:
        self.in_reason = self.in_reason and tag != "div"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.in_reason:
            self.reasons[-1].append(data)


def plain(words: list[str]) -> str:
    return " ".join("".join(words).split())


def shown(markdown: str) -> str:
    """Markdown of the bank in the words that a reader sees."""
    return plain(Text(block(markdown)).words)


def articles(page: str) -> list[Text]:
    return [Text(part) for part in re.findall(r"<article .*?</article>", page, re.DOTALL)]


def test_each_page_tells_the_reasons_of_what_was_chosen_and_no_others(sat: Sat) -> None:
    for student, own in sat.papers.items():
        told = articles(sat.room.page(student, sat.quiz))
        for question, article in zip(sat.questions(student), told, strict=True):
            wanted = {shown(text) for text in reasons(question, own.answers.get(question["id"]))}
            where = (student, question["id"])
            assert {plain(reason) for reason in article.reasons} == wanted, where
            allowed = " ".join(wanted)
            for text in map(shown, all_reasons(question)):
                assert text in allowed or text not in plain(article.words), where


def test_each_page_shows_points_places_and_words(sat: Sat) -> None:
    for student, own in sat.papers.items():
        page = sat.room.page(student, sat.quiz)
        expected = sat.expected(student)
        points = re.findall(r'class="rm-points">([^<]+)<', page)
        assert points == [
            f"{expected[q['slot']]:g} of {q['points']:g}" for q in sat.questions(student)
        ]
        assert f"<b>{round(sum(expected.values()), 2):g}</b> of " in page
        for question in sat.questions(student):
            value = own.answers.get(question["id"])
            if question["type"] == "hotspot" and value is not None:
                assert html.escape(REGIONS[value]["name"]) in page
            if "rubric" in question:
                assert (html.escape(value or "My answer is", quote=False) in page) == bool(value)
                assert (WELL_SEEN in page) == bool(value)


def test_everybody_gets_a_page_and_no_remark(sat: Sat) -> None:
    out = sat.room.root / "exchange" / "running-muscles" / "feedback"
    assert len(list(out.glob("*.html"))) >= len(STUDENTS)
    for student in sat.papers:
        assert "About your submission" not in sat.room.page(student, sat.quiz)
