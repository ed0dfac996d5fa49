"""The feedback page: what it tells, what it keeps to itself, and what it never runs."""

import html
import re
from html.parser import HTMLParser

import nbformat
import pytest

from classroom.bad.answers import HOSTILE_TEXT, QUIZ
from classroom.conftest import Classroom
from classroom.test_marks import MARKED

pytestmark = pytest.mark.classroom


def secrets(page: str) -> set[str]:
    return set(re.findall(r"SECRET-([a-z-]+)", page))


def test_it_shows_the_reasons_of_what_was_chosen_and_of_what_is_right(graded: Classroom) -> None:
    assert secrets(graded.page("partial")) == {
        "rust-reason", "blood-reason", "two-reason", "four-reason", "minutes-reason",
        "seconds-reason", "mercury-reason", "venus-reason", "earth-reason", "mars-reason",
        "nowhere-reason", "soleus-reason", "model-fields",
    }  # fmt: skip


def test_it_keeps_the_other_questions_of_the_bank_hidden(graded: Classroom) -> None:
    hidden = {"sky", "grass", "six", "seven", "metres", "nautical", "mouse", "quads", "model-sc"}
    for student in MARKED:
        assert not {name for name in secrets(graded.page(student)) if name.startswith((*hidden,))}


def test_it_shows_the_points_of_each_question(graded: Classroom) -> None:
    points = re.findall(r'class="rm-points">([^<]+)<', graded.page("partial"))
    assert points == ["0 of 1", "1 of 2", "0 of 2", "2 of 3", "0 of 1", "0 of 2"]
    assert "<b>3</b> of 11 points</p>" in graded.page("partial")


def test_a_written_answer_waits_and_the_page_says_so(graded: Classroom) -> None:
    page = graded.page("good")
    assert "<b>9</b> of 11 points so far" in page
    assert "Your written answer is not marked yet" in page
    assert "Fields, mostly." in page


def test_no_answer_is_said_in_words(graded: Classroom) -> None:
    assert graded.page("unanswered").count("No answer") == 6


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)


@pytest.mark.parametrize("student", MARKED)
def test_it_needs_no_network_and_holds_no_script(graded: Classroom, student: str) -> None:
    tags = Tags()
    tags.feed(graded.page(student))
    assert not tags.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    names = {name for name, _ in tags.attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "srcset"})
    links = {value for name, value in tags.attributes if name == "href"}
    assert links == {f"#question-{number}" for number in range(1, 7)}
    assert "url(" not in graded.page(student)
    assert "@import" not in graded.page(student)


def test_hostile_text_is_shown_letter_by_letter(graded: Classroom) -> None:
    page = graded.page("hostile-text")
    shown = re.search(r'<pre class="rm-answer"[^>]*>(.*?)</pre>', page, re.DOTALL)
    assert shown
    assert html.unescape(shown[1]) == HOSTILE_TEXT
    assert "<" not in shown[1]


def test_hostile_text_is_literal_in_formgrader(graded: Classroom) -> None:
    """nbconvert renders the graded notebook for the person who marks."""
    from nbconvert.filters import markdown2html

    folder = graded.assessments / "autograded" / "hostile-text" / QUIZ
    notebook = nbformat.read(folder / f"{QUIZ}.ipynb", as_version=4)
    cell = next(c for c in notebook.cells if c.get("id") == "words")
    rendered = markdown2html(cell.source)
    assert not re.search(r"<(script|img|a|strong|code|h1|math)\b", rendered)
    shown = re.search(r"<pre[^>]*>(.*?)</pre>", rendered, re.DOTALL)
    assert shown
    assert html.unescape(shown[1]) == HOSTILE_TEXT


def test_a_long_text_is_cut_with_a_word_about_it(graded: Classroom) -> None:
    page = graded.page("essay")
    assert "only its first 6000 characters are shown" in page
    assert len(page) < 40_000


def test_feedback_was_released_to_each_student(graded: Classroom) -> None:
    released = list((graded.root / "exchange" / "running-muscles" / "feedback").glob("**/*.html"))
    # Nothing can be handed out to those who deleted or renamed the notebook: nbgrader names the
    # page after it all the same, so they are among them.
    assert len(released) == len(MARKED)
