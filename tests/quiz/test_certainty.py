"""How sure one was: asked, kept, read from strangers, told, counted, and worth no points."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from running_muscles.quiz import bank, certainty, public, responses
from running_muscles.quiz.answers_file import Responses
from running_muscles.quiz.feedback import certainty_html
from running_muscles.quiz.questions import Text
from running_muscles.quiz.rules import Known, problems
from running_muscles.quiz.scoring import NO_ANSWER, PARTLY, RIGHT, TO_MARK, WRONG, Score

BANKS = Path(__file__).parent / "banks"
SAMPLE = BANKS / "90-sample.yaml"
AT = "2026-01-05T10:00:00Z"


def asking(tmp_path: Path, old: str, new: str, source: Path = SAMPLE) -> bank.Bank:
    text = source.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / source.name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return bank.load(path)


def test_a_quiz_or_a_question_asks(tmp_path: Path) -> None:
    whole = asking(tmp_path, "slots:", "certainty: true\nslots:")
    assert all(one.certainty != isinstance(one, Text) for one in whole.questions)
    one = asking(tmp_path, "    type: single", "    certainty: true\n    type: single")
    assert [each.id for each in one.questions if each.certainty] == ["pick-blue"]
    text = SAMPLE.read_text(encoding="utf-8").replace("slots:", "certainty: true\nslots:", 1)
    but = text.replace("type: single", "type: single\n    certainty: false", 1)
    (tmp_path / SAMPLE.name).write_text(but, encoding="utf-8")
    found = bank.load(tmp_path / SAMPLE.name)
    assert not found.question("pick-blue").certainty
    assert found.question("pick-red").certainty


def test_students_see_that_it_is_asked(tmp_path: Path) -> None:
    asked = asking(tmp_path, "slots:", "certainty: true\nslots:").question("pick-blue")
    assert public.public(asked)["certainty"] is True
    assert "certainty" not in public.public(bank.load(SAMPLE).question("pick-blue"))


def test_a_checkpoint_cannot_keep_it(tmp_path: Path) -> None:
    source = BANKS / "91-kinds.yaml"
    found = asking(tmp_path, "questions:", "certainty: true\nquestions:", source)
    known = Known(frozenset(), frozenset(), frozenset(), {})
    told = [one.sentence for one in problems([found], known)]
    assert sum("cannot keep `certainty`" in one for one in told) == len(found.questions)


def test_it_is_kept_beside_the_answer_and_old_files_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "responses.json"
    kept = Responses(path, "90-sample", "open", "ada")
    kept.set("pick-blue", "sky", AT)
    kept.set("pick-red", "rust", AT, "sure")
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert saved["format"] == 1
    assert saved["responses"] == {
        "pick-blue": {"value": "sky", "at": AT},
        "pick-red": {"value": "rust", "at": AT, "certainty": "sure"},
    }
    kept.set("pick-red", None, AT)
    assert set(kept.answers()) == {"pick-blue"}


@pytest.mark.parametrize("said", ["very", "", None, 1, ["sure"], {"sure": 1}, "SURE", "x" * 10_000])
def test_what_is_no_mark_is_none_and_the_answer_counts(said: Any) -> None:
    question = replace(bank.load(SAMPLE).question("pick-blue"), certainty=True)
    entry = {"value": "sky", "at": AT, "certainty": said}
    found = responses.valid({question.id: entry}, {question.id: question})
    assert (found.values, found.certainty, found.problems) == ({question.id: "sky"}, {}, ())


def test_a_mark_is_read_where_it_was_asked_and_answered() -> None:
    question = bank.load(SAMPLE).question("pick-blue")
    asked = replace(question, certainty=True)
    entry = {"value": "sky", "at": AT, "certainty": "guess"}
    assert responses.valid({asked.id: entry}, {asked.id: asked}).certainty == {asked.id: "guess"}
    assert responses.valid({asked.id: entry}, {asked.id: question}).certainty == {}
    nothing = {**entry, "value": None}
    assert responses.valid({asked.id: nothing}, {asked.id: asked}).certainty == {}


def test_feedback_has_one_sentence_for_each_case() -> None:
    told = {
        certainty_html(mark, Score(0, 1, verdict))
        for mark in certainty.LEVELS
        for verdict in (RIGHT, PARTLY, WRONG)
    }
    assert len(told) == 9
    assert all(one.count("<p") == 1 for one in told)
    assert certainty_html("", Score(1, 1, RIGHT)) == ""
    assert certainty_html("sure", Score(0, 1, NO_ANSWER)) == ""
    assert certainty_html("sure", Score(None, 1, TO_MARK)) == ""
