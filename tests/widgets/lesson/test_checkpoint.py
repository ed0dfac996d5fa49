"""A checkpoint: nothing about the key before Check, a reason after it, and a good memory."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from running_muscles.measure.store import Store, StoreError
from running_muscles.widgets.lesson.checkpoint import Checkpoint
from running_muscles.widgets.lesson.questions_of import questions_of

SAMPLE = Path(__file__).parents[2] / "quiz/banks/90-sample.yaml"
SETTING = "checkpoint:90-sample"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "checkpoints").mkdir()
    shutil.copy(SAMPLE, tmp_path / "checkpoints")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "results.sqlite3")


@pytest.fixture
def checkpoint(folder: Path, store: Store) -> Checkpoint:
    return Checkpoint("90-sample", store)


def check(checkpoint: Checkpoint, name: str, value: Any) -> dict[str, Any]:
    front = checkpoint._fronts[name]
    said: list[dict[str, Any]] = []
    front.send = said.append
    front._handle_custom_msg({"kind": "check", "id": "1", "question": name, "value": value}, [])
    (reply,) = said
    return reply


def secrets(reply: dict[str, Any]) -> set[str]:
    words = json.dumps(reply).replace('"', " ").split()
    return {word for word in words if word.startswith("SECRET")}


def test_nothing_tells_the_key_before_check(checkpoint: Checkpoint) -> None:
    for front in checkpoint._fronts.values():
        shown = json.dumps([front.get_state(), front._repr_mimebundle_()], default=repr)
        assert "SECRET" not in shown
        assert '"correct"' not in shown
    assert "SECRET" not in json.dumps(checkpoint._repr_mimebundle_(), default=repr)
    assert "SECRET" not in json.dumps(checkpoint.progress.get_state(), default=repr)


@pytest.mark.parametrize(
    ("name", "value", "verdict", "told"),
    [
        ("pick-blue", "sky", "right", {"SECRET-sky-reason"}),
        ("pick-blue", "coal", "wrong", {"SECRET-coal-reason"}),
        ("tick-even", ["two"], "partly", {"SECRET-two-reason"}),
        ("tick-even", ["three"], "wrong", {"SECRET-three-reason"}),
        ("tick-even", ["two", "four"], "right", {"SECRET-two-reason", "SECRET-four-reason"}),
        ("give-metres", {"number": 1.61, "unit": "km"}, "right", {"SECRET-metres-reason"}),
        ("give-metres", {"number": 1852, "unit": "m"}, "wrong", {"SECRET-nautical-reason"}),
        ("give-metres", {"number": 7, "unit": "m"}, "wrong", set()),
        ("sort-planets", ["venus", "mercury", "earth", "mars"], "partly", set()),
        ("sort-planets", ["mars", "earth", "venus", "mercury"], "wrong", set()),
        ("point-quads", "quads-left", "right", {"SECRET-quads-reason"}),
        ("point-quads", "quads-right", "wrong", {"SECRET-other-side-reason"}),
        ("point-quads", "knee-left", "wrong", {"SECRET-elsewhere-reason"}),
        ("write-how", "By magic.", "compare", {"SECRET-model-fields."}),
    ],
)
def test_only_what_was_chosen_is_explained(
    checkpoint: Checkpoint, name: str, value: Any, verdict: str, told: set[str]
) -> None:
    reply = check(checkpoint, name, value)
    assert (reply["kind"], reply["id"], reply["verdict"]) == ("checked", "1", verdict)
    assert secrets(reply) == told
    assert checkpoint._fronts[name].solved == (verdict == "right")


def test_more_to_choose_is_said_without_saying_what(checkpoint: Checkpoint) -> None:
    assert check(checkpoint, "tick-even", ["two"])["more"]
    assert not check(checkpoint, "tick-even", ["two", "four"])["more"]


def test_an_order_says_which_lines_stand_in_place(checkpoint: Checkpoint) -> None:
    reply = check(checkpoint, "sort-planets", ["venus", "mercury", "earth", "mars"])
    assert [(one["text"], one["right"]) for one in reply["given"]] == [
        ("Venus", False),
        ("Mercury", False),
        ("Earth", True),
        ("Mars", True),
    ]


@pytest.mark.parametrize(
    ("name", "wrong", "answer"),
    [
        ("pick-blue", "coal", ["The sky's"]),
        ("tick-even", ["two", "three"], ["Four"]),
        ("give-metres", {"number": 7, "unit": "m"}, ["1609.344 m"]),
        ("sort-planets", ["mars", "earth", "venus", "mercury"], None),
        ("point-quads", "knee-left", ["Front of the thigh (quadriceps), left"]),
    ],
)
def test_after_two_tries_the_answer_is_shown(
    checkpoint: Checkpoint, name: str, wrong: Any, answer: list[str] | None
) -> None:
    assert check(checkpoint, name, wrong)["answer"] == []
    shown = check(checkpoint, name, wrong)["answer"]
    assert all(one["reason"].startswith("SECRET") for one in shown)
    texts = [one["text"] for one in shown]
    assert texts == (answer or ["Mercury", "Venus", "Earth", "Mars"])


def test_right_answers_are_counted_and_remembered(
    checkpoint: Checkpoint, store: Store, folder: Path
) -> None:
    assert checkpoint.progress.sentence() == "0 of 15 right so far"
    check(checkpoint, "pick-blue", "sky")
    check(checkpoint, "point-calf", "calves-soleus-left")
    check(checkpoint, "pick-red", "milk")
    assert checkpoint.progress.sentence() == "2 of 15 right so far"
    assert store.setting(SETTING) == {"right": ["pick-blue", "point-calf"], "of": 15}
    again = Checkpoint("90-sample", store)
    assert again.progress.done == 2
    assert again._fronts["pick-blue"].solved
    assert not again._fronts["pick-red"].solved


def test_a_later_wrong_try_takes_nothing_away(checkpoint: Checkpoint, store: Store) -> None:
    check(checkpoint, "pick-blue", "sky")
    check(checkpoint, "pick-blue", "coal")
    assert store.setting(SETTING)["right"] == ["pick-blue"]


def test_two_copies_of_a_lesson_add_up(folder: Path, store: Store) -> None:
    one, other = Checkpoint("90-sample", store), Checkpoint("90-sample", store)
    check(one, "pick-blue", "sky")
    check(other, "pick-red", "blood")
    assert store.setting(SETTING)["right"] == ["pick-blue", "pick-red"]


def test_questions_that_are_gone_do_not_count(folder: Path, store: Store) -> None:
    store.remember(SETTING, {"right": ["pick-blue", "pick-gone"], "of": 11})
    assert Checkpoint("90-sample", store).progress.done == 1


class BrokenStore(Store):
    def setting(self, name: str) -> Any:
        raise StoreError("Your results file cannot be used now.")


def test_without_a_results_file_checking_still_works(folder: Path) -> None:
    checkpoint = Checkpoint("90-sample", BrokenStore(folder / "x"))
    assert checkpoint.progress.problem == "Your results file cannot be used now."
    assert check(checkpoint, "pick-blue", "sky")["verdict"] == "right"
    assert checkpoint._fronts["pick-blue"].solved


@pytest.mark.parametrize(
    ("name", "value"), [("pick-blue", "pink"), ("pick-blue", ["sky"]), ("sort-planets", ["venus"])]
)
def test_what_does_not_fit_is_refused_in_words(
    checkpoint: Checkpoint, name: str, value: Any
) -> None:
    reply = check(checkpoint, name, value)
    assert reply["kind"] == "refused"
    assert reply["sentence"].startswith("Your answer ")
    assert "SECRET" not in reply["sentence"]


def test_a_question_that_is_gone_is_refused_in_words(checkpoint: Checkpoint) -> None:
    front = checkpoint._fronts["pick-blue"]
    said: list[dict[str, Any]] = []
    front.send = said.append
    front._handle_custom_msg({"kind": "check", "id": "1", "question": "gone", "value": 1}, [])
    assert said[0]["kind"] == "refused"
    assert "Run this cell again" in said[0]["sentence"]


def test_a_missing_file_is_told_in_a_sentence(folder: Path, store: Store) -> None:
    lost = Checkpoint("91-lost", store)
    html = lost._repr_mimebundle_()["text/html"]
    assert "checkpoints/91-lost.yaml is missing" in html
    assert "checkpoints/91-lost.yaml is missing" in lost.children[0].value


def test_a_damaged_file_is_told_with_its_line(folder: Path, store: Store) -> None:
    path = folder / "checkpoints/90-sample.yaml"
    path.write_text("quiz: [90-sample\ntitle: x\n", encoding="utf-8")
    assert "90-sample.yaml:" in Checkpoint("90-sample", store).children[0].value


@pytest.mark.parametrize("lesson", ["../90-sample", "", "90-sample/../x", "90 sample"])
def test_a_lesson_is_an_id_and_no_path(folder: Path, lesson: str) -> None:
    with pytest.raises(ValueError, match="is no lesson"):
        questions_of(lesson, "checkpoints")


def test_the_file_beside_the_notebook_comes_first(folder: Path) -> None:
    assert questions_of("90-sample", "checkpoints") == folder / "checkpoints/90-sample.yaml"


def test_away_from_the_course_the_checkout_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert questions_of("03-core", "checkpoints").is_file()
