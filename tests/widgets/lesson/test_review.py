"""Answers become events, and a review asks again what is due: mixed, without a key, once a day."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from running_muscles.measure import answers
from running_muscles.measure.answer import Answer
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.store import Store, StoreError
from running_muscles.quiz.bank import load
from running_muscles.quiz.questions import Family, Numeric, Parameter
from running_muscles.review.queue import NOTHING_YET
from running_muscles.widgets.lesson import review
from running_muscles.widgets.lesson.checkpoint import Checkpoint
from running_muscles.widgets.lesson.questions_of import questions_of
from running_muscles.widgets.lesson.review import AT_A_TIME, Review
from running_muscles.widgets.lesson.steps import Check, Predict
from widgets.listening import arrive, listen

NOW = datetime.now(UTC)
BUS, BAG = ("core-quick-bus", "core-stability"), ("core-check-bag", "core-stability")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def answered(question, days_ago=3, verdict="missed", lesson="03-core", objective="core-stability"):
    at = (NOW - timedelta(days=days_ago)).isoformat()
    return Answer(
        f"{question}-{days_ago}", lesson, question, objective, verdict, False, "checkpoint", at
    )


def send(front, question, value, name="m1", **more):
    """Deliver a check as the browser sends it; return the answer."""
    said = []
    front.send = lambda content, buffers=None: said.append(content)
    clock = {"at": datetime.now(UTC).isoformat(), "utc_offset_minutes": 0}
    message = {"kind": "check", "id": name, "question": question, "value": value, **clock, **more}
    front._handle_custom_msg(message, [])
    return said[-1]


def kept(store):
    return [(one.question, one.verdict, one.shown, one.asked_in) for one in answers.load(store)]


def test_before_the_first_answer_it_says_where_questions_come_from(store):
    assert Review(store).front.line == NOTHING_YET
    assert Review(store).front.questions == []


def test_what_is_due_is_asked_in_turns_without_a_key(store):
    answers.add(store, [answered(BUS[0], 4), answered(BAG[0]), answered("core-check-sentences", 2)])
    at_start = load(questions_of("00-start-here", "steps"), against_schema=False).questions[0]
    answers.add(
        store,
        [answered(at_start.id, 2, lesson="00-start-here", objective=at_start.objective)],
    )
    front = Review(store).front
    assert front.line == "Today 4, about 2 minutes."
    lessons = [one["lesson"] for one in front.questions]
    assert lessons == ["Core", "Start here", "Core", "Core"]
    assert '"correct"' not in json.dumps(front.questions)
    assert '"reason"' not in json.dumps(front.questions)


def test_an_answer_is_explained_whole_kept_and_no_longer_due(store):
    answers.add(store, [answered(BAG[0])])
    panel = Review(store)
    reply = send(panel.front, BAG[0], "strength")
    assert (reply["kind"], reply["verdict"]) == ("checked", "wrong")
    assert [one["id"] for one in reply["answer"]] == ["stability"]
    assert kept(store)[1:] == [(BAG[0], "missed", False, "review")]
    assert panel.front.line == "Nothing is due. Next: 1 tomorrow."
    assert panel.front.questions == []


def test_the_same_message_twice_is_one_answer_and_a_second_try_counts_for_nothing(store):
    answers.add(store, [answered(BAG[0])])
    panel, other = Review(store), Review(store)
    send(panel.front, BAG[0], "strength", "m1")
    assert other.front.questions == []
    # Another page still shows it.
    other._asked.update(dict.fromkeys([BAG[0]], ("03-core", panel_question())))
    send(other.front, BAG[0], "stability", "m2")
    send(other.front, BAG[0], "stability", "m2")
    assert kept(store)[1:] == [
        (BAG[0], "missed", False, "review"),
        (BAG[0], "right", True, "review"),
    ]


def panel_question():
    return load(questions_of("03-core", "checkpoints"), against_schema=False).question(BAG[0])


def test_what_nobody_asked_and_what_is_no_answer_are_refused(store):
    answers.add(store, [answered(BAG[0])])
    panel = Review(store)
    assert "not asked any more" in send(panel.front, BUS[0], "control")["sentence"]
    assert send(panel.front, BAG[0], ["strength"])["kind"] == "refused"
    assert send(panel.front, [BAG[0]], "strength")["kind"] == "refused"
    assert len(answers.load(store)) == 1


def test_without_room_on_the_disk_the_reasons_are_read_all_the_same(store, monkeypatch):
    answers.add(store, [answered(BAG[0])])
    panel = Review(store)

    def full(*_):
        raise StoreError("The disk is full.")

    monkeypatch.setattr(answers, "add", full)
    assert send(panel.front, BAG[0], "stability")["verdict"] == "right"
    assert panel.front.problem == "The disk is full."
    assert len(panel.front.questions) == 1  # it was not kept, so it is still due


def test_what_the_course_no_longer_asks_is_left_out(store):
    answers.add(store, [answered("core-check-gone"), answered(BAG[0], lesson="99-gone")])
    assert Review(store).front.questions == []


def test_a_long_pause_ends_in_no_mountain(store):
    for lesson in ("02-glutes", "03-core"):
        for question in load(questions_of(lesson, "checkpoints"), against_schema=False).questions:
            answers.add(store, [answered(question.id, 90, lesson=lesson)])
    front = Review(store).front
    assert len(front.questions) == AT_A_TIME
    assert front.line == "Today 12, about 6 minutes."


def test_a_question_with_parameters_has_new_numbers_each_time(store, monkeypatch):
    values = tuple(float(one) for one in range(100, 200))
    family = Family((Parameter("pulse", values),), "pulse * 2", ())
    asked = Numeric(
        id="sum", objective="core-stability", level="apply", points=1, stem="Twice {pulse}?",
        sources=(), line=1, value=200, tolerance=0, unit="", units=(("", 1.0),), reason="Twice.",
        mistakes=(), family=family,
    )  # fmt: skip
    monkeypatch.setattr(review, "_questions", lambda _: {"sum": asked})
    stems = []
    for number in range(4):
        answers.add(store, [answered("sum", 20 - 3 * number)])
        panel = Review(store)
        (shown,) = panel.front.questions
        assert "parameters" not in shown
        stems.append(shown["stem"])
        panel.refresh()
        assert panel.front.questions[0]["stem"] == shown["stem"]
    assert len(set(stems)) > 1
    number = int(stems[-1].split()[1].rstrip("?")) * 2
    assert send(panel.front, "sum", {"number": number, "unit": ""})["verdict"] == "right"


def test_a_still_picture_tells_nothing_of_the_learner(store, monkeypatch):
    answers.add(store, [answered(BAG[0])])
    panel = Review(store)
    assert "Today" not in panel._repr_mimebundle_()["text/html"]
    monkeypatch.setenv(SHOW_RESULTS, "1")
    told = panel._repr_mimebundle_()["text/html"]
    assert "Today 1, about 1 minute." in told
    assert "shopping bag" not in told


def test_a_checkpoint_keeps_every_try_and_says_so_to_open_reviews(store):
    checkpoint, panel = Checkpoint("03-core", store), Review(store)
    front = checkpoint._fronts[BAG[0]]
    for number, value in enumerate(("strength", "flexibility", "stability")):
        send(front, BAG[0], value, f"m{number}")
    assert kept(store) == [
        (BAG[0], "missed", False, "checkpoint"),
        (BAG[0], "missed", False, "checkpoint"),
        (BAG[0], "right", True, "checkpoint"),
    ]
    assert panel.front.line == "Nothing is due. Next: 1 tomorrow."


def test_a_checkpoint_that_is_run_again_does_not_make_anybody_forget(store):
    send(Checkpoint("03-core", store)._fronts[BAG[0]], BAG[0], "stability", "m1")
    send(Checkpoint("03-core", store)._fronts[BAG[0]], BAG[0], "stability", "m2")
    assert [shown for _, _, shown, _ in kept(store)] == [False, True]


def test_an_answer_that_cannot_be_kept_is_told_below_the_checkpoint(store):
    checkpoint = Checkpoint("03-core", store)
    front = checkpoint._fronts[BAG[0]]
    assert send(front, BAG[0], "strength", name="no id!")["verdict"] == "wrong"
    assert "could not be kept" in checkpoint.progress.problem
    assert kept(store) == []


def body(**more):
    told = {"id": "a1", "lesson": "03-core", "question": BUS[0], "objective": BUS[1], "right": True}
    return {**told, "at": NOW.isoformat(), "utc_offset_minutes": 60, **more}


def test_a_check_is_an_event_and_is_kept_once(store):
    panel = listen(Check("03-core", BUS[0], store))
    for _ in range(2):
        assert arrive(panel, "answered", body())["kind"] == "stored"
    (one,) = answers.load(store)
    assert (one.question, one.verdict, one.asked_in, one.utc_offset_minutes) == (
        BUS[0],
        "right",
        "check",
        60,
    )
    assert panel.front.question["objective"] == BUS[1]


def test_a_guess_is_no_event(store):
    panel = listen(Predict("03-core", "core-guess-lid", store))
    said = {"question": "core-guess-lid", "value": "dome", "opened": True, "right": True}
    assert arrive(panel, "step", said)["kind"] == "stored"
    assert answers.load(store) == []


@pytest.mark.parametrize(
    "bad", [{"objective": "glutes-names"}, {"right": "yes"}, {"id": "a b"}, {"question": "<b>"}]
)
def test_what_is_no_event_is_refused_for_good(store, bad):
    reply = arrive(listen(Check("03-core", BUS[0], store)), "answered", body(**bad))
    assert (reply["kind"], reply["for_good"]) == ("refused", True)
    assert answers.load(store) == []
