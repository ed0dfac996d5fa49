"""Answers in the results file, and in the files that a learner takes along."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from running_muscles.measure import answer_transfer, answers, transfer
from running_muscles.measure.answer import PLACES, VERDICTS, Answer, AnswerError
from running_muscles.measure.database import MIGRATIONS
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.measure.transfer import TransferError

AT = "2026-03-02T10:00:00.000Z"
ONE = Answer("id-1", "03-core", "core-quick-bus", "core-stability", "right", False, "check", AT, 60)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def test_an_answer_is_kept_once_and_never_changed(store):
    assert answers.add(store, [ONE, ONE]) == 1
    assert answers.add(store, [replace(ONE, verdict="missed")]) == 0
    assert answers.load(store) == [ONE]
    assert answers.load(store, "03-core", "core-quick-bus") == [ONE]
    assert answers.load(store, "02-glutes") == []


def test_answers_come_in_order_of_time(store):
    late = replace(ONE, id="late", recorded_at="2026-03-02T12:00:00+01:00")
    answers.add(store, [late, ONE])
    assert [each.id for each in answers.load(store)] == ["id-1", "late"]
    assert late.recorded_at == "2026-03-02T11:00:00.000Z"


def test_erasing_takes_the_answers_too(store):
    answers.add(store, [ONE])
    store.erase()
    assert answers.load(store) == []


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_an_older_file_keeps_its_results_and_learns_of_answers(store, version):
    with closing(sqlite3.connect(store.path)) as connection, connection:
        for step in [step for steps in MIGRATIONS[:version] for step in steps]:
            connection.execute(step) if isinstance(step, str) else step(connection)
        if version:
            connection.execute(
                "INSERT INTO results VALUES ('a', 'front_plank', '', 38.2, 's', 1, NULL, '', '', "
                f"'1', '{AT}', 0, '{{}}', 1, 0)"
            )
        connection.execute(f"PRAGMA user_version = {version}")
    assert answers.load(store) == []
    assert answers.add(store, [ONE]) == 1
    assert [each.id for each in store.results()] == ["a"] * bool(version)


def test_a_row_of_another_program_counts_for_nothing_and_stays(store):
    answers.add(store, [ONE])
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE answers SET verdict = 'perhaps'")
    assert answers.load(store) == []
    assert answers.add(store, [ONE]) == 0


BAD = {
    "id": "",
    "lesson": "../03",
    "question": 7,
    "objective": "x" * 65,
    "verdict": "wrong",
    "shown": 1,
    "asked_in": "predict",
    "recorded_at": "yesterday",
    "utc_offset_minutes": 9_000,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_right_is_refused_by_name(name):
    with pytest.raises(AnswerError, match=f"^{name}: "):
        Answer.from_mapping({**ONE.as_row(), name: BAD[name]})


@pytest.mark.parametrize("name", [name for name in BAD if name != "utc_offset_minutes"])
def test_what_is_missing_is_named(name):
    row = {key: value for key, value in ONE.as_row().items() if key != name}
    with pytest.raises(AnswerError, match=f"'{name}'"):
        Answer.from_mapping(row)


def files(of):
    return {
        "a.json": transfer.as_json((), of).encode(),
        "a-answers.csv": answer_transfer.as_csv(of).encode(),
    }


MADE = st.builds(
    replace,
    st.just(ONE),
    id=st.uuids().map(str),
    verdict=st.sampled_from(VERDICTS),
    asked_in=st.sampled_from(PLACES),
    shown=st.booleans(),
    recorded_at=st.integers(0, 86_399).map(
        lambda s: f"2026-03-02T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}Z"
    ),
    utc_offset_minutes=st.integers(-720, 840),
)


@settings(max_examples=15)
@given(st.lists(MADE, min_size=1, max_size=5, unique_by=lambda one: one.id))
def test_what_goes_out_comes_back_and_twice_changes_nothing(tmp_path_factory, made):
    wanted = sorted(made, key=lambda one: (one.recorded_at, one.id))
    for name, content in files(made).items():
        store = Store(tmp_path_factory.mktemp("other") / "results.sqlite3")
        assert transfer.bring_in(store, content, name).answers == len(made)
        assert answers.load(store) == wanted
        assert transfer.bring_in(store, content, name).answers == 0
        assert answers.load(store) == wanted


def test_an_older_export_holds_no_answers_and_still_comes_in(store):
    result = Result("r", "front_plank", 38.2, "s", AT)
    document = json.loads(transfer.as_json((result,)))
    del document["answers"]
    came = transfer.bring_in(store, json.dumps(document).encode(), "old.json")
    assert (came.new, came.answers) == (1, 0)
    came = transfer.bring_in(store, transfer.as_csv((result,)).encode(), "old.csv")
    assert (came.known, came.answers) == (1, 0)


def test_an_import_overwrites_nothing(store):
    answers.add(store, [ONE])
    for name, content in files([replace(ONE, verdict="missed")]).items():
        assert transfer.bring_in(store, content, name).answers == 0
    assert answers.load(store) == [ONE]


def test_a_damaged_answer_is_named_and_nothing_is_imported(store):
    row = {**ONE.as_row(), "verdict": "perhaps"}
    document = json.loads(transfer.as_json((Result("r", "front_plank", 38.2, "s", AT),)))
    content = json.dumps({**document, "answers": [ONE.as_row(), row]}).encode()
    with pytest.raises(TransferError, match=r"^a\.json, answer 2, verdict: is not one of right"):
        transfer.bring_in(store, content, "a.json")
    assert answers.load(store) == []
    assert store.results() == ()


TWO = answer_transfer.as_csv([ONE, replace(ONE, id="id-2")])
DAMAGED = {
    "line 3, shown: is neither true nor false": TWO[::-1].replace("false"[::-1], "ebyam", 1)[::-1],
    "line 3: the same id as line 2": TWO.replace("id-2", "id-1"),
    "line 3, recorded_at: 2198": answer_transfer.as_csv(
        [ONE, replace(ONE, id="id-2", recorded_at="2199-01-01")]
    ),
    "line 1: the columns shown are missing": TWO.replace("shown", "seen", 1),
    "line 2, column utc_offset_minutes": TWO.replace(",60", ",an hour", 1),
}


@pytest.mark.parametrize("told", DAMAGED)
def test_a_damaged_table_is_told_by_line(store, told):
    with pytest.raises(TransferError, match=f"^a.csv, {told}"):
        transfer.bring_in(store, DAMAGED[told].encode(), "a.csv")
    assert answers.load(store) == []
