"""Questions inside a lesson: kept once each, newest last, and shown without a kernel."""

from __future__ import annotations

import pytest

from pages import words
from running_muscles.measure.store import Store
from running_muscles.widgets.lesson.steps import Check, Predict

LESSON, QUESTION = "05-quadriceps", "quads-guess-brake"


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def say(panel, rev, **body):
    told = []
    panel.front.send = told.append
    said = {"question": QUESTION, "value": "longer", "opened": False, "right": True, **body}
    entry = {"kind": "step", "id": f"step:{said['question']}", "rev": rev, "body": said}
    panel.front._handle_custom_msg(entry, [])
    return told[-1]


@pytest.mark.parametrize("kind", [Predict, Check])
def test_what_was_said_comes_back(store, kind):
    first = kind(LESSON, QUESTION, store)
    assert first.front.kept == {}
    assert say(first, 5)["kind"] == "stored"
    assert kind(LESSON, QUESTION, store).front.kept == {"value": "longer", "opened": False}


def test_an_older_word_does_not_replace_a_newer_one(store):
    panel = Predict(LESSON, QUESTION, store)
    say(panel, 9, opened=True)
    say(panel, 5, value="rests", right=False)
    assert panel.front.kept == {"value": "longer", "opened": True}


def test_the_first_answer_is_remembered_as_such(store):
    panel = Check(LESSON, QUESTION, store)
    say(panel, 1, value="rests", right=False)
    say(panel, 2)
    kept = store.setting("steps")[QUESTION]
    assert (kept["first"], kept["right"]) == (False, True)


def test_it_takes_what_waits_for_a_question_of_another_lesson(store):
    assert say(Predict(LESSON, QUESTION, store), 3, question="core-guess-x")["kind"] == "stored"
    assert "core-guess-x" in store.setting("steps")


@pytest.mark.parametrize(
    "body",
    [
        {"value": 3},
        {"question": "A B"},
        {"right": "yes"},
        {"opened": None},
        {"value": "long er"},
    ],
)
def test_what_is_no_answer_is_refused_for_good(store, body):
    told = say(Predict(LESSON, QUESTION, store), 3, **body)
    assert (told["kind"], told["for_good"]) == ("refused", True)
    assert store.setting("steps") is None


@pytest.mark.parametrize("name", ["quads-guess-lost", ""])
def test_a_wrong_name_is_answered_with_the_right_ones(store, name):
    panel = Predict(LESSON, name, store)
    assert QUESTION in panel.front.problem
    assert QUESTION in panel._still()


def test_without_a_kernel_the_answer_opens_on_paper(store):
    shown = words(Predict(LESSON, QUESTION, store))
    assert "Your guess first" in shown
    assert "works as a brake" in shown
