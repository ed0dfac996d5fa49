"""Practice: other questions at each try, feedback at once, and no graded question."""

from __future__ import annotations

import json
from typing import Any

import pytest

from project import keys
from running_muscles.widgets.lesson.practice import AT_A_TIME, Practice
from running_muscles.widgets.questions.question import QuestionFront


def fronts(practice: Practice) -> list[QuestionFront]:
    return [each for each in practice.children if isinstance(each, QuestionFront)]


def names(practice: Practice) -> list[str]:
    return [front.question["id"] for front in fronts(practice)]


def say(widget: Any, content: dict[str, Any]) -> dict[str, Any]:
    said: list[dict[str, Any]] = []
    widget.send = said.append
    widget._handle_custom_msg({"id": "1", **content}, [])
    return said[0]


def test_each_try_asks_others_until_all_were_asked() -> None:
    practice = Practice("03-core", "draw")
    first = names(practice)
    assert len(first) == AT_A_TIME
    old = fronts(practice)
    assert say(practice.progress, {"kind": "again", "rev": 0, "body": {}})["kind"] == "again"
    second = names(practice)
    # There are at least ten: the first ones come again only when the others are used up.
    new = set(second) - set(first)
    assert len(new) == min(AT_A_TIME, len(practice._questions) - AT_A_TIME)
    assert names(Practice("03-core", "draw")) == first
    assert any(names(Practice("03-core", draw)) != first for draw in "abc")
    assert all(front.comm is None for front in old)


def test_an_answer_is_told_at_once_and_counts_in_this_try_alone() -> None:
    practice = Practice("03-core", "draw")
    front = next(one for one in fronts(practice) if one.question["type"] == "single")
    name = front.question["id"]
    right = next(option.id for option in practice._asked[name].options if option.correct)
    told = say(front, {"kind": "check", "question": name, "value": right})
    assert (told["verdict"], practice.progress.done) == ("right", 1)
    say(practice.progress, {"kind": "again", "rev": 0, "body": {}})
    assert practice.progress.done == 0
    gone = next(iter(set(practice._questions) - set(practice._asked.values()))).id
    told = say(fronts(practice)[0], {"kind": "check", "question": gone, "value": right})
    assert told["kind"] == "refused"


@pytest.mark.parametrize("lesson", ["03-core", "08-calves"])
def test_no_graded_question_is_asked_and_no_key_is_told_before(lesson: str) -> None:
    practice = Practice(lesson)
    assert not {each.id for each in practice._questions} & keys.names()
    told = json.dumps([front.question for front in fronts(practice)])
    assert not [field for field in keys.KEY_FIELDS if f'"{field}":' in told]


def test_a_lesson_that_is_not_there_is_a_sentence() -> None:
    assert "is no lesson" in Practice("../secret").children[0].value
