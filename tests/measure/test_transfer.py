"""Results out and in: what leaves comes back the same, what is damaged is refused whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.measure import transfer
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.measure.transfer import TransferError

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
some_results = st.lists(
    st.builds(
        Result,
        id=st.uuids().map(lambda u: u.hex),
        test=st.sampled_from(["front_plank", "push_up"]),
        value=st.floats(0, 1e6),
        unit=st.sampled_from(["s", "reps"]),
        recorded_at=st.just("2026-11-21T10:00:00+00:00"),
        side=st.sampled_from(["", "left", "right"]),
        trial=st.integers(1, 9),
        effort=st.none() | st.integers(0, 10),
        reason=texts,
        note=texts,
        details=st.dictionaries(texts, st.integers(), max_size=3),
    ),
    unique_by=lambda result: result.id,
    max_size=5,
).map(tuple)


@given(some_results)
def test_csv_and_json_bring_back_the_same(results):
    assert transfer.read(transfer.as_csv(results).encode(), "r.csv") == results
    assert transfer.read(transfer.as_json(results).encode(), "r.json") == results


def two_results():
    at = "2026-11-21T10:00:00+00:00"
    return tuple(
        Result(id=f"r{n}", test="front_plank", value=n, unit="s", recorded_at=at) for n in (1, 2)
    )


@pytest.fixture
def results():
    return two_results()


def test_import_merges_by_id(tmp_path, results):
    store = Store(tmp_path / "r.sqlite3")
    store.record(results[0])
    content = transfer.as_csv(results).encode()
    assert transfer.merge(store, content, "r.csv") == (1, 1)
    assert transfer.merge(store, content, "r.csv") == (0, 2)
    assert len(store.results()) == 2


def damaged(results):
    csv, document = transfer.as_csv(results), transfer.as_json(results)
    rows = csv.splitlines()
    twice = json.loads(document)
    twice["results"][1]["id"] = "r1"
    return {
        "cut.csv": (csv[:-30], "line 3: this line has more or fewer"),
        "number.csv": (csv.replace(",2,s,", ",two,s,"), "line 3, column value: 'two' is not"),
        "header.csv": ("\n".join(rows[1:]), "line 1: the columns id, test"),
        "quote.csv": (csv.replace("r2", '"r2'), "line 3"),
        "cut.json": (document[:100], "not whole JSON"),
        "other.json": ('{"a": 1}', "not a file of Running Muscles results"),
        "negative.json": (document.replace('"value": 2', '"value": -2'), "result 2, value: is not"),
        "twice.json": (json.dumps(twice), "result 2: the same id as result 1"),
        "name.txt": (csv, "must end in .csv or .json"),
        "deep.json": ("[" * 100_000, "not whole JSON"),
    }


@pytest.mark.parametrize("name", list(damaged(two_results())))
def test_a_damaged_file_is_refused_whole(tmp_path, results, name):
    text, sentence = damaged(results)[name]
    store = Store(tmp_path / "r.sqlite3")
    with pytest.raises(TransferError) as caught:
        transfer.merge(store, text.encode(), name)
    assert name in str(caught.value)
    assert sentence in str(caught.value)
    assert store.results() == ()


def test_latin_1_is_refused_with_the_place():
    with pytest.raises(TransferError, match="byte 3: not UTF-8"):
        transfer.read(b"id,\xe9", "r.csv")
