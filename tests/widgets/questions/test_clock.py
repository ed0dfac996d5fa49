"""The clock of an exam: when a student began stands beside the answers, and stays."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from quiz.made_up import bank, single, slot
from running_muscles.quiz import hand_in, public
from running_muscles.quiz.sitting import EXAM, Sitting
from running_muscles.widgets.notice import Notice
from running_muscles.widgets.questions.clock import ExamClock
from running_muscles.widgets.questions.quiz import Quiz

ONE = bank(single("q", "A", ["B"]), slots=(slot("s"),))
HOUR = Sitting(EXAM, closes=datetime.fromisoformat("2026-12-01T12:00:00+00:00"), minutes=60)
FIRST, LATER = "2026-12-01T09:00:00.000Z", "2026-12-01T09:30:00.000Z"


def laid(folder: Path, sitting: Sitting) -> Quiz:
    text = json.dumps(public.document(ONE, "open", sitting))
    (folder / "questions.json").write_text(text, encoding="utf-8")
    return Quiz(folder)


def begin(clock: ExamClock, at: Any) -> dict[str, Any]:
    """Let the browser tell when the learner began; return what the kernel says."""
    said: list[dict[str, Any]] = []
    clock.send = said.append
    clock._handle_custom_msg({"id": "begun", "rev": 7, "kind": "begun", "body": {"at": at}}, [])
    return said[0]


def test_the_first_moment_stays_and_answers_do_not_lose_it(tmp_path: Path) -> None:
    quiz = laid(tmp_path, HOUR)
    clock = quiz.clock()
    assert isinstance(clock, ExamClock)
    assert (clock.closes, clock.minutes, clock.begun) == ("2026-12-01T12:00:00Z", 60, "")
    assert begin(clock, FIRST) == {"kind": "stored", "id": "begun", "rev": 7}
    begin(clock, LATER)
    assert clock.begun == FIRST
    front = quiz.ask("s")
    front.send = lambda _: None
    body = {"question": "q", "value": "o0", "at": LATER}
    front._handle_custom_msg({"id": "answer:q", "rev": 8, "kind": "answer", "body": body}, [])
    kept = json.loads((tmp_path / "responses.json").read_text(encoding="utf-8"))
    assert kept["begun"] == FIRST
    assert kept["responses"]["q"]["value"] == "o0"
    found = hand_in.read(
        tmp_path, "90-sample", "open", kept["student"], lambda _: {"s": ONE.questions[0]}
    )
    assert found.begun == datetime.fromisoformat(FIRST)
    assert found.values == {"s": "o0"}


@pytest.mark.parametrize("told", ["noon", "2026-12-01T09:00:00", 5, None])
def test_what_is_no_time_is_refused_or_passed_over(tmp_path: Path, told: Any) -> None:
    clock = laid(tmp_path, HOUR).clock()
    assert isinstance(clock, ExamClock)
    assert begin(clock, told)["kind"] == "refused"
    assert clock.begun == ""
    path = tmp_path / "responses.json"
    document = {"format": 1, "quiz": "90-sample", "begun": told, "responses": {}}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert hand_in.read(tmp_path, "90-sample", "open", "ada", lambda _: {}).begun is None


def test_a_quiz_without_a_clock_says_so(tmp_path: Path) -> None:
    assert isinstance(laid(tmp_path, Sitting()).clock(), Notice)


def test_a_still_picture_tells_the_limit(tmp_path: Path) -> None:
    clock = laid(tmp_path, HOUR).clock()
    assert isinstance(clock, ExamClock)
    assert "You have 60 minutes." in clock._repr_mimebundle_()["text/html"]
