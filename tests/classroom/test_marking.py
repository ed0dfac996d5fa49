"""Marking by question: what is shown in which order, and that no mark is lost or written over."""

import html.parser
import re
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.conftest import Classroom
from classroom.marking_class import ANSWERS, HOSTILE, SLOT, desk_of, graded_class, manual, of
from running_muscles import cli
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.folder import ClassroomError
from running_muscles.classroom.grade import grade
from running_muscles.classroom.journal import Journal
from running_muscles.classroom.marking import history, replies
from running_muscles.classroom.marking.desk import Desk
from running_muscles.classroom.marking.marks import Mark, change
from running_muscles.classroom.marking.order import ordered
from running_muscles.classroom.marking.page import page
from running_muscles.classroom.marking.replies import Reply
from running_muscles.quiz.feedback import MAX_SHOWN, answer_html, answer_text
from running_muscles.quiz.shown_text import clean

pytestmark = pytest.mark.classroom


@pytest.fixture(scope="module")
def stock(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    return graded_class(released, tmp_path_factory.mktemp("marking"))


@pytest.fixture
def room(stock: Classroom, tmp_path: Path) -> Classroom:
    return stock.copy(tmp_path)


@dataclass(frozen=True)
class One:
    student: str
    slot: str
    question_id: str


MANY = [One(f"s{n:02}", slot, f"{slot}{n % 3}") for n in range(30) for slot in ("x", "y")]
SLOTS, QUESTIONS = ["y", "x"], ["x2", "x0", "x1", "y0", "y1", "y2"]


def test_answers_stand_by_slot_then_question_then_student() -> None:
    found = ordered(reversed(MANY), SLOTS, QUESTIONS)
    places = [
        (SLOTS.index(one.slot), QUESTIONS.index(one.question_id), one.student) for one in found
    ]
    assert places == sorted(places)
    assert sorted(found, key=str) == sorted(MANY, key=str)


def test_a_hidden_order_is_drawn_once_and_says_nothing_about_names() -> None:
    found = ordered(MANY, SLOTS, QUESTIONS, "seed")
    assert ordered(reversed(MANY), SLOTS, QUESTIONS, "seed") == found
    assert ordered(MANY, SLOTS, QUESTIONS, "other seed") != found
    named = ordered(MANY, SLOTS, QUESTIONS)
    # Questions stay together, and within one of them the students are shuffled.
    assert [one.question_id for one in found] == [one.question_id for one in named]
    assert [one.student for one in found[:10]] != [one.student for one in named[:10]]
    assert {one.student for one in found[:10]} == {one.student for one in named[:10]}


@given(st.text(max_size=200))
def test_an_answer_is_read_back_as_it_was_written(text: str) -> None:
    assert answer_text(answer_html(text)) == (clean(text), False)


def test_of_a_long_answer_the_beginning_is_read_back() -> None:
    assert answer_text(answer_html("<" * 9000)) == ("<" * MAX_SHOWN, True)
    assert answer_text("<pre class='rm-answer'>else") is None


def give(desk: Desk, student: str, points: object, comment: object = "", **other: object) -> Reply:
    shown = of(desk, student)
    version = str(other.get("version", shown.answer.version))
    return desk.save(shown.key, version, points, comment, other.get("ticked", []))  # type: ignore[arg-type]


def test_a_mark_is_nbgraders_manual_score_and_comment(room: Classroom) -> None:
    desk = desk_of(room)
    assert [one.answer.text for one in desk.shown.values()] == list(ANSWERS.values())
    assert (desk.marked, desk.left_open) == (0, 1)
    assert give(desk, "bob", 1.5, "  Name the field. ", ticked=[0]).kind == replies.SAVED
    assert give(desk, "cleo", 0).kind == replies.SAVED
    assert manual(room) == {"bob": (1.5, False, "Name the field."), "cleo": (0, False, None)}
    assert room.marks("bob")["write-how"] == 1.5
    again = desk_of(room)
    assert again.marked == 2
    assert of(again, "bob").ticked == (0,)
    room.run(room.teach("export", "--to", "grades.csv"))
    text = (room.assessments / "grades.csv").read_text(encoding="utf-8-sig")
    rows = {line.split(",")[3]: line for line in text.splitlines()}
    assert ",10.5,0.0,10.5,11.0,graded," in rows["bob"]
    assert ",9.0,0.0,9.0,11.0,graded," in rows["cleo"]
    assert ",needs marking," in rows["ada"]
    # Graded again, the mark of an answer that is the same stands.
    grade(OurClassroom.of(room.assessments), QUIZ, again=True)
    assert manual(room)["bob"] == (1.5, False, "Name the field.")


@pytest.mark.parametrize(
    ("points", "comment"),
    [
        *((points, "") for points in (2.5, -0.5, float("nan"), None, True, "1")),
        (1, None),
        (1, "x" * (replies.MAX_COMMENT + 1)),
    ],
    ids=str,
)
def test_what_is_no_mark_is_refused_in_words(
    stock: Classroom, points: object, comment: object
) -> None:
    reply = give(desk_of(stock), "ada", points, comment)
    assert reply.kind == replies.REFUSED
    assert "Nothing was saved." in reply.told
    assert manual(stock) == {}


def test_a_mark_of_somebody_else_is_told_and_stays(room: Classroom) -> None:
    mine, other = desk_of(room), desk_of(room)
    room.mark_by_hand("ada", "write-how", 2, "Well seen.")
    reply = give(mine, "ada", 1)
    assert reply.kind == replies.MARKED_ELSEWHERE
    assert "Formgrader" in reply.told
    assert "2 of 2 points, with the comment “Well seen.”" in reply.told
    assert manual(room)["ada"] == (2, False, "Well seen.")
    # Asked, the marker may write over it.
    assert reply.shown
    assert give(mine, "ada", 1, version=reply.shown.answer.version).kind == replies.SAVED
    assert manual(room)["ada"] == (1, False, None)
    reply = give(other, "ada", 0.5)
    assert reply.kind == replies.MARKED_ELSEWHERE
    assert f"{history.marker()} (on this page, " in reply.told
    assert manual(room)["ada"] == (1, False, None)


@pytest.mark.parametrize(
    "meanwhile",
    [Mark(2, True), Mark(None, True, "half a comment"), Mark(None, False)],
    ids=["points", "comment", "waits"],
)
def test_of_two_who_write_at_the_same_time_one_is_refused(room: Classroom, meanwhile: Mark) -> None:
    with OurClassroom.of(room.assessments).gradebook() as gradebook:
        assert change(gradebook, QUIZ, "ada", SLOT, Mark(), meanwhile)
        assert not change(gradebook, QUIZ, "ada", SLOT, Mark(), Mark(1, False, "mine"))
        assert not change(gradebook, QUIZ, "nobody", SLOT, Mark(), Mark(1, False, "mine"))
        assert change(gradebook, QUIZ, "ada", SLOT, meanwhile, Mark(1, False, "mine"))
    assert manual(room) == {"ada": (1, False, "mine")}


def test_an_answer_that_came_anew_is_told(room: Classroom) -> None:
    desk = desk_of(room)
    folder = room.hand_in("ada", saved(GOOD | {"write-how": "Fields, and stars."}))
    (folder / "timestamp.txt").write_text("2026-11-22 10:00:00 UTC", encoding="utf-8")
    reply = give(desk, "ada", 1)
    assert reply.kind == replies.HANDED_IN_ANEW
    assert f"running-muscles grade {QUIZ}" in reply.told
    assert [one.student for one in desk_of(room).apart] == ["ada", "torn"]
    grade(OurClassroom.of(room.assessments), QUIZ)
    reply = give(desk, "ada", 1)
    assert reply.kind == replies.ANSWERED_ANEW
    assert reply.shown
    assert reply.shown.answer.text == "Fields, and stars."
    assert manual(room) == {}
    assert give(desk, "ada", 1).kind == replies.SAVED


def test_while_a_hand_in_is_graded_nothing_is_saved(room: Classroom) -> None:
    desk = desk_of(room)
    journal = Journal(room.assessments, QUIZ)
    journal.begin(["ada"])
    assert give(desk, "ada", 1).kind == replies.REFUSED
    journal.done(["ada"])
    journal.close()
    assert give(desk, "ada", 1).kind == replies.SAVED


def test_undo_takes_back_one_mark_after_the_other_and_none_of_others(room: Classroom) -> None:
    desk = desk_of(room)
    assert desk.undo().kind == replies.REFUSED
    for student, points in (("bob", 1), ("ada", 2), ("ada", 0.5)):
        give(desk, student, points, "so", ticked=[0])
    assert desk.undo().kind == replies.SAVED
    assert manual(room) == {"bob": (1, False, "so"), "ada": (2, False, "so")}
    assert of(desk_of(room), "ada").ticked == (0,)
    room.mark_by_hand("bob", "write-how", 1.75, "")
    assert desk.undo().kind == replies.SAVED
    reply = desk.undo()
    assert reply.kind == replies.REFUSED
    assert "Formgrader" in reply.told
    assert manual(room) == {"bob": (1.75, False, "so")}
    assert not desk.may_undo


class Read(html.parser.HTMLParser):
    """Tags and attributes of a page, and the text of each answer."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.answers: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self._inside = ("class", "rm-answer") in attrs
        if self._inside:
            self.answers.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.answers[-1] += data


def test_an_answer_is_text_and_nothing_else(stock: Classroom) -> None:
    found = Read(page(desk_of(stock)))
    assert [text.removeprefix("\n") for text in found.answers] == list(ANSWERS.values())
    assert HOSTILE in ANSWERS.values()
    assert found.tags.count("script") == 1
    assert found.tags.count("article") == found.tags.count("textarea") == len(ANSWERS)
    assert not found.attributes & {"style", "onerror", "onclick"}
    assert "img" not in found.tags
    assert "<b>Olinger" not in page(desk_of(stock))


def test_what_has_no_mark_is_told_apart(stock: Classroom) -> None:
    text = page(desk_of(stock))
    assert "1 hand-in has no mark, and that is no zero" in text
    assert "<b>torn</b>: answers unreadable. responses.json is damaged" in text
    assert "1 student left it open" in text
    assert text.count("<article") == len(ANSWERS)


def test_without_names_the_page_names_nobody(room: Classroom) -> None:
    text = page(desk_of(room, anonymous=True))
    said = set(re.findall(r"[a-z]+", text.lower().replace("left it open", "")))
    assert said.isdisjoint({*ANSWERS, "torn", "left", "lovelace", "olinger"})
    assert "1 answers unreadable" in text
    assert "Answer 4" in text
    desk = desk_of(room, anonymous=True)
    room.mark_by_hand("ada", "write-how", 2, "")
    told = give(desk, "ada", 1).told + give(desk, "bob", 1).told + desk.undo().told
    assert set(re.findall(r"[a-z]+", told.lower())).isdisjoint(ANSWERS)
    assert list(desk_of(room, anonymous=True).shown) == list(desk.shown)


def test_an_assignment_that_is_no_quiz_is_for_formgrader(stock: Classroom) -> None:
    with pytest.raises(ClassroomError, match="Formgrader"):
        Desk(OurClassroom.of(stock.assessments), "99-other")


def mark(room: Classroom, *words: str) -> tuple[int, str]:
    if not any(group.name == "quiz" for group in cli.app.registered_groups):
        cli._add_quiz()
    options = ["--no-browser", "--course", str(room.assessments)]
    result = CliRunner().invoke(cli.app, ["mark", *words, *options])
    return result.exit_code, result.output


def test_the_command_says_why_it_opens_no_page(stock: Classroom, small: Classroom) -> None:
    code, told = mark(stock, "99-other")
    assert (code, "source/99-other/99-other.ipynb is no quiz" in told) == (1, True)
    code, told = mark(small, QUIZ)
    assert (code, f"No written answer of {QUIZ} is there to be marked." in told) == (0, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, told = mark(stock, QUIZ, "--port", port)
    assert (code, f"Port {port} cannot be used" in told) == (1, True)
