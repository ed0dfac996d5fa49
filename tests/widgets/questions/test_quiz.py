"""A quiz in the student's notebook: every answer on disk at once, and no key anywhere."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from running_muscles.quiz import public
from running_muscles.quiz.bank import load
from running_muscles.widgets.notice import Notice
from running_muscles.widgets.questions import quiz as quiz_module
from running_muscles.widgets.questions.quiz import Quiz
from running_muscles.widgets.questions.sheet import AnswerSheet, answered, fits

BANK = load(Path(__file__).parents[2] / "quiz/banks/90-sample.yaml", against_schema=False)
ASKED = ("pick-blue", "tick-even", "give-metres", "sort-planets", "point-calf", "write-why")
SLOTS = {name: BANK.question(name).slot for name in ASKED}
RIGHT: dict[str, Any] = {
    "pick-blue": "sky",
    "tick-even": ["two", "four"],
    "give-metres": {"number": 1.609, "unit": "km"},
    "sort-planets": ["mercury", "venus", "earth", "mars"],
    "point-calf": "calves-soleus-left",
    "write-why": "Because short waves scatter more.",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # One question to a slot, so that everybody is asked the same.
    few = replace(BANK, questions=tuple(BANK.question(name) for name in ASKED))
    text = json.dumps(public.document(few, "open"))
    (tmp_path / "questions.json").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    be(monkeypatch, "ana")
    restart_kernel()
    return tmp_path


def be(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Work under another account, on a hub where all accounts of the system are the same."""
    monkeypatch.setattr("running_muscles.widgets.questions.question._account", lambda: "jovyan")
    monkeypatch.setenv("JUPYTERHUB_USER", name)


def restart_kernel() -> None:
    quiz_module._SHEETS.clear()


def second(n: int) -> str:
    return f"2026-11-21T10:00:{n:02d}.000Z"


def answer(front: Any, value: Any, at: str, question: str | None = None) -> dict[str, Any]:
    """Let the browser send an answer; return what the kernel says to it."""
    said: list[dict[str, Any]] = []
    front.send = said.append
    name = question or front.question["id"]
    body = {"question": name, "value": value, "at": at}
    front._handle_custom_msg({"id": f"answer:{name}", "rev": 5, "kind": "answer", "body": body}, [])
    (reply,) = said
    return reply


def responses(folder: Path) -> Any:
    return json.loads((folder / "responses.json").read_text(encoding="utf-8"))["responses"]


def open_numbers(quiz: Quiz) -> list[int]:
    return [row["number"] for row in quiz.progress().unanswered]


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_on_disk_before_the_kernel_says_so(folder: Path, name: str) -> None:
    front = Quiz().ask(SLOTS[name])
    reply = answer(front, RIGHT[name], second(1))
    assert reply == {"kind": "stored", "id": f"answer:{name}", "rev": 5}
    assert responses(folder) == {name: {"value": RIGHT[name], "at": second(1)}}


def test_answers_come_back_after_a_restart(folder: Path) -> None:
    quiz = Quiz()
    for n, name in enumerate(ASKED):
        answer(quiz.ask(SLOTS[name]), RIGHT[name], second(n))
    restart_kernel()
    again = Quiz()
    assert {name: again.ask(SLOTS[name]).answer["value"] for name in ASKED} == RIGHT
    assert again.progress().sentence() == "6 of 6 answered"


def test_the_count_follows_every_answer(folder: Path) -> None:
    quiz = Quiz()
    progress = quiz.progress()
    assert progress.sentence() == "0 of 6 answered"
    answer(quiz.ask(SLOTS["tick-even"]), ["two"], second(1))
    assert (progress.sentence(), open_numbers(quiz)) == ("1 of 6 answered", [1, 3, 4, 5, 6])
    answer(quiz.ask(SLOTS["tick-even"]), None, second(2))
    assert progress.sentence() == "0 of 6 answered"
    assert responses(folder) == {}


def test_blank_words_are_no_answer(folder: Path) -> None:
    quiz = Quiz()
    answer(quiz.ask(SLOTS["write-why"]), " \n ", second(1))
    assert 6 in open_numbers(quiz)


