"""Who is asked what: the same on every machine, spread evenly, little changed by a new question."""

import subprocess
import sys
from collections import Counter

import pytest

from running_muscles.quiz.draw import drawn, seed

SLOTS = [
    {"id": "one", "questions": ["a", "b", "c"]},
    {"id": "two", "questions": ["d", "e", "f", "g"]},
]
CLASS = [f"student-{number}" for number in range(600)]


def test_a_draw_is_the_same_for_ever() -> None:
    # Worked out once and written down: another draw would mark answers to other questions.
    assert drawn(SLOTS, "open", "03-core", "ada") == {"one": "b", "two": "f"}
    assert drawn(SLOTS, "open", "03-core", "Müller 日") == {"one": "a", "two": "d"}


def test_another_process_draws_the_same() -> None:
    code = (
        "from running_muscles.quiz.draw import drawn; "
        f"print(drawn({SLOTS!r}, 'open', '03-core', 'ada'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(drawn(SLOTS, "open", "03-core", "ada"))


def test_each_slot_gives_one_of_its_own_about_equally_often() -> None:
    for slot in SLOTS:
        asked = Counter(drawn(SLOTS, "e", "q", who)[str(slot["id"])] for who in CLASS)
        assert set(asked) == set(slot["questions"])
        share = len(CLASS) / len(slot["questions"])
        assert all(0.7 * share < count < 1.3 * share for count in asked.values())


def test_slots_are_drawn_apart_from_each_other() -> None:
    pairs = Counter(tuple(drawn(SLOTS, "e", "q", who).values()) for who in CLASS)
    assert len(pairs) == 12


@pytest.mark.parametrize("change", [("other", "q"), ("e", "other")])
def test_another_edition_or_quiz_asks_other_questions(change: tuple[str, str]) -> None:
    same = sum(drawn(SLOTS, "e", "q", who) == drawn(SLOTS, *change, who) for who in CLASS)
    assert same < len(CLASS) / 6


def test_a_question_that_joins_changes_only_what_it_wins() -> None:
    more = [{"id": "one", "questions": ["a", "b", "c", "new"]}, SLOTS[1]]
    changed = 0
    for who in CLASS:
        before, after = drawn(SLOTS, "e", "q", who), drawn(more, "e", "q", who)
        assert before["two"] == after["two"]
        assert after["one"] in (before["one"], "new")
        changed += after["one"] == "new"
    assert 0.15 * len(CLASS) < changed < 0.35 * len(CLASS)


def test_one_name_has_one_draw_however_it_is_written() -> None:
    composed, decomposed = "Mu\u0308ller", "M\u00fcller "
    assert drawn(SLOTS, "e", "q", composed) == drawn(SLOTS, "e", "q", decomposed)
    assert seed("e", "q", composed, "a") == seed("e", "q", decomposed, "a")
