"""Which mended questions leave the answers that were given to them with their meaning."""

from typing import Any

import pytest

from running_muscles.classroom.mended import differences

ASKED: dict[str, Any] = {
    "id": "q",
    "type": "single",
    "stem": "Which muscle slows the left leg just before it lands?",
    "points": 1.0,
    "options": [
        {"id": "hams", "text": "The hamstrings"},
        {"id": "calf", "text": "The calf, by 20 %"},
    ],
}


def changed(stem: str = "", **texts: str) -> dict[str, Any]:
    options = [
        {**option, "text": texts.get(option["id"], option["text"])} for option in ASKED["options"]
    ]
    return ASKED | {"options": options, "stem": stem or ASKED["stem"]}


@pytest.mark.parametrize(
    "now",
    [
        ASKED,
        changed("Which muscle slows the left leg just before it lands, in a run?"),
        changed("Wich muscle slows the left leg, just before it **lands**?"),
        changed(hams="Hamstrings"),
        changed(hams="The hamstring"),
    ],
)
def test_spelling_and_small_words_may_be_mended(now: dict[str, Any]) -> None:
    assert differences(ASKED, now) == []


@pytest.mark.parametrize(
    "now",
    [
        changed("Which muscle slows the right leg just before it lands?"),
        changed("Which muscle does not slow the left leg just before it lands?"),
        changed("Which bone slows the left leg just before it lands?"),
        changed("Which muscle speeds the left leg just before it lands?"),
        changed(calf="The calf, by 25 %"),
        changed(calf="The calf"),
        changed(hams="The glutes"),
        ASKED | {"points": 2.0},
        ASKED | {"type": "multiple"},
        ASKED | {"options": ASKED["options"][:1]},
        ASKED | {"options": [*ASKED["options"], {"id": "new", "text": "None"}]},
        ASKED | {"units": ["m"]},
    ],
)
def test_what_asks_something_else_is_told(now: dict[str, Any]) -> None:
    assert differences(ASKED, now)


def test_what_no_answer_refers_to_is_free() -> None:
    asked = {"id": "q", "type": "text", "stem": "Why?", "points": 2.0}
    before = asked | {"criteria": ["Names one"], "max_words": 60}
    assert differences(before, asked | {"criteria": ["Names two", "More"], "max_words": 90}) == []