def test_a_cell_that_runs_twice_meets_the_same_question(folder: Path) -> None:
    first = Quiz()
    front = first.ask(SLOTS["pick-blue"])
    assert first.ask(SLOTS["pick-blue"]) is front
    again = Quiz()
    assert again.ask(SLOTS["pick-blue"]) is front
    answer(front, "coal", second(1))
    assert first.progress() is again.progress()
    assert again.progress().done == 1


def test_a_quiz_fetched_again_asks_its_new_questions(folder: Path) -> None:
    front = Quiz().ask(SLOTS["pick-blue"])
    answer(front, "sky", second(1))
    path = folder / "questions.json"
    path.write_text(path.read_text(encoding="utf-8").replace("**blue**", "bluest"), "utf-8")
    renewed = Quiz().ask(SLOTS["pick-blue"])
    assert renewed is not front
    assert renewed.question["stem"] == "Which colour is bluest?"
    assert renewed.answer["value"] == "sky"


def test_the_newest_answer_stays_whatever_comes_late_or_twice(folder: Path) -> None:
    front = Quiz().ask(SLOTS["pick-blue"])
    answer(front, "sky", second(3))
    for late in (second(1), second(3)):
        assert answer(front, "coal", late)["kind"] == "stored"
    assert responses(folder) == {"pick-blue": {"value": "sky", "at": second(3)}}
    assert front.answer["value"] == "sky"


def test_an_old_message_does_not_bring_back_a_cleared_answer(folder: Path) -> None:
    front = Quiz().ask(SLOTS["pick-blue"])
    answer(front, "coal", second(1))
    answer(front, None, second(2))
    answer(front, "coal", second(1))
    assert responses(folder) == {}


def test_a_later_answer_of_another_window_wins(folder: Path) -> None:
    mine = AnswerSheet(folder)
    other = AnswerSheet(folder)
    answer(other.front(SLOTS["pick-blue"]), "grass", second(9))
    answer(mine.front(SLOTS["pick-blue"]), "coal", second(5))
    assert responses(folder)["pick-blue"]["value"] == "grass"
    assert mine.front(SLOTS["pick-blue"]).answer["value"] == "grass"


def test_answers_from_many_threads_are_all_kept(folder: Path) -> None:
    quiz = Quiz()
    fronts = {name: quiz.ask(SLOTS[name]) for name in ASKED}
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda name: answer(fronts[name], RIGHT[name], second(1)), ASKED))
    assert {name: entry["value"] for name, entry in responses(folder).items()} == RIGHT
    assert quiz.progress().done == 6


def test_one_question_s_widget_may_bring_another_s_answer(folder: Path) -> None:
    quiz = Quiz()
    answer(quiz.ask(SLOTS["pick-blue"]), ["four"], second(1), question="tick-even")
    assert quiz.ask(SLOTS["tick-even"]).answer["value"] == ["four"]


def test_an_answer_to_a_question_that_is_gone_is_dropped(folder: Path) -> None:
    reply = answer(Quiz().ask(SLOTS["pick-blue"]), "x", second(1), question="pick-gone")
    assert reply["kind"] == "stored"
    assert not (folder / "responses.json").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pick-blue", "pink"),
        ("tick-even", ["two", "two"]),
        ("tick-even", "two"),
        ("give-metres", {"number": 1, "unit": "mile"}),
        ("give-metres", {"number": True, "unit": "m"}),
        ("sort-planets", ["venus"]),
        ("write-why", 3),
    ],
)
def test_what_does_not_fit_is_refused_in_words(folder: Path, name: str, value: Any) -> None:
    reply = answer(Quiz().ask(SLOTS[name]), value, second(1))
    assert (reply["kind"], reply["id"]) == ("refused", f"answer:{name}")
    assert "please answer it again" in reply["sentence"]
    assert not (folder / "responses.json").exists()


def test_a_full_disk_is_told_and_the_answer_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = Quiz().ask(SLOTS["pick-blue"])

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("running_muscles.quiz.answers_file.os.fsync", full)
    reply = answer(front, "sky", second(1))
    assert reply["kind"] == "refused"
    assert "No space left on device" in reply["sentence"]
    monkeypatch.undo()
    assert answer(front, "sky", second(1))["kind"] == "stored"


