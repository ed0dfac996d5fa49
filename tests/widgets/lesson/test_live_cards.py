"""Exercise cards that live in a notebook, and what is left of them in one without a kernel."""

from __future__ import annotations

from typing import Any

import pytest

from running_muscles.movement.poses import movement
from running_muscles.widgets.asleep import LIVE
from running_muscles.widgets.lesson.cards import Exercises
from running_muscles.widgets.lesson.live_cards import LiveCards
from running_muscles.widgets.scripts import STATIC

CARDS = Exercises(None, "squat", "toe_yoga")


@pytest.fixture
def live(monkeypatch):
    """Return live cards, and what they answered."""
    widget = LiveCards(CARDS.html)
    answers: list[dict[str, Any]] = []
    monkeypatch.setattr(widget, "send", answers.append)
    return widget, answers


def asked(widget, kind="figure", **body):
    content = {"id": "one", "rev": 0, "kind": kind, "body": body}
    widget._handle_custom_msg(content, [])


def test_cards_are_shown_as_a_widget_and_leave_their_pictures(monkeypatch):
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr("IPython.display.display", lambda data, **_: shown.append(data))
    CARDS._ipython_display_()
    assert LIVE in shown[0]
    assert CARDS.html in shown[1]["text/html"]


def test_a_page_without_widgets_has_the_cards_too():
    bundle = LiveCards(CARDS.html)._repr_mimebundle_()
    assert LIVE in bundle
    assert CARDS.html in bundle["text/html"]


def test_each_picture_names_its_movement():
    assert CARDS.html.count("data-movement=") == 2
    assert 'data-movement="toe_yoga"' in CARDS.html


def test_script_and_skeleton_are_sent_to_a_page_that_has_none(live):
    widget, answers = live
    asked(widget, name="squat", script=True)
    asked(widget, name="toe_yoga", script=False)
    first, second = answers
    assert first["kind"] == second["kind"] == "answered"
    told, script = first["script"].split("\n", 1)
    assert script == (STATIC / "figure.js").read_text(encoding="utf-8")
    assert "running-muscles:language" in told
    assert "points" in first["skeleton"]
    assert first["figure"]["movement"]["frames"] == movement("squat")["frames"]
    assert {"script", "skeleton"}.isdisjoint(second)
    assert second["legend"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [("figure", {"name": "sqat"}), ("figure", {"name": ["squat"]}), ("figure", {}), ("result", {})],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(live, kind, body):
    widget, answers = live
    asked(widget, kind, **body)
    assert answers[0]["kind"] == "refused"
    assert answers[0]["sentence"].endswith(".")
