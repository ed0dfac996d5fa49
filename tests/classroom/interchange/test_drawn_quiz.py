"""A drawn quiz goes out with the commands, and comes back into the class of another academy."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from classroom.interchange.whole_bank import ASSESSMENTS, key_of
from running_muscles.cli import quiz as commands
from running_muscles.quiz import joined
from running_muscles.quiz.draw import drawn, seed
from running_muscles.quiz.markup import block
from running_muscles.quiz.public import document
from running_muscles.quiz.questions import Hotspot, Numeric, Question
from running_muscles.quiz.scoring import score
from running_muscles.quiz.variants import as_asked

QUIZ, EDITION, STUDENT = "03-core", "open", "runner-007"


def typed(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(commands.app, list(map(str, words)))
    return done.exit_code, done.output


def asked_of(student: str) -> dict[str, Question]:
    bank = joined.load(ASSESSMENTS / "bank", QUIZ)
    slots = document(bank, EDITION)["slots"]
    names = drawn(slots, EDITION, QUIZ, student).values()
    return {
        name: as_asked(bank.question(name), seed(EDITION, QUIZ, student, name)) for name in names
    }


@pytest.fixture
def academy(tmp_path: Path) -> Path:
    """Another academy: its quiz has the same slots, and none of the questions of the draw."""
    folder = tmp_path / "academy"
    (folder / "bank").mkdir(parents=True)
    shutil.copy(ASSESSMENTS / "nbgrader_config.py", folder)
    raw = yaml.safe_load((ASSESSMENTS / "bank" / f"{QUIZ}.yaml").read_text(encoding="utf-8"))
    raw["questions"] = [one for one in raw["questions"] if one["id"] not in asked_of(STUDENT)]
    (folder / "bank" / f"{QUIZ}.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    return folder


def some_answers(question: Question) -> list[Any]:
    """Answers that earn all, part and none of the points, where the kind has them."""
    if isinstance(question, Numeric):
        edge = question.value + question.tolerance
        numbers = [question.value, edge, edge + 1, *(one.value for one in question.mistakes)]
        return [{"number": number, "unit": question.unit} for number in numbers]
    if question.type == "single":
        return [one.id for one in question.options]  # type: ignore[attr-defined]
    if question.type == "multiple":
        names = [one.id for one in question.options]  # type: ignore[attr-defined]
        return [names[:n] for n in range(1, len(names) + 1)] + [names[n:] for n in range(1, 4)]
    if question.type == "order":
        names = [one.id for one in question.items]  # type: ignore[attr-defined]
        return [names, names[::-1], [names[1], names[0], *names[2:]]]
    if isinstance(question, Hotspot):
        return [one.id for one in question.regions]
    return []


@pytest.mark.parametrize("way", ["moodle", "qti12", "gift"])
def test_a_drawn_quiz_goes_out_and_comes_back(way: str, academy: Path, tmp_path: Path) -> None:
    file = tmp_path / f"drawn.{way}"
    code, said = typed(
        "export", QUIZ, "--to", way, "--student", STUDENT, "--out", file, "--course", ASSESSMENTS
    )
    assert code == 0, said
    ours = asked_of(STUDENT)
    assert f"{len(ours)} questions as" in said
    code, told = typed("import", file, "--as", QUIZ, "--course", academy)
    if way == "gift":  # has no place for sources, and so the questions wait as a draft
        assert code == 1
        draft = academy / "drafts" / "own" / f"{QUIZ}.yaml"
        text = draft.read_text(encoding="utf-8")
        draft.write_text(text.replace("doi:TODO", "https://example.org/core"), encoding="utf-8")
        code, told = typed("import", draft, "--course", academy)
    assert (code, f"Added {len(ours)} questions" in told) == (0, True), told
    back = joined.load(academy / "bank", QUIZ)
    for name, question in ours.items():
        found = back.question(name)
        if way == "gift" and isinstance(question, Hotspot):
            assert re.search(rf"not carried: .*body map.*{name}", said), said
            assert found.type == "single"
            continue
        assert block(found.stem) == block(question.stem)
        assert (found.type, found.slot, found.points) == (
            question.type,
            question.slot,
            question.points,
        )
        assert key_of(found) == key_of(question), name
        ids = found_ids(question, found)
        for value in some_answers(question):
            wanted = score(question, value).points
            assert score(found, renamed(value, ids)).points == wanted, (name, value)


def found_ids(question: Any, found: Any) -> dict[str, str]:
    """Ids of ours and of what came back, whose options have other ones, in their order."""
    parts = [getattr(question, name, ()) for name in ("options", "items")]
    theirs = [getattr(found, name, ()) for name in ("options", "items")]
    return {
        one.id: other.id
        for mine, others in zip(parts, theirs, strict=True)
        for one, other in zip(mine, others, strict=True)
    }


def renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return [ids.get(one, one) for one in value]
    return ids.get(value, value)