@pytest.mark.parametrize("entry", [{}, {"id": "answer:pick-blue", "body": {}}, {"body": None}])
def test_a_broken_message_is_refused(folder: Path, entry: dict[str, Any]) -> None:
    front = Quiz().ask(SLOTS["pick-blue"])
    said: list[dict[str, Any]] = []
    front.send = said.append
    front._handle_custom_msg(entry, [])
    assert [one["kind"] for one in said] == ["refused"]


def test_a_damaged_file_is_kept_aside_and_told(folder: Path) -> None:
    (folder / "responses.json").write_text('{"format": 1, "quiz": "90-sa', encoding="utf-8")
    quiz = Quiz()
    assert "responses.damaged-1.json" in quiz.progress().problem
    assert (folder / "responses.damaged-1.json").exists()
    assert answer(quiz.ask(SLOTS["pick-blue"]), "sky", second(1))["kind"] == "stored"


@pytest.mark.parametrize("content", [None, "", "{", '{"format": 1}', '{"format": 9}'])
def test_missing_or_damaged_questions_are_told_in_a_sentence(
    folder: Path, content: str | None
) -> None:
    (folder / "questions.json").unlink()
    if content is not None:
        (folder / "questions.json").write_text(content, encoding="utf-8")
    quiz = Quiz()
    for shown in (quiz.ask(SLOTS["pick-blue"]), quiz.progress()):
        assert isinstance(shown, Notice)
        assert "questions.json" in shown.sentence
        assert "Fetch the quiz again" in shown._repr_html_()


def test_a_question_that_the_quiz_does_not_ask_is_told(folder: Path) -> None:
    notice = Quiz().ask("<b>nothing</b>")
    assert isinstance(notice, Notice)
    assert "&lt;b&gt;nothing" in notice._repr_html_()


def test_options_differ_between_students_and_stay_with_each(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = set()
    for name in ("ana", "ben", "cleo", "dana", "eli"):
        be(monkeypatch, name)
        twice = []
        for _ in range(2):
            restart_kernel()
            question = Quiz().ask(SLOTS["tick-even"]).question
            twice.append(tuple(option["id"] for option in question["options"]))
        assert twice[0] == twice[1]
        assert sorted(twice[0]) == ["five", "four", "three", "two"]
        orders.add(twice[0])
    assert len(orders) > 1


def test_waiting_answers_of_two_people_or_quizzes_are_kept_apart(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("again")
    (elsewhere / "questions.json").write_bytes((folder / "questions.json").read_bytes())
    owners = [Quiz(each).ask(SLOTS["pick-blue"]).owner for each in (folder, elsewhere)]
    restart_kernel()
    be(monkeypatch, "ben")
    owners.append(Quiz(folder).ask(SLOTS["pick-blue"]).owner)
    assert len(set(owners)) == 3


def test_no_key_reaches_the_page_or_the_notebook(folder: Path) -> None:
    quiz = Quiz()
    for name in ASKED:
        front = quiz.ask(SLOTS[name])
        answer(front, RIGHT[name], second(1))
        shown = json.dumps([front.get_state(), front._repr_mimebundle_()], default=repr)
        assert "SECRET" not in shown
        assert '"correct"' not in shown
    shown = json.dumps(
        [quiz.progress().get_state(), quiz.progress()._repr_mimebundle_()], default=repr
    )
    assert "SECRET" not in shown


def test_the_static_page_shows_question_and_options(folder: Path) -> None:
    html = Quiz().ask(SLOTS["pick-blue"])._repr_mimebundle_()["text/html"]
    assert "Which colour is <strong>blue</strong>?" in html
    assert "<li>The sky&#x27;s</li>" in html


def test_forms_agree_with_grading() -> None:
    from running_muscles.quiz.fitting import problem_with

    values = [*RIGHT.values(), "", [], "pink", ["two", "two"], {"number": 1}, 3, True, [1], {}]
    for question in BANK.questions:
        for value in values:
            if not answered(value):
                continue
            graded = problem_with(question, value) is None
            if graded:
                assert fits(public.public(question), value), (question.id, value)
            elif question.type not in ("hotspot", "text"):
                assert not fits(public.public(question), value), (question.id, value)
