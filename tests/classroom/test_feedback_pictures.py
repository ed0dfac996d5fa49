"""A question about one exercise or test is shown with its picture."""

from __future__ import annotations

import re

import pytest

from running_muscles.classroom.feedback_pictures import picture_of, picture_style
from running_muscles.quiz.questions import Text
from running_muscles.tables import drawing, exercises, protocols


def question(*sources):
    return Text(
        id="one", objective="core-what", level="understand", points=1, stem="Why?",
        sources=sources, line=1, max_words=50, rubric=(), model_answer="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("exercises/nordic", exercises()["nordic"].name),
        ("protocols/resting_hr", protocols()["resting_hr"].name),
    ],
)
def test_one_movement_is_drawn_and_named(source, name):
    shown = picture_of(question("claims/core-29-muscles", source, "seed000"))
    assert drawing(source.split("/")[1], f"A drawn person: {name}") in shown
    assert f"<figcaption>{name}</figcaption>" in shown
    assert "f-skin" in picture_style(shown)


@pytest.mark.parametrize(
    "sources",
    [
        (),
        ("claims/core-29-muscles", "fredericson2005"),
        ("exercises/nordic", "exercises/squat"),
        ("exercises/no_such_thing",),
    ],
)
def test_a_question_about_none_or_several_has_no_picture(sources):
    assert picture_of(question(*sources)) == ""
    assert picture_style("<p>No picture.</p>") == ""


def test_an_exercise_that_is_also_a_test_is_shown_once():
    shown = picture_of(question("exercises/front_plank", "protocols/front_plank"))
    assert len(re.findall("<svg", shown)) == 1
