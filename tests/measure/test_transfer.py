"""Results out and in: what leaves comes back the same, what is damaged is refused whole."""

from __future__ import annotations

import csv
import io
import json
import re

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


def row(**changes):
    values = {
        "id": "a" * 32, "test": "front_plank", "value": "38.2", "unit": "s",
        "recorded_at": "2026-01-01T10:00:00.000Z", "side": "", "trial": "1", "effort": "",
        "reason": "chose", "note": "müde", "protocol_version": "1", "utc_offset_minutes": "60",
        "details": "{}",
    } | changes  # fmt: skip
    assert set(values) == set(transfer.COLUMNS)
    return values


def table(*rows, separator=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, transfer.COLUMNS, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "r.sqlite3")


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (table(row()).encode("utf-8-sig"), 38.2),
        (table(row(value="38,2"), separator=";").encode("utf-8-sig"), 38.2),
        (table(row(value="38,2"), separator="\t").encode("utf-16"), 38.2),
        (("sep=;\r\n" + table(row(value="38,2"), separator=";")).encode(), 38.2),
        (table(row(value="38,2"), row(id="b", value="1,234"), separator=";").encode(), 38.2),
        (
            table(
                row(trial="1.0", effort="7.0", utc_offset_minutes="60.0", protocol_version="1.0")
            ).encode(),
            38.2,
        ),
        ((table(row()) + "," * 12 + "\r\n\r\n").encode(), 38.2),
        (table(row(value="1.5", unit="min")).encode(), 90.0),
        (table(row(value="38", unit="S", id=" a ")).encode(), 38.0),
    ],
    ids=range(9),
)
def test_a_table_as_a_spreadsheet_saved_it_is_read(store, content, value):
    transfer.merge(store, content, "r.csv")
    result = store.results()[0]
    assert (result.value, result.unit, result.note) == (value, "s", "müde")
    assert result.protocol_version == "1"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"effort": "7.5"}, "column effort: '7.5' is not a whole number"),
        ({"value": "1,234"}, "column value: '1,234' can be read in two ways"),
        ({"value": "1:30"}, "column value: '1:30' is not a number"),
        ({"value": "9" * 5000}, "column value: "),
        ({"value": "1e300"}, "value: is larger than any test can give"),
        ({"trial": "9" * 30}, "trial: is not a whole number from 1 to"),
        ({"trial": ""}, "column trial: '' is not a number"),
        ({"unit": "kg"}, "unit: front_plank is kept in s, not in 'kg'"),
        ({"unit": ""}, "unit: is empty"),
        ({"test": "hopping"}, "test: 'hopping' is not a test of this course"),
        ({"side": "left"}, "side: front_plank has no left and right"),
        ({"side": "up"}, "side: is not left, right or empty"),
        ({"recorded_at": "9999-12-31T23:59:00Z"}, "recorded_at: '9999-12-31T23:59:00Z' is not be"),
        ({"recorded_at": "0001-01-01T00:00:00Z"}, "recorded_at: '0001-01-01T00:00:00Z' is not be"),
        ({"recorded_at": "2150-01-01T00:00:00Z"}, "recorded_at: 2150-01-01T00:00:00.000Z has not"),
        ({"recorded_at": "11/21/26"}, "recorded_at: '11/21/26' is not a time as ISO 8601 writes"),
        ({"utc_offset_minutes": "1440"}, "utc_offset_minutes: is not a number of minutes from"),
        ({"details": "[" * 60_000}, "column details: not JSON (longer than"),
        ({"details": "[" * 40_000}, "column details: not JSON (nested too deeply)"),
        ({"details": '{"a":' * 50 + "1" + "}" * 50}, "details: is nested deeper than 16 levels"),
        ({"details": '{"a": 1e999}'}, "details: holds something that is neither"),
        ({"details": '{"a": "\\ud800"}'}, "details: holds half a character"),
        ({"details": "[1]"}, "details: is not a table of names and values"),
        ({"id": ""}, "id: is empty"),
    ],
)
def test_an_odd_cell_ends_in_a_sentence_with_its_place(store, changes, sentence):
    content = table(row(id="good"), row(**changes)).encode()
    with pytest.raises(TransferError) as caught:
        transfer.merge(store, content, "r.csv")
    assert str(caught.value).startswith("r.csv, line 3, ")
    assert sentence in str(caught.value)
    assert store.results() == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ('"value": 1' + "0" * 5000, "result 1, value: "),
        ('"trial": 1' + "0" * 30, "result 1, trial: "),
        ('"trial": ' + "9" * 5000, "result 1, trial: "),
        ('"id": "\\ud800"', "result 1, id: holds half a character"),
        ('"value": NaN', "result 1, value: is not a number of 0 or more"),
        ('"value": true', "result 1, value: "),
        ('"details": {"a": ' + "[" * 500 + "]" * 500 + "}", "result 1, details: is nested deeper"),
        ('"note": 5', "result 1, note: is not a text"),
        ('"recorded_at": 5', "result 1, recorded_at: is empty or no text"),
    ],
)
def test_odd_json_ends_in_a_sentence_with_its_place(store, results, changes, sentence):
    document = transfer.as_json(results[:1])
    name = changes.split(":")[0]
    before = re.search(rf"{name}: [^\n]*?(?=,?\n)", document)[0]
    with pytest.raises(TransferError) as caught:
        transfer.merge(store, document.replace(before, changes).encode(), "r.json")
    assert sentence in str(caught.value)
    assert store.results() == ()


