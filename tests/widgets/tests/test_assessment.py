"""The kernel side of a self-assessment: messages in, rows and answers out."""

from __future__ import annotations

import threading

import pytest

from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.store import Store
from running_muscles.widgets.tests.hold import PlankHold, SidePlank


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


@pytest.fixture
def plank(store):
    return listen(PlankHold(store))


def listen(widget):
    widget.answers = []
    widget.front.send = lambda content, buffers=None: widget.answers.append(content)
    return widget


def result(value=62.0, rev=1, result_id="r1", **changes):
    body = {
        "id": result_id,
        "test": "front_plank",
        "side": "",
        "value": value,
        "unit": "s",
        "trial": 1,
        "effort": None,
        "reason": "chose",
        "note": "",
        "protocol_version": "1",
        "recorded_at": "2026-11-21T10:00:00.000Z",
        "utc_offset_minutes": 0,
        "details": {},
        "discarded": False,
    }
    return {"id": result_id, "rev": rev, "kind": "result", "body": body | changes}


def arrive(widget, message):
    """Deliver a message as the comm does."""
    widget.front._handle_custom_msg(message, [])


def test_stored_then_acknowledged_then_shown(plank, store):
    arrive(plank, result())
    assert plank.answers == [{"kind": "stored", "id": "r1", "rev": 1}]
    assert [row.value for row in store.results()] == [62.0]
    assert plank.front.history["latest"][0]["text"] == "1:02.0"
    (item,) = plank.front.reading
    assert item["kind"] == "norm"
    folded = [link["text"] for more in item["more"] for link in more["links"]]
    assert item["links"]
    assert folded


def test_without_a_group_like_the_learner_the_others_are_folded(plank, store):
    about = {"id": "about", "rev": 1, "kind": "about", "body": {"age": 62, "sex": "F"}}
    arrive(plank, about)
    arrive(plank, result())
    (item,) = plank.front.reading
    assert item["text"].startswith("We know no published group of people like you")
    assert item["links"] == []
    assert all(
        "older than this group" in one["text"] or "ages" in one["text"] for one in item["more"]
    )


def test_one_group_stands_in_front_and_the_rest_is_folded(plank, store):
    about = {"id": "about", "rev": 1, "kind": "about", "body": {"age": 20, "sex": "F"}}
    arrive(plank, about)
    arrive(plank, result())
    (item,) = [one for one in plank.front.reading if one["kind"] == "norm"]
    assert item["text"].count(".") == 2
    assert len(item["more"]) > 3


def test_sent_again_it_is_acknowledged_again_and_stored_once(plank, store):
    for _ in range(3):
        arrive(plank, result())
    assert len(plank.answers) == 3
    assert len(store.results()) == 1


def test_another_thread_may_deliver(plank, store):
    thread = threading.Thread(target=arrive, args=(plank, result()))
    thread.start()
    thread.join()
    assert len(store.results()) == 1


def test_discard_removes_it(plank, store):
    arrive(plank, result())
    arrive(plank, result(rev=2, discarded=True))
    assert store.results() == ()
    assert plank.front.history["recent"] == []


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (result(value=-3), "not a number of 0 or more"),
        ({"id": "x", "rev": 1, "kind": "result", "body": {}}, "missing"),
        ({"id": "x", "rev": 1, "kind": "about", "body": {"age": 7, "sex": ""}}, "age from 10"),
        ({"id": "x", "rev": 1, "kind": "screening", "body": {"outcome": "?"}}, "not known"),
        ({"id": "x", "rev": 1, "kind": "nonsense", "body": {}}, "nonsense"),
    ],
)
def test_what_cannot_be_stored_is_answered_in_words(plank, store, message, words):
    arrive(plank, message)
    (answer,) = plank.answers
    assert answer["kind"] == "refused"
    assert words in answer["sentence"]
    assert store.results() == ()


def test_a_broken_file_is_said_and_the_widget_still_opens(tmp_path):
    path = tmp_path / "results.sqlite3"
    path.write_text("no database " * 100, encoding="utf-8")
    plank = listen(PlankHold(Store(path)))
    assert "cannot be used" in plank.front.problem
    arrive(plank, result())
    assert plank.answers[0]["kind"] == "refused"
    assert "cannot be used" in plank.answers[0]["sentence"]


def test_nothing_returns_after_its_owner_erased_all(plank, store):
    before = {**result(), "owner": store.owner()}
    store.erase()
    arrive(plank, before)
    assert store.results() == ()
    assert plank.answers[0]["kind"] == "stored"


def test_age_and_sex_choose_the_reference_and_stay(plank, store):
    arrive(plank, result())
    about = {"id": "about", "rev": 1, "kind": "about", "body": {"age": 22, "sex": "M"}}
    arrive(plank, about)
    norms = [s["text"] for s in plank.front.reading if s["kind"] == "norm"]
    assert "students at a US college" in norms[0]
    assert PlankHold(store).front.about == {"age": 22, "sex": "M"}


def test_screening_is_remembered_for_every_test(plank, store):
    arrive(plank, {"id": "s", "rev": 1, "kind": "screening", "body": {"outcome": "clear"}})
    assert SidePlank(store).front.screening["outcome"] == "clear"


def test_a_change_is_read_against_the_noise(plank):
    arrive(plank, result(60.0))
    arrive(plank, result(70.0, result_id="r2", recorded_at="2026-11-22T10:00:00Z"))
    own = [s for s in plank.front.reading if s["kind"] == "own"]
    assert len(own) == 1
    assert "25.8 s apart, 39.7 % of their mean" in own[0]["text"]
    assert "inside the shaded band" in plank.front.card["sentence"]


def test_exported_pages_show_the_protocol_and_results_where_asked_for(plank, monkeypatch):
    arrive(plank, result())
    html = plank._repr_mimebundle_()["text/html"]
    assert "Front plank" in html
    assert "1:02.0" not in html
    monkeypatch.setenv(SHOW_RESULTS, "1")
    html = plank._repr_mimebundle_()["text/html"]
    assert "Front plank" in html
    assert "1:02.0" in html
    assert "elbows under your shoulders" in html
