"""How long a question was on the screen: kept as data, read from strangers, worth no points."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from running_muscles.classroom.report import answering
from running_muscles.quiz import answer_time, bank, responses
from running_muscles.quiz.answers_file import Responses

QUESTION = bank.load(Path(__file__).parent / "banks/90-sample.yaml").question("pick-blue")
AT = "2026-01-05T10:00:00Z"


def read(**told: Any) -> responses.Answers:
    entry = {"value": "sky", "at": AT, **told}
    return responses.valid({QUESTION.id: entry}, {QUESTION.id: QUESTION})


@pytest.mark.parametrize("told", [0.1, 12, 41.26, 6 * 3600])
def test_a_time_is_read(told: float) -> None:
    assert read(seconds=told).seconds == {QUESTION.id: round(told, 1)}


@pytest.mark.parametrize(
    "told",
    [-1, -0.0, 0, 1e9, 6 * 3600 + 1, 10**400, float("inf"), float("nan"), True, "12", "", None,
     [12], {"s": 1}],
)  # fmt: skip
def test_what_is_no_time_is_none_and_the_answer_counts(told: Any) -> None:
    found = read(seconds=told)
    assert (found.values, found.seconds, found.problems) == ({QUESTION.id: "sky"}, {}, ())


def test_without_a_time_nothing_is_told_and_no_answer_has_none() -> None:
    assert read().seconds == {}
    assert read(value=None, seconds=12).seconds == {}


def test_it_stands_beside_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "responses.json"
    kept = Responses(path, "90-sample", "open", "ada")
    kept.set("pick-blue", "sky", AT, seconds=12.5)
    kept.set("pick-red", "rust", AT)
    saved = json.loads(path.read_text(encoding="utf-8"))["responses"]
    assert saved["pick-blue"] == {"value": "sky", "at": AT, answer_time.KEY: 12.5}
    assert answer_time.KEY not in saved["pick-red"]


def test_the_report_tells_the_middle_and_nothing_from_few() -> None:
    assert answering.time_of(np.array([np.nan])) is None
    assert answering.told(None) == "not recorded"
    few = answering.time_of(np.array([10.0, np.nan]))
    assert answering.told(few) == "recorded of 1, too few to say"
    many = answering.time_of(np.array([*range(30, 130, 10), np.nan], dtype=float))
    assert answering.shown(many) == "1 min 15 s"
    assert answering.told(many) == (
        "1 min 15 s in the middle; half of the 10 recorded took 52 s to 1 min 38 s"
    )
    assert answering.in_words(4200) == "1 h 10 min"
