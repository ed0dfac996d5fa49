"""The kernel side of the results file."""

from __future__ import annotations

import base64

import pytest

from running_muscles.measure import answers
from running_muscles.measure.answer import Answer
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.widgets.own.results_file import ResultsFile
from widgets.listening import arrive, listen


@pytest.fixture
def panel(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.record(Result("a", "front_plank", 61.2, "s", "2026-11-10T09:00:00+00:00"))
    return listen(ResultsFile(store))


def test_it_says_where_and_how_many(panel, tmp_path):
    assert panel.front.count == 1
    assert panel.front.place == str(tmp_path / "results.sqlite3")


def test_the_static_picture_says_so_only_where_results_are_asked_for(panel, monkeypatch):
    assert panel.front.place not in panel._repr_mimebundle_()["text/html"]
    monkeypatch.setenv(SHOW_RESULTS, "1")
    assert f"1 result in <code>{panel.front.place}" in panel._repr_mimebundle_()["text/html"]


def test_erasing_takes_results_and_answers_and_starts_a_new_file(panel):
    arrive(panel, "screening", {"outcome": "clear"})
    owner = panel.front.owner
    answer = arrive(panel, "erase", {})
    assert answer["sentence"].startswith("Deleted 1 result and")
    assert panel.front.count == 0
    assert panel.front.screening["outcome"] == ""
    assert panel.front.owner not in ("", owner)


def test_an_empty_file_can_be_downloaded_and_erased(panel):
    arrive(panel, "erase", {})
    assert "0 results" in arrive(panel, "export", {"format": "csv"})["sentence"]
    assert arrive(panel, "erase", {})["sentence"].startswith("Deleted 0 results")


@pytest.mark.parametrize("form", ["json", "answers"])
def test_answers_go_out_and_come_back(panel, form):
    at = "2026-11-10T09:00:00Z"
    given = Answer(
        "x", "03-core", "core-check-bag", "core-stability", "right", False, "review", at, 60
    )
    answers.add(panel._store, [given])
    file = arrive(panel, "export", {"format": form})
    if form == "answers":
        assert file["sentence"].startswith("Saved 1 answer as running-muscles-")
        assert file["name"].endswith("-answers.csv")
    arrive(panel, "erase", {})
    assert answers.load(panel._store) == []
    sent = {"name": file["name"], "base64": base64.b64encode(file["text"].encode()).decode()}
    assert arrive(panel, "upload", sent)["sentence"].endswith("1 answer to questions added.")
    assert answers.load(panel._store) == [given]
    assert "answer" not in arrive(panel, "upload", sent)["sentence"]


def test_a_download_of_results_takes_them_away_and_one_of_answers_does_not(panel):
    assert panel.front.left == 1
    arrive(panel, "export", {"format": "answers"})
    assert panel.front.left == 1
    arrive(panel, "export", {"format": "json"})
    assert panel.front.left == 0
    panel.refresh()
    assert panel.front.left == 0
