"""The health questions: what is asked, where a yes leads, and which answers still hold."""

from __future__ import annotations

import pytest

from running_muscles import tables
from running_muscles.measure import screening

SIGNS = {
    "chest": "chest",
    "breath": "short of breath",
    "faint": "fainted",
    "heartbeat": "skip",
    "ankles": "swell",
    "walking": "calf or thigh ache",
}


def asked() -> dict[str, tables.HealthQuestion]:
    return {row.question: row for row in tables.screening()}


@pytest.mark.parametrize(("question", "words"), SIGNS.items())
def test_each_sign_is_asked_and_means_no_exercise_before_a_doctor(question, words):
    row = asked()[question]
    assert words in row.text
    assert row.leads_to == "stop"
    assert "doctor" in row.who.lower()


@pytest.mark.parametrize("words", ["diabetes", "kidney", "metabolism"])
def test_illness_counts_however_well_it_is_controlled(words):
    row = asked()["sugar"]
    assert words in row.text
    assert "even if it is well under control" in row.text
    assert row.leads_to == "ask"


def test_any_long_term_illness_and_its_medicine_are_asked():
    assert "even if it is well under control" in asked()["illness"].text
    assert "insulin" in asked()["medicine"].text
    assert asked()["medicine"].leads_to == asked()["illness"].leads_to == "ask"


def test_over_45_and_not_used_to_hard_exercise_begins_gently():
    row = asked()["unused"]
    assert "over 45" in row.text
    assert row.leads_to == "gentle"
    assert "hard ones" in row.fine


def test_retention_and_numbness_between_the_legs_are_named_in_plain_words():
    row = asked()["nerve"]
    for words in ("numb between your legs", "pass or hold water", "weak in a leg"):
        assert words in row.text
    assert "emergency" in row.who.lower()


def test_every_yes_says_whom_to_see_what_to_say_and_what_is_fine():
    for row in tables.screening():
        assert row.text.endswith(("?", "control."))
        for part in (row.who, row.say, row.fine):
            assert part.endswith("."), row.question
        assert row.source_key, row.question


def test_groups_are_short_titled_and_hold_every_question_once():
    groups = screening.groups()
    assert [group["title"] for group in groups] == list(screening.GROUPS.values())
    flat = [each["text"] for group in groups for each in group["questions"]]
    assert flat == list(screening.questions())
    assert {row.group for row in tables.screening()} == set(screening.GROUPS)
    assert all(1 <= len(group["questions"]) <= 7 for group in groups)


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        (None, None),
        ({"outcome": "clear", "version": "1"}, None),
        ({"outcome": "clear"}, None),
        ({"outcome": "clear", "version": screening.VERSION}, "clear"),
        ({"outcome": "", "version": screening.VERSION}, ""),
    ],
)
def test_an_answer_to_an_older_version_is_asked_again(kept, outcome):
    assert screening.current(kept) == outcome
