"""Results in German: whole sentences, a decimal comma, days as a German reads them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import Store
from running_muscles.measure.training import trained_text
from running_muscles.tables import protocols
from running_muscles.translation import spoken
from running_muscles.translation.written import dated, dated_in_full, stamped
from running_muscles.widgets import message
from running_muscles.widgets.chart import history_figure
from running_muscles.widgets.history import result_text, value_text
from running_muscles.widgets.own.coursemap import CourseRecord
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.own.profile_page import profile_page, profile_text
from widgets.listening import arrive, listen

AT = "2026-11-05T09:00:00+00:00"


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setattr(spoken, "_chosen", ["de"])


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (38.25, "s", "38,2 s"),
        (65, "s", "1:05,0"),
        (1, "reps", "1 Wiederholung"),
        (24, "reps", "24 Wiederholungen"),
        (61, "bpm", "61 Schläge pro Minute"),
        (38.25, "mL/kg/min", "38,2 mL/kg/min"),
        (2400, "m", "2400 m"),
        (1, "level", "beobachtet"),
    ],
)
def test_a_value_is_said_with_its_unit(value, unit, said):
    assert value_text(value, unit) == said


def test_days_are_written_as_a_german_reads_them():
    assert dated(date(2026, 3, 5)) == "5. März 2026"
    assert dated(date(2026, 11, 28)) == "28. Nov. 2026"
    assert dated_in_full(date(2026, 3, 5)) == "5. März 2026"
    assert stamped(datetime(2026, 11, 5, 9, 3, tzinfo=UTC)) == "5. Nov. 2026, 09:03"


def test_a_change_is_said_in_whole_sentences():
    assert norms.change("front_plank", 61.2, 72.9).sentence.startswith(
        "Von 61,2 auf 72,9 s: eine Änderung um +11,7 s. Zwei Tests eines Menschen,"
    )
    assert norms.asymmetry("single_leg_heel_raise", 24, 24).sentence.startswith(
        "Links 24 Wdh., rechts 24 Wdh.: kein Unterschied."
    )
    found = norms.compare("resting_hr", 61, sex="M", age=40)
    assert (
        "Deine 61 Schläge/min liegen zwischen dem 2,5. und dem 97,5. Perzentil einer Gruppe."
        in [each.main for each in found]
    )


def test_a_place_is_told_the_same_in_every_language():
    """What a figure reads from a place does not hang on its words."""
    told = [each.percentile_range for each in norms.compare("resting_hr", 61, sex="M", age=40)]
    spoken.speak("en")
    english = [each.percentile_range for each in norms.compare("resting_hr", 61, sex="M", age=40)]
    assert told == english
    assert (2.5, 97.5) in told


def test_an_old_observation_without_ratings_stays_as_it_was_kept():
    kept = Result("a", "paper_grip", 1, "level", AT, "left", details={"seen": ["As it was kept"]})
    assert result_text(kept) == "As it was kept"


def test_a_chart_counts_its_days_in_numbers():
    rows = [
        Result(f"r{day}", "front_plank", 60.5, "s", AT.replace("-05", f"-{day}"))
        for day in (10, 11)
    ]
    layout = history_figure(rows, protocols()["front_plank"])["layout"]
    assert (layout["separators"], layout["xaxis"]["tickformat"]) == (",.", "%d.%m.")


def test_a_refusal_is_german_and_what_is_kept_is_not(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.record(Result("a", "front_plank", 61.2, "s", AT))
    log = listen(Log(store))
    refused = arrive(log, "edit", {"result": "gone", "effort": 4, "note": ""})
    assert refused["sentence"].startswith("Dieses Ergebnis wurde gelöscht")
    text = arrive(log, "export", {"format": "csv"})["text"]
    assert "61.2" in text
    assert "front_plank" in text
    with pytest.raises(ResultError, match="value: ist keine Zahl ab 0"):
        Result("a", "front_plank", -1, "s", AT)
    assert "Ergebnisdatei" in message.refusal(store_error(tmp_path))["sentence"]


def store_error(folder):
    (folder / "broken").write_text("no database, and longer than its header would be" * 20)
    with pytest.raises(message.StoreError) as caught:
        Store(folder / "broken").results()
    return caught.value


def test_trained_sets_and_the_record_are_german(tmp_path):
    details = {"amount": 30, "unit": "s", "each_side": True}
    kept = Result("a", "exercise:side_plank", 2, "sets", AT, details=details)
    assert trained_text(kept) == "2 Sätze mit 30 s auf jeder Seite"
    record = CourseRecord(Store(tmp_path / "results.sqlite3"))
    assert "0 von 13 Lektionen sind geschafft." in record.html


def test_content_inside_of_a_sentence_is_marked_on_a_page_and_unseen_in_plain_text():
    kept = [Result("a", "single_leg_heel_raise", 24, "reps", AT, "left")]
    found = profile(kept, About(34, "F"))
    page = profile_page(found)
    assert re.search(r'Wer das war: <span lang="en">[a-z0-9 ]+</span>\.', page)
    assert "\u2068" not in page + profile_text(found)
    spoken.speak("en")
    english = profile_page(profile(kept, About(34, "F")))
    assert "\u2068" not in english
    assert "lang=" not in english
