"""From bank to quiz: the same one every time, told when it drifts, and without the key."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest

from running_muscles.quiz import bank, build, public

ROOT = Path(__file__).parents[2]
SAMPLE = bank.load(Path(__file__).parent / "banks" / "90-sample.yaml")
SLOTS = ["colour", "parity", "length", "sorting", "place", "words"]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "bank").mkdir()
    shutil.copy(SAMPLE.path, tmp_path / "bank")
    build.write(build.everything(tmp_path, [SAMPLE]))
    return tmp_path


def drift(course: Path) -> list[str]:
    found = build.drift(build.everything(course, [SAMPLE]), course)
    return [told.replace(f"{course}/", "") for told in found]


def test_the_notebook_is_valid_and_plain(course: Path) -> None:
    path = course / "source" / "90-sample" / "90-sample.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.source for cell in code] == [
        "from running_muscles import Quiz; quiz = Quiz()",
        *(f'quiz.ask("{name}")' for name in SLOTS),
        "quiz.progress()",
    ]
    for cell in code:
        assert cell.outputs == []
        assert cell.execution_count is None
        assert cell.metadata.jupyter.source_hidden
        assert cell.metadata.nbgrader.locked
    graded = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    assert {c.metadata.nbgrader.grade_id: c.metadata.nbgrader.points for c in graded} == dict(
        zip(SLOTS, [1, 2, 2, 3, 1, 2], strict=True)
    )
    assert graded[-1].cell_type == "markdown"
    assert graded[-1].metadata.nbgrader.solution


def test_building_twice_changes_nothing(course: Path) -> None:
    assert drift(course) == []
    assert build.write(build.everything(course, [SAMPLE])) == []


def test_drift_names_the_file_and_the_mend(course: Path) -> None:
    questions = course / "source" / "90-sample" / "questions.json"
    questions.write_text(questions.read_text().replace("red?", "green?"))
    assert drift(course) == [
        "source/90-sample/questions.json:87 is not what the bank says."
        " Run: running-muscles quiz build"
    ]
    questions.unlink()
    assert drift(course) == [
        "source/90-sample/questions.json is missing. Run: running-muscles quiz build"
    ]


def test_a_quiz_without_bank_is_told(course: Path) -> None:
    shutil.copytree(course / "source" / "90-sample", course / "source" / "91-old")
    (told,) = drift(course)
    assert told.startswith("source/91-old/90-sample.ipynb has no bank any more.")


def test_the_public_part_holds_no_key() -> None:
    text = json.dumps(public.document(SAMPLE, "open"))
    for key in ("SECRET", "correct", "reason", "model", "tolerance", "1609", "3601", "1852"):
        assert key not in text
    assert "quads-" not in text
    for question in public.document(SAMPLE, "open")["questions"]:
        if question["type"] == "order":
            right = [item.id for item in SAMPLE.question(question["id"]).items]  # type: ignore[attr-defined]
            assert [item["id"] for item in question["items"]] != right


def test_the_public_part_is_read_back(course: Path) -> None:
    quiz = public.load(course / "source" / "90-sample" / "questions.json")
    assert (quiz.quiz, quiz.course) == ("90-sample", "running-muscles")
    assert [slot["id"] for slot in quiz.slots] == SLOTS
    assert quiz.questions["write-how"]["criteria"] == ["Names fields"]
    assert set(quiz.questions) == {question.id for question in SAMPLE.questions}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "is not beside this notebook"),
        (b"{", "cannot be read"),
        (b"\xff", "cannot be read"),
        (b"[]", "a format that this version does not know"),
        (b'{"format": 2}', "is damaged"),
        (b'{"format": 2, "questions": [{"id": "a", "type": "b"}]}', "of an unknown type"),
        (b'{"format": 2, "questions": [], "slots": [{"id": "a", "questions": ["b"]}]}', "damaged"),
    ],
)
def test_a_damaged_public_part_is_told(tmp_path: Path, data: bytes | None, told: str) -> None:
    path = tmp_path / "questions.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ValueError, match=f"{told}.*Fetch the quiz again"):
        public.load(path)


def test_the_committed_quizzes_say_what_their_banks_say() -> None:
    assessments = ROOT / "assessments"
    banks = build.load_all(build.bank_files(assessments))
    assert banks
    assert list(build.drift(build.everything(assessments, banks), assessments)) == []
