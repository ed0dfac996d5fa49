"""The blueprint says what the banks say, and plans a final exam by its own rule."""

from __future__ import annotations

from pathlib import Path

from quiz.made_up import bank, single, slot
from running_muscles.quiz import blueprint, build
from running_muscles.quiz.questions import Bank, Criterion, Slot, Text

ROOT = Path(__file__).parents[2]
BANKS = build.load_all(build.bank_files(ROOT / "assessments"))


def written(slot_id: str) -> Text:
    return Text(
        id=f"t-{slot_id}",
        objective="o",
        level="apply",
        points=2,
        stem="Why?",
        sources=(),
        line=1,
        slot=slot_id,
        max_words=50,
        rubric=(Criterion(2, "c"),),
        model_answer="m",
    )


def quiz(name: str, *slots: Slot) -> Bank:
    questions = [
        written(one.id) if one.id == "w" else single(f"{name}-{one.id}", "A", ["B"], slot=one.id)
        for one in slots
    ]
    return bank(*questions, quiz=name, slots=slots)


def picked(banks: list[Bank]) -> list[str]:
    return [f"{one.bank.quiz}/{one.slot.id}" for one in blueprint.final_exam(banks)]


def test_the_table_of_a_quiz() -> None:
    one = quiz(
        "90-sample",
        slot("a", 1, "start-stop"),
        slot("b", 2, "mine", "understand"),
        slot("c", 2, "mine", "understand"),
        slot("w", 2, "mine", "apply"),
    )
    lines = blueprint.text([one]).splitlines()
    objective = "Say which signs mean that you stop a test or an exercise at once."
    assert f"| {objective} | *a*: 1 (1) |  |  | 1 |" in lines
    assert "| mine |  | *b*: 2 (1)<br>*c*: 2 (1) | *w* ✎: 2 (1) | 6 |" in lines
    assert "| **All** | **1** | **4** | **2** | **7** |" in lines


def test_a_slot_of_sums_is_marked() -> None:
    one = quiz("90-sample", Slot("a", "mine", "apply", 2, 1, arithmetic=True), slot("b"))
    assert "| mine |  |  | *a* Σ: 2 (1) | 2 |" in blueprint.text([one]).splitlines()


def test_the_exam_takes_the_weightiest_objective_of_each_lesson_first() -> None:
    slots = [slot(f"{name}{n}", 2, name) for name in "xyz" for n in range(3)]
    light = [slot("a", 1, "light"), slot("b", 2, "heavy"), slot("c", 2, "heavy")]
    lessons = [quiz(f"{n:02}-q", *light, *slots) for n in range(13)]
    chosen = picked(lessons)
    assert {one.split("/")[0] for one in chosen} == {lesson.quiz for lesson in lessons}
    assert sum(one.slot.points for one in blueprint.final_exam(lessons)) == 40
    assert "00-q/x0" in chosen  # six points, against four and one
    # Thirteen first turns make 26 points; the last seven lessons have a second one.
    assert [one for one in chosen if one.endswith("y0")] == [f"{n:02}-q/y0" for n in range(6, 13)]


def test_written_answers_are_at_most_a_fifth_and_from_late_lessons() -> None:
    slots = [slot("a", 2, "x"), slot("b", 2, "y"), slot("c", 4, "z"), slot("w", 2, "x", "apply")]
    lessons = [quiz(f"{n:02}-q", *slots) for n in range(6)]
    chosen = blueprint.final_exam(lessons)
    hand = [one.bank.quiz for one in chosen if one.slot.id == "w"]
    assert hand == ["02-q", "03-q", "04-q", "05-q"]
    assert sum(one.slot.points for one in chosen) == 40


def test_a_class_of_one_quiz_has_a_smaller_exam() -> None:
    one = quiz("90-sample", slot("a", 4, "x"), slot("b", 4, "y"), slot("w", 2, "x", "apply"))
    assert picked([one]) == ["90-sample/a", "90-sample/b", "90-sample/w"]
    assert "an exam of 10 points" in blueprint.text([one])
    assert blueprint.final_exam([]) == []


def test_the_real_exam_keeps_what_it_states() -> None:
    exam = blueprint.final_exam(BANKS)
    points = sum(one.slot.points for one in exam)
    hand = sum(one.slot.points for one in exam if one.bank.is_written(one.slot.id))
    assert points == blueprint.EXAM_POINTS
    assert 0 < hand <= points / 5
    assert {one.bank.quiz for one in exam} == {one.quiz for one in BANKS}


def test_the_blueprint_names_no_question() -> None:
    text = blueprint.text(BANKS)
    assert not [q.id for one in BANKS for q in one.questions if f"*{q.id}*" in text]
    assert [one.quiz for one in BANKS if f"## {one.quiz}: " not in text] == []


def test_a_build_writes_it_and_tells_when_it_is_old(tmp_path: Path) -> None:
    one = BANKS[:1]
    build.write(build.everything(tmp_path, one))
    path = tmp_path / "blueprint.md"
    assert path.read_text(encoding="utf-8") == blueprint.text(one)
    path.write_text(path.read_text(encoding="utf-8").replace("15", "16"), encoding="utf-8")
    (told,) = build.drift(build.everything(tmp_path, one), tmp_path)
    assert "blueprint.md:" in told
    assert told.endswith("is not what the bank says. Run: running-muscles quiz build")
