"""The new kinds through a whole cycle: built, answered, handed in, marked, told and counted."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from running_muscles.classroom import paper
from running_muscles.classroom.report.question_parts import article
from running_muscles.classroom.report.questions import figures
from running_muscles.classroom.report.sat import Sat
from running_muscles.classroom.report.sat import answers as table_of
from running_muscles.classroom.report.sure import beliefs
from running_muscles.classroom.source import QuizSource, quiz_source
from running_muscles.quiz import bank, build
from running_muscles.widgets.questions.sheet import AnswerSheet

KINDS = Path(__file__).parents[1] / "quiz/banks/91-kinds.yaml"
QUIZ = "91-kinds"
ANSWERS: dict[str, tuple[Any, str]] = {
    "match-capitals": ({"spain": "madrid", "france": "bonn"}, "sure"),
    "fill-colours": ({"sky": "sky-red", "grass": "two"}, "sure"),
    "label-thighs": ({"the-left": "quads-left", "the-right": "quads-right"}, "guess"),
    "share-one": ("sea", "fairly"),
    "share-several": (["two", "five"], "very"),
    "sort-groups": (["wake", "dress", "wash", "leave"], ""),
}
POINTS = {
    "match-capitals": 1, "fill-colours": 0, "label-thighs": 2, "share-one": 1,
    "share-several": 1, "sort-groups": 5,
}  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> QuizSource:
    """A quiz with a slot for each question, as `quiz build` leaves it."""
    root = tmp_path_factory.mktemp("class")
    (root / "bank").mkdir()
    text = KINDS.read_text(encoding="utf-8")
    slots = ["certainty: true", "slots:"]
    for question in bank.load(KINDS).questions:
        slots.append(
            f"  - {{id: s-{question.id}, objective: {question.objective},"
            f" level: {question.level}, points: {question.points:g}}}"
        )
    text = re.sub(r"    (objective|level|points): .*\n", "", text)
    text = re.sub(r"  - id: ([a-z-]+)\n    type", r"  - id: \1\n    slot: s-\1\n    type", text)
    text = text.replace("questions:", "\n".join([*slots, "questions:"]))
    (root / "bank" / KINDS.name).write_text(text, encoding="utf-8")
    build.write(build.everything(root, [bank.load(root / "bank" / KINDS.name)]))
    course: Any = SimpleNamespace(
        root=str(root),
        source_directory="source",
        format_path=lambda folder, _, assignment: str(root / folder / assignment),
    )
    found = quiz_source(course, QUIZ, QUIZ)
    assert found is not None
    return found


@pytest.fixture
def folder(source: QuizSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a student hands in, answered through the widgets."""
    monkeypatch.setattr("running_muscles.widgets.questions.sheet.student", lambda: "ada")
    released = {
        "format": 2, "quiz": QUIZ, "title": source.title, "course": source.released.course,
        "edition": source.released.edition, "slots": list(source.released.slots),
        "questions": list(source.released.questions.values()),
    }  # fmt: skip
    (tmp_path / "questions.json").write_text(json.dumps(released), encoding="utf-8")
    (tmp_path / f"{QUIZ}.ipynb").write_text(json.dumps(source.notebook), encoding="utf-8")
    sheet = AnswerSheet(tmp_path)
    for rev, (name, (value, sure)) in enumerate(ANSWERS.items(), 1):
        body = {"question": name, "value": value, "at": "2026-01-05T10:00:00Z"}
        sheet._save({"rev": rev, "body": body | ({"certainty": sure} if sure else {})})
    assert sheet.progress.done == len(ANSWERS)
    assert sheet.front("s-match-capitals").answer["certainty"] == "sure"
    assert "certainty" not in sheet.front("s-share-several").answer
    return tmp_path


def test_nothing_of_the_key_is_released(source: QuizSource) -> None:
    assert "SECRET" not in json.dumps([source.notebook, source.released.questions])


def test_answers_earn_their_points_and_certainty_none(source: QuizSource, folder: Path) -> None:
    found = paper.handed_in(folder, source, "ada")
    assert (found.unreadable, found.problems) == ("", ())
    assert found.certainty == {
        "s-match-capitals": "sure", "s-fill-colours": "sure", "s-label-thighs": "guess",
        "s-share-one": "fairly",
    }  # fmt: skip
    document = copy.deepcopy(source.notebook)
    assert paper.mark(document, source, found, "ada", folder, {}) == []
    assert dict(paper.scores(document)) == {f"s-{name}": one for name, one in POINTS.items()}
    html = {
        name: cell["outputs"][0]["data"]["text/html"]
        for name, cell in paper.graded_cells(document).items()
        if cell["metadata"]["nbgrader"]["grade"]
    }
    assert "You were sure, and it is not right." in html["s-fill-colours"]
    assert "You guessed, and it is right." in html["s-label-thighs"]
    assert "rm-certainty" not in html["s-sort-groups"]
    assert "**" not in "".join(html.values())


def test_the_report_counts_rows_and_what_is_believed(source: QuizSource, folder: Path) -> None:
    found = paper.handed_in(folder, source, "ada")
    sat = Sat(source, (), table_of(source, {"ada": found, "bob": found}, {}))
    each = {one.question.id: one for one in figures(sat)}
    took = {one.choice.id: one.people for one in each["match-capitals"].chosen if one.people}
    assert took == {"spain:answer": 2, "france:bonn": 2}
    told = article(each["fill-colours"], None)
    assert "The sky is <strong>(1) …</strong>" in told
    assert "Gap 1: red" in told
    first = beliefs(sat)[0]
    assert (first.question.id, first.wrong) == ("fill-colours", 2)
    assert first.belief is not None
    assert first.belief.text == "Gap 1: red"
