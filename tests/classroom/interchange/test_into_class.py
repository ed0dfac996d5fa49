"""Questions from elsewhere join a class when nothing is missing, and wait as a draft until then."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from classroom.interchange.whole_bank import ASSESSMENTS, banks
from running_muscles.classroom.interchange import gift_reader, into_class, moodle_xml
from running_muscles.classroom.interchange import moodle_xml_reader as reader
from running_muscles.classroom.interchange.carried import Bundle, InterchangeError
from running_muscles.quiz import joined
from running_muscles.quiz.bank import Bank

CORE = next(bank for bank in banks() if bank.quiz == "03-core")
BARE = b"::Heel::Which muscle lifts the heel? {=The calf ~The shin#It lifts the foot. ~The thigh}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class with one quiz."""
    (tmp_path / "bank").mkdir()
    shutil.copy(ASSESSMENTS / "bank" / "03-core.yaml", tmp_path / "bank")
    return tmp_path


def of_each_kind(bank: Bank) -> Bundle:
    """One question of each kind, under names of its own, with a source of its own."""
    first = {question.type: question for question in reversed(bank.questions)}
    first.pop("numeric")
    made = tuple(replace(one, id=f"their-{one.id}") for one in first.values())
    return Bundle(bank.quiz, bank.title, made)


def test_what_is_whole_joins_the_academys_own_questions(folder: Path) -> None:
    bundle = of_each_kind(CORE)
    before = (folder / "bank" / "03-core.yaml").read_bytes()
    read = reader.read(moodle_xml.write(bundle).content, "x.xml")
    taken = into_class.take(folder, "03-core", read.questions)
    assert taken.to_mend == ()
    assert taken.path == folder / "bank" / "own" / "03-core.yaml"
    assert (folder / "bank" / "03-core.yaml").read_bytes() == before
    assert not into_class.draft_of(folder, "03-core").exists()
    names = {one.id for one in joined.load(folder / "bank", "03-core").questions}
    assert names == {one.id for one in (*CORE.questions, *bundle.questions)}


def test_a_second_import_adds_and_renames_and_overwrites_nothing(folder: Path) -> None:
    questions = reader.read(moodle_xml.write(of_each_kind(CORE)).content, "x.xml").questions
    other = replace(questions[0], points=17.0)
    assert [one.what for one in into_class.take(folder, "03-core", [other]).lost] == [
        "its 17 points"
    ]
    first = (folder / "bank" / "own" / "03-core.yaml").read_text(encoding="utf-8")
    taken = into_class.take(folder, "03-core", questions[:1])
    second = (folder / "bank" / "own" / "03-core.yaml").read_text(encoding="utf-8")
    assert second.startswith(first)
    assert taken.names == (f"{questions[0].id[:44]}-2",)
    assert [one.what for one in taken.lost] == [f"the name {questions[0].id}"]


def test_what_is_missing_is_said_and_waits_outside_the_bank(folder: Path) -> None:
    read = gift_reader.read(BARE, "x.txt")
    taken = into_class.take(folder, "03-core", read.questions)
    assert taken.path == into_class.draft_of(folder, "03-core")
    told = "\n".join(taken.to_mend)
    for sentence in (
        "heel: it names no slot of 03-core. Choose one of: ",
        "heel: it has no source.",
        "heel: option a has no reason.",
        "heel: option c has no reason.",
    ):
        assert sentence in told
    assert "option b has no reason" not in told
    assert joined.load(folder / "bank", "03-core").questions == load_alone(folder)
    with pytest.raises(InterchangeError, match="lies there already"):
        into_class.take(folder, "03-core", read.questions)


def load_alone(folder: Path) -> object:
    assert not (folder / "bank" / "own").exists()
    return joined.load(folder / "bank", "03-core").questions


def test_a_mended_draft_moves_in(folder: Path) -> None:
    draft = into_class.take(folder, "03-core", gift_reader.read(BARE, "x.txt").questions).path
    still = into_class.finish(folder, draft)
    assert "todo" in "\n".join(still.to_mend)
    text = draft.read_text(encoding="utf-8").replace("slot: todo", f"slot: {CORE.slots[0].id}")
    draft.write_text(text, encoding="utf-8")
    still = into_class.finish(folder, draft)
    assert "TODO" in "\n".join(still.to_mend)
    text = text.replace("TODO why this is right", "It ends at the heel.")
    text = text.replace("TODO why this is wrong", "It ends at the knee.")
    draft.write_text(text.replace("doi:TODO", "https://example.org/heel"), encoding="utf-8")
    done = into_class.finish(folder, draft)
    assert done.to_mend == ()
    assert not draft.exists()
    assert joined.load(folder / "bank", "03-core").question("heel").slot == CORE.slots[0].id


def test_nothing_to_take_is_said(folder: Path) -> None:
    with pytest.raises(InterchangeError, match="No question"):
        into_class.take(folder, "03-core", ())
