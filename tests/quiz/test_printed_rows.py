"""The kinds that are answered row by row on paper: numbers to write, and their key apart."""

from pathlib import Path
from typing import Any

from running_muscles.quiz import bank, public
from running_muscles.quiz.printed import rows, sheet

BANK = bank.load(Path(__file__).parent / "banks/91-kinds.yaml")


def printed(name: str) -> tuple[str, str, str]:
    question: Any = BANK.question(name)
    entry = public.public(question)
    return (sheet._question(1, entry, 2), *rows.key(question, entry))


def test_a_match_has_numbered_choices_and_a_blank_for_each_row() -> None:
    page, key, why = printed("match-capitals")
    assert page.count("rm-blank") == 3
    assert "<span>2.</span>" in page
    # By the alphabet: Bonn, Madrid, Paris, Rome.
    assert key == (
        "Spain: <b>2</b> (Madrid)<br><em>France</em>: <b>3</b> (Paris)<br>Italy: <b>4</b> (Rome)"
    )
    assert "SECRET" in why
    assert "SECRET" not in page


def test_gaps_have_a_list_each() -> None:
    page, key, _ = printed("fill-colours")
    assert page.count("rm-blank") == 2
    assert "{{" not in page
    assert key == "Gap 1: <b>1</b> (blue)<br>Gap 2: <b>3</b> (green)"


def test_labels_are_numbers_of_places() -> None:
    page, key, _ = printed("label-thighs")
    assert page.count("rm-blank") == 2
    assert "<svg" in page
    assert "Left thigh: <b>" in key
    assert "SECRET" not in page
