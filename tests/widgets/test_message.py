"""Every message from the browser is answered, whatever its handling raises."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from running_muscles.measure.store import Store, StoreError
from running_muscles.quiz import public
from running_muscles.quiz.bank import load
from running_muscles.widgets.lesson import checkpoint as checkpoint_module
from running_muscles.widgets.lesson.checkpoint import Checkpoint
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.own.results_file import ResultsFile
from running_muscles.widgets.plan.builder import Plan
from running_muscles.widgets.questions import sheet as sheet_module
from running_muscles.widgets.questions.sheet import AnswerSheet
from running_muscles.widgets.tests.count import PushUpCount
from running_muscles.widgets.tests.runner import WarmUpRunner
from running_muscles.widgets.tests.screening import Screening
from widgets.listening import arrive, listen

SAMPLE = Path(__file__).parents[1] / "quiz/banks/90-sample.yaml"


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("not even this")


FOR_GOOD = (
    OverflowError("Python int too large to convert to SQLite INTEGER"),
    RecursionError("maximum recursion depth exceeded"),
    UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    KeyError("body"),
    TypeError("unhashable type"),
    ZeroDivisionError(),
    AttributeError("'list' object has no attribute 'items'"),
    AssertionError(),
    StopIteration(),
    json.JSONDecodeError("Expecting value", "", 0),
    ValueError("half a surrogate \ud800"),
    UnspeakableError(),
)
FOR_NOW = (
    StoreError("The disk is full."),
    OSError(28, "No space left on device"),
    PermissionError(13, "Permission denied"),
    sqlite3.OperationalError("database is locked"),
    MemoryError(),
    KeyboardInterrupt(),
)
RAISED = [
    *(pytest.param(error, True, id=type(error).__name__) for error in FOR_GOOD),
    *(pytest.param(error, False, id=type(error).__name__) for error in FOR_NOW),
]
PANELS = (PushUpCount, Log, ResultsFile, Screening, WarmUpRunner, Plan)


def raising(error: BaseException) -> Any:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    bank = load(SAMPLE, against_schema=False)
    text = json.dumps(public.document(bank, "2026"))
    (tmp_path / "questions.json").write_text(text, encoding="utf-8")
    return AnswerSheet(tmp_path)


@pytest.fixture
def checkpoint(tmp_path, monkeypatch, store):
    (tmp_path / "checkpoints").mkdir()
    shutil.copy(SAMPLE, tmp_path / "checkpoints")
    monkeypatch.chdir(tmp_path)
    return Checkpoint("90-sample", store)


def ask(front: Any, content: Any) -> list[Any]:
    said: list[Any] = []
    front.send = lambda reply, buffers=None: said.append(reply)
    front._handle_custom_msg(content, [])
    return said


@pytest.mark.parametrize(("error", "for_good"), RAISED)
@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_answers_and_says_for_now_or_for_good(panel, store, error, for_good, caplog):
    shown = listen(panel(store))
    shown._keepers = lambda: {"screening": raising(error)}
    answer = arrive(shown, "screening", {"outcome": "clear"}, name="screening", rev=7)
    assert (answer["kind"], answer["id"], answer["rev"]) == ("refused", "screening", 7)
    assert answer["for_good"] is for_good
    assert answer["sentence"].endswith(".") or isinstance(error, ValueError)
    json.dumps(answer, ensure_ascii=False).encode("utf-8")
    assert len(shown.answers) == 1
    expected = isinstance(error, StoreError) or (
        isinstance(error, ValueError) and not isinstance(error, UnicodeError)
    )
    assert bool(caplog.records) is not expected
    assert all(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(("error", "for_good"), RAISED)
def test_a_quiz_answers_and_says_for_now_or_for_good(sheet, monkeypatch, error, for_good):
    monkeypatch.setattr(sheet_module, "fits", raising(error))
    front = sheet.front("colour")
    name = front.question["id"]
    body = {"question": name, "value": "x", "at": "2026-11-21T10:00:00.000Z"}
    entry = {"id": f"answer:{name}", "rev": 5, "kind": "answer", "body": body}
    (answer,) = ask(front, entry)
    assert (answer["kind"], answer["for_good"]) == ("refused", for_good)


@pytest.mark.parametrize(("error", "for_good"), RAISED)
def test_a_checkpoint_answers_whatever_is_raised(checkpoint, monkeypatch, error, for_good):
    monkeypatch.setattr(checkpoint_module, "checked", raising(error))
    content = {"kind": "check", "id": "1", "question": "pick-blue", "value": "sky"}
    (answer,) = ask(checkpoint._fronts["pick-blue"], content)
    assert (answer["kind"], answer["id"], answer["for_good"]) == ("refused", "1", for_good)


STRANGE = (None, [], "text", 7, {}, {"id": []}, {"id": "x", "kind": {}, "body": 1, "rev": "one"})


@pytest.mark.parametrize("content", STRANGE, ids=repr)
def test_a_message_of_any_shape_is_answered(store, sheet, checkpoint, content):
    for panel in PANELS:
        (answer,) = ask(panel(store).front, content)
        assert answer["kind"] == "refused"
    for front in (sheet.front("colour"), checkpoint._fronts["pick-blue"]):
        (answer,) = ask(front, content)
        assert answer["kind"] == "refused"


@pytest.mark.parametrize("rev", [None, "1", 1.5, -1, 2**63, 10**40, True])
def test_a_revision_that_nobody_counts_to_is_refused_for_good(store, rev):
    answer = arrive(listen(PushUpCount(store)), "screening", {"outcome": "clear"}, rev=rev)
    assert (answer["kind"], answer["for_good"]) == ("refused", True)


def test_what_was_kept_is_acknowledged_even_if_it_cannot_be_shown(store, monkeypatch):
    shown = listen(PushUpCount(store))
    shown._show = raising(OverflowError())
    answer = arrive(shown, "screening", {"outcome": "clear"}, rev=3)
    assert answer["kind"] == "stored"
    assert "could not be shown" in shown.front.problem
    assert store.setting("screening")["outcome"] == "clear"


def test_an_answer_that_cannot_be_sent_is_said_in_other_words(store):
    shown = ResultsFile(store)
    shown._answers = lambda: {"export": lambda _: {"text": "x"}}
    said: list[Any] = []

    def send(reply: dict[str, Any], buffers: Any = None) -> None:
        if reply["kind"] == "answered":
            raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
        said.append(reply)

    shown.front.send = send
    shown.front._handle_custom_msg({"id": "a", "rev": 0, "kind": "export", "body": {}}, [])
    assert [(reply["kind"], reply["id"]) for reply in said] == [("refused", "a")]


def test_a_result_waits_while_the_disk_is_full_and_is_kept_when_there_is_room(store, full_disk):
    shown = listen(PushUpCount(store))
    body = {
        "id": "r",
        "test": shown.test,
        "value": 12,
        "unit": "reps",
        "recorded_at": "2026-11-27T10:00:00.000Z",
        "details": {"taps": [1.25] * 1_500},
    }
    with full_disk():
        answer = arrive(shown, "result", body, name="r", rev=5)
    assert (answer["kind"], answer["rev"], answer["for_good"]) == ("refused", 5, False)
    assert answer["sentence"].endswith("The disk is full. Make room and try again.")
    assert store.results() == ()
    assert arrive(shown, "result", body, name="r", rev=5) == {"id": "r", "kind": "stored", "rev": 5}
    assert [each.value for each in store.results()] == [12]
