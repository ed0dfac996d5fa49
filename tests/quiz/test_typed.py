"""Answers typed from paper: what each kind takes, and what it refuses with a sentence."""

from pathlib import Path
from typing import Any

import pytest

from running_muscles.quiz import bank, public
from running_muscles.quiz.printed.typed import TypedError, answer

KINDS = bank.load(Path(__file__).parent / "banks/91-kinds.yaml")
ENTRIES: dict[str, dict[str, Any]] = {
    "time": {"type": "numeric", "units": ["min", "s"]},
    "plain": {"type": "numeric", "units": [""]},
    "place": {"type": "hotspot", "view": "front"},
    **{one.id: public.public(one) for one in KINDS.questions},
}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("share-one", " 2 ", "sea"),
        ("share-several", "1 3", ["two", "five"]),
        ("share-several", "1,3,1", ["two", "five"]),
        # The boxes from the top: dress, leave, wake, wash.
        ("sort-groups", "3 4 1 2", ["wake", "wash", "dress", "leave"]),
        ("match-capitals", "2 - 4", {"spain": "madrid", "italy": "rome"}),
        ("fill-colours", "1 3", {"sky": "sky-blue", "grass": "green"}),
        ("time", "12,5 s", {"number": 12.5, "unit": "s"}),
        ("time", "2min", {"number": 2.0, "unit": "min"}),
        ("plain", "7", {"number": 7.0, "unit": ""}),
        ("share-one", "", None),
    ],
)
def test_what_is_typed_is_the_answer(name: str, text: str, value: Any) -> None:
    assert answer(ENTRIES[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("share-one", "0", "go from 1 to 3"),
        ("share-one", "4", "go from 1 to 3"),
        ("share-one", "1 2", "2 numbers, and one"),
        ("share-one", "b", "no number"),
        ("share-one", "1.5", "no number"),
        ("share-several", "1e9", "1"),
        ("share-several", "-1", "from 1"),
        ("sort-groups", "1 2 3", "each number from 1 to 4 once"),
        ("sort-groups", "1 1 2 3", "each number from 1 to 4 once"),
        ("match-capitals", "2 4", "2 numbers for 3 blanks"),
        ("match-capitals", "2 4 9", "go from 1 to 4"),
        ("time", "12", "no unit"),
        ("time", "=1+1 s", "no number"),
        ("time", "inf s", "no number"),
        ("place", "999", "go from 1 to"),
    ],
)
def test_what_is_none_is_refused(name: str, text: str, told: str) -> None:
    with pytest.raises(TypedError, match=told):
        answer(ENTRIES[name], text)
