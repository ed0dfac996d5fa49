"""What every panel shares: health questions, errors in words, and neighbours that hear."""

from __future__ import annotations

import pytest

from running_muscles.measure.store import Store
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.own.results_file import ResultsFile
from running_muscles.widgets.tests.count import PushUpCount
from running_muscles.widgets.tests.screening import Screening
from widgets.listening import arrive, listen


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def test_answers_given_once_open_every_panel_of_the_same_file(store, tmp_path):
    questions, test = listen(Screening(store)), PushUpCount(store)
    stranger = PushUpCount(Store(tmp_path / "other.sqlite3"))
    answer = arrive(questions, "screening", {"outcome": "clear"}, name="screening")
    assert answer == {"kind": "stored", "id": "screening", "rev": 1}
    assert questions.front.screening["outcome"] == "clear"
    assert test.front.screening["outcome"] == "clear"
    assert stranger.front.screening["outcome"] == ""
    assert PushUpCount(store).front.screening["outcome"] == "clear"


def test_a_yes_later_closes_the_tests_again(store):
    questions, test = listen(Screening(store)), PushUpCount(store)
    arrive(questions, "screening", {"outcome": "clear"})
    arrive(questions, "screening", {"outcome": ""}, rev=2)
    assert test.front.screening["outcome"] == ""


def test_an_answer_of_an_older_version_is_asked_again(store):
    store.remember("screening", {"outcome": "clear", "version": "1", "at": 0})
    asked = PushUpCount(store).front.screening
    assert (asked["outcome"], asked["again"]) == ("", True)
    arrive(listen(Screening(store)), "screening", {"outcome": "clear for gentle exercise"})
    asked = PushUpCount(store).front.screening
    assert (asked["outcome"], asked["again"]) == ("clear for gentle exercise", False)


def test_the_browser_gets_the_questions_in_groups_with_what_follows_from_a_yes(store):
    groups = PushUpCount(store).front.screening["groups"]
    assert [group["id"] for group in groups] == ["signs", "health", "body", "habit"]
    for group in groups:
        for question in group["questions"]:
            assert question["leads_to"] in ("stop", "ask", "gentle")
            assert all(question[part] for part in ("who", "say", "fine"))


def test_an_unknown_outcome_is_refused(store):
    answer = arrive(listen(Screening(store)), "screening", {"outcome": "fine"})
    assert answer["kind"] == "refused"
    assert "not known" in answer["sentence"]


def test_a_new_result_reaches_the_log(store):
    test, log = listen(PushUpCount(store)), Log(store)
    arrive(test, "result", result(), name="r1")
    assert [row["text"] for row in log.front.rows] == ["12 repetitions"]


@pytest.mark.parametrize("kind", ["export", "nonsense"])
def test_a_message_that_a_panel_does_not_know_is_refused(store, kind):
    assert arrive(listen(Screening(store)), kind, {})["kind"] == "refused"


def test_what_was_on_its_way_when_all_was_erased_does_not_come_back(store):
    test = listen(PushUpCount(store))
    before = test.front.owner
    arrive(listen(ResultsFile(store)), "erase", {})
    assert test.front.owner != before
    message = {"id": "r1", "rev": 1, "kind": "result", "body": result(), "owner": before}
    test.front._handle_custom_msg(message, [])
    assert test.answers[-1]["kind"] == "stored"
    assert store.results() == ()


def test_a_file_that_cannot_be_opened_is_named_in_every_panel(tmp_path):
    broken = tmp_path / "results.sqlite3"
    broken.write_bytes(b"this is no database" * 100)
    for panel in (PushUpCount, Log, ResultsFile, Screening):
        shown = panel(Store(broken))
        assert str(broken) in shown.front.problem
        assert "<section" in shown._repr_mimebundle_()["text/html"]


def result(**changes):
    return {
        "id": "r1",
        "test": "push_up",
        "value": 12,
        "unit": "reps",
        "recorded_at": "2026-11-21T10:00:00.000Z",
        **changes,
    }


def test_a_test_answers_for_its_moving_person_and_nothing_else_is_looked_up(store, monkeypatch):
    test, neighbour = listen(PushUpCount(store)), PushUpCount(store)
    monkeypatch.setattr(neighbour, "refresh", lambda: pytest.fail("nothing has changed"))
    answer = arrive(test, "figure", {"name": "push_up", "script": True})
    assert answer["kind"] == "answered"
    assert answer["figure"]["name"] == "Push-up"
    assert "skeleton" in answer
    assert arrive(test, "figure", {"name": "no_such_move"})["kind"] == "refused"
    assert "<svg" in test.front.picture
