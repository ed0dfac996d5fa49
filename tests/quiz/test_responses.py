"""Reading a submitted file: what is valid counts, and the rest gets a sentence."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.quiz import bank, fitting, responses, shown_text
from running_muscles.quiz.scoring import score

SAMPLE = bank.load(Path(__file__).parent / "banks" / "90-sample.yaml")
QUESTIONS = {question.id: question for question in SAMPLE.questions}
AT = "2026-11-21T10:00:00.000Z"


def read(path: Path) -> responses.Answers:
    try:
        entries = responses.entries(responses.decoded(responses.content(path)), "90-sample")
    except responses.UnreadableError as error:
        return responses.Answers({}, (str(error),))
    return responses.valid(entries, QUESTIONS)


def write(path: Path, answers: dict[str, Any]) -> Path:
    entries = {name: {"value": value, "at": AT} for name, value in answers.items()}
    path.write_text(json.dumps({"format": 1, "quiz": "90-sample", "responses": entries}))
    return path


def test_valid_answers_are_read(tmp_path: Path) -> None:
    answers = {
        "pick-red": "rust",
        "tick-odd": ["nine"],
        "give-metres": {"number": 1.6, "unit": "km"},
        "sort-sizes": ["dog", "mouse", "horse", "elephant"],
        "point-quads": "calves-soleus-left",
        "write-why": "Because.",
    }
    found = read(write(tmp_path / "responses.json", answers))
    assert found.values == answers
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("pick-red", 3, "is not an option"),
        ("pick-red", {}, "is not an option"),
        ("pick-red", "gold", "names 'gold', which is not an option of it"),
        ("tick-odd", "nine", "is not a list of options"),
        ("tick-odd", [["nine"]], "is not an option"),
        ("tick-odd", ["nine", "nine"], "names an option twice"),
        ("give-metres", "1600", "is not a number with a unit"),
        ("give-metres", {"number": 1, "unit": "m", "more": 1}, "is not a number with a unit"),
        ("give-metres", {"number": "1", "unit": "m"}, "is not a finite number"),
        ("give-metres", {"number": True, "unit": "m"}, "is not a finite number"),
        ("give-metres", {"number": float("inf"), "unit": "m"}, "is not a finite number"),
        ("give-metres", {"number": 10**30, "unit": "m"}, "is not a finite number"),
        ("give-metres", {"number": 1, "unit": "mile"}, "names 'mile', which is not a unit"),
        ("give-metres", {"number": 1}, "is not a unit"),
        ("sort-sizes", ["dog"], "leaves items out"),
        ("sort-sizes", ["dog", "dog", "dog", "dog"], "names an item twice"),
        ("point-quads", "<b>", "is not a region of the body map"),
        ("point-quads", "x" * 61, "is not a region of the body map"),
        ("point-quads", 1, "is not a region of the body map"),
        ("write-why", 1, "is not text"),
    ],
)
def test_one_broken_answer_leaves_the_others(
    tmp_path: Path, name: str, value: Any, told: str
) -> None:
    found = read(write(tmp_path / "responses.json", {name: value, "pick-blue": "sky"}))
    assert found.values == {"pick-blue": "sky"}
    (problem,) = found.problems
    assert f"('{name}')" in problem
    assert told in problem


@pytest.mark.parametrize("entry", [None, 1, "blood", [], {}, {"at": AT}])
def test_an_entry_without_value_is_told(tmp_path: Path, entry: Any) -> None:
    path = tmp_path / "responses.json"
    document = {"format": 1, "quiz": "90-sample", "responses": {"pick-red": entry}}
    path.write_text(json.dumps(document))
    assert "has no value" in read(path).problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_editors_write_are_read(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "responses.json", {"write-why": "Überall ☀"})
    path.write_text(path.read_text("utf-8"), encoding=encoding)
    assert read(path).values == {"write-why": "Überall ☀"}


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 1, "quiz": "90-sample", "responses": {}, "responses": {}}',
        '{"format": 1, "quiz": "90-sample", "responses": {"a": {"value": 1}, "a": {"value": 2}}}',
    ],
)
def test_two_entries_with_one_name_are_told_and_none_is_lost(tmp_path: Path, text: str) -> None:
    path = tmp_path / "responses.json"
    path.write_text(text)
    assert "twice, so it is not clear which one counts" in read(path).problems[0]


def test_a_thousand_problems_are_summed_up(tmp_path: Path) -> None:
    found = read(write(tmp_path / "responses.json", {f"q{n}": 1 for n in range(1000)}))
    assert len(found.problems) == responses.MAX_PROBLEMS + 1
    assert found.problems[-1] == "There are 988 more problems of this kind."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "responses.json"
    os.mkfifo(path)
    assert "is not a plain file" in read(path).problems[0]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "other.json", {"pick-red": "blood"})
    (tmp_path / "responses.json").symlink_to(tmp_path / "other.json")
    found = read(tmp_path / "responses.json")
    assert found.values == {}
    assert "is a link" in found.problems[0]


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    path = write(tmp_path / "responses.json", {"pick-red": "blood"})
    path.write_text(path.read_text().ljust(responses.MAX_BYTES))
    assert read(path).values == {"pick-red": "blood"}
    path.write_text(path.read_text() + " ")
    assert "larger than 256 kB" in read(path).problems[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_can_break_the_reader(tmp_path_factory: pytest.TempPathFactory, data: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(data))
    found = read(path)
    assert found.values == {}
    assert found.problems


@given(st.sampled_from(sorted(QUESTIONS)), JSON)
def test_whatever_is_let_through_can_be_scored(name: str, value: Any) -> None:
    question = QUESTIONS[name]
    if fitting.problem_with(question, value) is None:
        result = score(question, value)
        assert result.points is None or 0 <= result.points <= question.points


def test_cleaned_text_can_be_stored() -> None:
    text = "a\x00b\ud800c\u202ed\r\ne\tf"
    assert shown_text.clean(text) == "abcd\ne\tf"
    assert shown_text.shown("x\n" * 50, limit=5) == "x x x..."
