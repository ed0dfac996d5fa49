"""The key stays with the instructor: not in the release, nor in the answers.

`tests/project/test_no_key_leaves.py` looks through all that learners install.
"""

import json

import pytest

from classroom.bad.answers import QUIZ
from classroom.conftest import REPOSITORY, Classroom
from running_muscles.quiz import bank
from running_muscles.quiz.notebook import ANSWER_STUB

pytestmark = pytest.mark.classroom

# Reasons, model answers, marks of right options, and the numbers that are answers or mistakes.
KEYS = ("SECRET", "correct", "reason", "model", "tolerance", "1609", "1852", "3601", "draw")


def test_the_release_holds_no_key(released: Classroom) -> None:
    folder = released.root / "students" / "fetcher" / QUIZ
    files = sorted(path.name for path in folder.rglob("*") if path.is_file())
    assert files == [f"{QUIZ}.ipynb", "questions.json"]
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        for key in KEYS:
            assert key not in text, (path.name, key)


def test_other_questions_of_the_bank_are_not_released(released: Classroom) -> None:
    folder = released.root / "students" / "fetcher" / QUIZ
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        for question in ("pick-blue", "tick-odd", "give-metres", "sort-sizes", "write-why"):
            assert question not in text


def test_the_written_answer_s_cell_says_where_to_type(released: Classroom) -> None:
    path = released.root / "students" / "fetcher" / QUIZ / f"{QUIZ}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    (answer,) = (cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("solution"))
    assert "".join(answer["source"]) == ANSWER_STUB
    assert answer["metadata"]["editable"] is False


def test_submitted_answers_hold_no_key(graded: Classroom) -> None:
    for student in ("good", "partial", "unanswered"):
        path = graded.assessments / "submitted" / student / QUIZ / "responses.json"
        text = path.read_text(encoding="utf-8")
        for key in KEYS:
            assert key not in text


def test_the_released_form_of_every_real_quiz_holds_no_reason() -> None:
    for path in (REPOSITORY / "assessments" / "source").glob("*/*"):
        text = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        own = bank.load(REPOSITORY / "assessments" / "bank" / f"{path.parent.name}.yaml")
        for question in own.questions:
            for key in _keys(question):
                # As it would stand inside JSON.
                assert json.dumps(key, ensure_ascii=False)[1:-1] not in text, question.id


def _keys(question: object) -> list[str]:
    parts = [
        part
        for name in ("options", "items", "regions", "mistakes")
        for part in getattr(question, name, ())
    ]
    texts = [part.reason for part in parts]
    texts += [getattr(question, name, "") for name in ("reason", "elsewhere", "model_answer")]
    return [text for text in texts if text]
