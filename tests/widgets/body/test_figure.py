"""The moving person as a widget and as a picture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import running_muscles
from pages import words
from running_muscles.movement.poses import movements
from running_muscles.tables import exercises
from running_muscles.widgets.body.figure import MovementFigure
from running_muscles.widgets.body.stills import picture_file, still
from running_muscles.widgets.lesson.cards import Exercises
from running_muscles.widgets.scripts import STATIC


@pytest.mark.parametrize("name", movements())
def test_every_movement_has_a_picture_that_is_sound_svg(name):
    drawing = ElementTree.fromstring(still(name))
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label")
    assert len(list(drawing.iter("path"))) > 6
    _left, _top, width, height = map(float, drawing.get("viewBox").split())
    assert width > 0
    assert height > 0


def test_a_picture_stands_on_its_own_in_a_file():
    drawing = picture_file("squat")
    assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    assert "prefers-color-scheme: dark" in drawing


def test_an_unknown_movement_is_told_with_those_that_there_are():
    for ask in (MovementFigure, still):
        with pytest.raises(ValueError, match=r'no movement "jump-rope".*jump_rope'):
            ask("jump-rope")


def test_the_door_opens_on_the_figure():
    assert running_muscles.MovementFigure is MovementFigure


def test_the_widget_sends_one_movement_and_names_its_muscles():
    widget = MovementFigure("clamshell")
    assert widget.figure["name"] == "Clamshell"
    assert widget.figure["movement"]["frames"] == movements()["clamshell"]["frames"]
    assert widget.legend[0][0] == "main"
    assert widget.legend[0][1:] == ["Glutes", "Gluteus medius"]


def test_plain_words_come_first_and_tell_helpers_of_one_group_apart():
    for name in exercises():
        for tone, plain, latin in MovementFigure(name).legend:
            assert tone in ("main", "helper")
            assert plain
            assert not set(plain.split(", ")) & set(latin.split(", ")) - {"Heart"}
    helper = MovementFigure("clamshell").legend[1]
    assert helper[1] == "more of the glutes"


def test_exported_it_is_a_picture_with_its_steps_and_its_usual_mistake():
    html = MovementFigure("squat")._repr_mimebundle_()["text/html"]
    assert still("squat") in html
    for step in exercises()["squat"].steps:
        assert step in html
    assert "A usual mistake: The heels come up" in html
    assert "<script" not in html


@pytest.mark.parametrize("lesson", ["03-core", "08-calves"])
def test_every_exercise_card_shows_its_picture(lesson):
    page = Exercises(lesson)
    rows = [row for row in exercises().values() if row.lesson == lesson]
    assert page.html.count('<svg class="rm-figure"') == len(rows)
    for row in rows:
        assert still(row.exercise) in page.html
    assert "f-skin" not in words(page)


def test_colours_of_every_class_in_the_pictures_are_in_the_style():
    style = (STATIC / "figure.css").read_text(encoding="utf-8")
    used = {
        each
        for name in movements()
        for each in re.findall(r"\bf-[a-z]+", re.sub(r"aria-label=\"[^\"]*\"", "", still(name)))
    }
    drawn_plain = {"f-chair", "f-table", "f-stairs", "f-box", "f-post", "f-towel", "f-card"}
    inner = {"f-seat", "f-leg", "f-back", "f-step"}
    assert {each for each in used - drawn_plain - inner if f".{each}" not in style} == set()


def test_the_script_is_light():
    assert (STATIC / "figure.js").stat().st_size < 30_000
