"""The kernel side of the log."""

from __future__ import annotations

import base64
import json

import pytest

from running_muscles.measure import transfer
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.widgets.own.log import Log
from widgets.listening import arrive, listen

AT = "2026-11-{:02}T09:00:00+00:00"


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.record(Result("a", "front_plank", 61.2, "s", AT.format(10)), 2)
    store.record(Result("b", "front_plank", 72.9, "s", AT.format(11), effort=7), 2)
    store.record(Result("c", "side_plank", 40.0, "s", AT.format(12), side="left"), 2)
    return store


@pytest.fixture
def log(store):
    return listen(Log(store))


def test_rows_are_newest_first_and_say_what_they_are(log):
    assert [row["id"] for row in log.front.rows] == ["c", "b", "a"]
    row = log.front.rows[1]
    assert (row["name"], row["text"], row["effort"]) == ("Front plank", "1:12.9", 7)
    assert row["when"] == "11 Nov 2026, 09:00"


def test_an_edit_changes_effort_and_note_alone_and_may_arrive_twice(log, store):
    body = {"result": "a", "effort": 4, "note": "windy"}
    for _ in range(2):
        answer = arrive(log, "edit", body, name="edit:a", rev=1_763_000_000_000)
        assert answer == {"kind": "stored", "id": "edit:a", "rev": 1_763_000_000_000}
    kept = next(result for result in store.results() if result.id == "a")
    assert (kept.effort, kept.note, kept.value) == (4, "windy", 61.2)
    assert len(store.results()) == 3


@pytest.mark.parametrize("effort", [11, "4", 2.5])
def test_an_edit_that_makes_no_sense_is_refused(log, store, effort):
    answer = arrive(log, "edit", {"result": "a", "effort": effort, "note": ""}, rev=9)
    assert answer["kind"] == "refused"
    assert "effort" in answer["sentence"]
    assert store.results()[0].effort is None


def test_delete_and_undo(log, store):
    for _ in range(2):
        arrive(log, "delete", {"result": "b", "deleted": True})
    assert [result.id for result in store.results()] == ["a", "c"]
    arrive(log, "delete", {"result": "b", "deleted": False})
    assert [row["id"] for row in log.front.rows] == ["c", "b", "a"]
    assert store.results()[1].value == 72.9


def test_an_edit_after_a_delete_is_refused_in_words(log):
    arrive(log, "delete", {"result": "b", "deleted": True})
    answer = arrive(log, "edit", {"result": "b", "effort": 1, "note": ""}, rev=9)
    assert answer["sentence"] == "This result was deleted, so the change was not kept."
    assert arrive(log, "delete", {"result": "nobody", "deleted": True})["kind"] == "refused"


def test_the_chart_follows_the_chosen_test(log):
    assert log.chart.outputs == ()
    log.front.chosen = "front_plank"
    (output,) = log.chart.outputs
    assert "Front plank" in output["data"]["text/plain"]
    log.front.chosen = "side_plank"
    assert log.chart.outputs == ()  # one result makes no line
    log.front.chosen = "gone"
    assert log.chart.outputs == ()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_downloaded_can_be_uploaded(log, store, form, tmp_path):
    file = arrive(log, "export", {"format": form}, name="ask")
    assert (file["kind"], file["id"]) == ("answered", "ask")
    assert file["name"].endswith(f".{form}")
    assert "3 results" in file["sentence"]
    other = listen(Log(Store(tmp_path / "new.sqlite3")))
    body = {"name": file["name"], "base64": base64.b64encode(file["text"].encode()).decode()}
    assert arrive(other, "upload", body)["sentence"] == "3 results added."
    assert len(other.front.rows) == 3
    again = arrive(other, "upload", body)["sentence"]
    assert again == "0 results added. 3 results stayed as they were."


def test_an_unknown_format_is_refused(log):
    assert "csv or json" in arrive(log, "export", {"format": "xlsx"})["sentence"]


def test_a_damaged_upload_changes_nothing_and_names_the_place(log, store):
    text = transfer.as_json(store.results()).replace("72.9", '"fast"').replace('"a"', '"new"')
    body = {"name": "mine.json", "base64": base64.b64encode(text.encode()).decode()}
    answer = arrive(log, "upload", body)
    assert answer["kind"] == "refused"
    assert "mine.json, result 2" in answer["sentence"]
    assert len(store.results()) == 3
    assert arrive(log, "upload", {"name": "x.csv", "base64": "?"})["kind"] == "refused"


def test_a_test_that_is_no_longer_known_is_still_shown(log, store):
    store.record(Result("z", "hopping", 3, "reps", AT.format(13)))
    log.refresh()
    assert log.front.rows[0]["name"] == "hopping"


def test_notes_are_text_in_the_static_table(log, store, monkeypatch):
    monkeypatch.setenv(SHOW_RESULTS, "1")
    arrive(log, "edit", {"result": "a", "effort": None, "note": "<script>x</script>"}, rev=9)
    html = log._repr_mimebundle_()["text/html"]
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert json.dumps(log.front.rows)
