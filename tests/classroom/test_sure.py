"""Sure and wrong in the report, from tables made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd

from running_muscles.classroom.mended import differences
from running_muscles.classroom.report.sat import COLUMNS, Sat
from running_muscles.classroom.report.sure import beliefs, section
from running_muscles.classroom.source import _plain
from running_muscles.quiz import bank, public

BANK = bank.load(Path(__file__).parents[1] / "quiz/banks/90-sample.yaml")
SOURCE: Any = SimpleNamespace(questions={one.id: one for one in BANK.questions})


def table(*rows: tuple[str, float, str, set[str]]) -> Sat:
    """A row for each student: question, points of one, how sure, what was chosen."""
    full = [
        (f"s{n}", "slot", name, points, 1.0, True, frozenset(chosen), {}, said, float("nan"))
        for n, (name, points, said, chosen) in enumerate(rows)
    ]
    return Sat(SOURCE, (), pd.DataFrame(full, columns=list(COLUMNS)))


def test_sure_and_wrong_comes_first_with_what_they_believe() -> None:
    red, blue = "pick-red", "pick-blue"
    sat = table(
        (blue, 1, "sure", {"sky"}), (blue, 0, "guess", {"coal"}), (blue, 1, "guess", {"sky"}),
        (red, 0, "sure", {"rust"}), (red, 0, "sure", {"rust"}), (red, 0, "sure", {"milk"}),
        (red, 1, "sure", {"blood"}), (red, 0, "", {"milk"}),
    )  # fmt: skip
    first, second = beliefs(sat)
    assert (first.question.id, first.said, first.sure, first.wrong) == (red, 4, 4, 3)
    assert first.belief is not None
    assert (first.belief.id, first.belief.reason) == ("rust", "SECRET-rust-reason")
    assert (second.question.id, second.wrong, second.lucky, second.belief) == (blue, 0, 1, None)
    html = section([first, second])
    assert html.index("#question-pick-red") < html.index("#question-pick-blue")
    assert "SECRET-rust-reason" in html


def test_where_nobody_was_asked_nothing_is_shown() -> None:
    assert section(beliefs(table(("pick-red", 0, "", {"rust"})))) == ""


def test_it_may_be_asked_later_and_marks_stand() -> None:
    question = BANK.question("pick-blue")
    asked = replace(question, certainty=True)
    assert differences(public.public(question), public.public(asked)) == []
    told = _plain(repr(question))
    assert "certainty" not in told
    assert "credit" not in told
    assert "any_order" not in _plain(repr(BANK.question("sort-days")))
    assert "certainty=True" in _plain(repr(asked))