def answer(content, name):
    """What reading a file says: nothing when it is sound, else the sentence."""
    try:
        transfer.read(content, name)
    except TransferError as error:
        return str(error)
    return name


some_bytes = st.binary(max_size=200) | st.text(st.characters(codec="utf-8"), max_size=200).map(
    str.encode
)


@given(some_bytes)
def test_whatever_a_file_holds_the_answer_is_a_sentence(content):
    for name in ("r.csv", "r.json"):
        for start in ("", table(), '{"running_muscles_results": 1, "results": ['):
            assert answer(start.encode() + content, name).startswith(name)


def test_json_from_another_program_is_read(store):
    document = json.loads(transfer.as_json(two_results()))
    document["results"][0] |= {"trial": 1.0, "effort": 7.0, "note": None, "side": None}
    transfer.merge(store, json.dumps(document).encode("utf-8-sig"), "r.json")
    first = store.results()[0]
    assert (first.trial, first.effort, first.note, first.side) == (1, 7, "", "")
    document["results"][0] |= {"effort": 7.5}
    with pytest.raises(TransferError, match="effort: is not a whole number"):
        transfer.merge(store, json.dumps(document).encode(), "r.json")


def test_a_backup_brings_back_what_was_deleted_after_it(store, results):
    for result in results:
        store.record(result)
    backup = transfer.as_csv(store.results()).encode()
    store.set_deleted("r1", True)
    came = transfer.bring_in(store, backup, "backup.csv")
    assert (came.new, came.restored, came.known) == (0, 1, 1)
    assert {each.id for each in store.results()} == {"r1", "r2"}
    assert transfer.bring_in(store, backup, "backup.csv") == transfer.Import(0, 0, 2)


def test_a_spreadsheet_sees_text_where_a_formula_might_stand():
    notes = ("=1+1", "+41 12", "-5 kg today", "@home", "\t=1+1", "'=1", "plain")
    results = tuple(
        Result(f"r{n}", "front_plank", 1, "s", "2026-01-01T10:00:00Z", note=note)
        for n, note in enumerate(notes)
    )
    text = transfer.as_csv(results)
    assert text.startswith("\ufeffid,")
    cells = [each["note"] for each in csv.DictReader(io.StringIO(text, newline=""))]
    assert not any(cell[:1] in "=+-@\t" for cell in cells)
    assert tuple(each.note for each in transfer.read(text.encode(), "r.csv")) == notes


def test_latin_1_is_refused_with_the_place():
    with pytest.raises(TransferError, match="byte 3: not UTF-8"):
        transfer.read(b"id,\xe9", "r.csv")
