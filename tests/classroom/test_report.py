"""What a report finds in a class whose abilities are known, and what it never says."""

import pytest

from classroom.class_of_300 import CLEAN, PLANTED, QUIZ, Planted, answers, students, written_points
from classroom.made_up_class import ASSESSMENTS
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.report import rules
from running_muscles.classroom.report.objectives import CLOSE, MET, NOT_MET, TOO_FEW, learned
from running_muscles.classroom.report.people import falling
from running_muscles.classroom.report.questions import figures
from running_muscles.classroom.report.sat import Sat
from running_muscles.classroom.report.sat import answers as table_of
from running_muscles.classroom.source import QuizSource, quiz_source
from running_muscles.quiz.hand_in import HandIn


@pytest.fixture(scope="module")
def source() -> QuizSource:
    found = quiz_source(OurClassroom.of(ASSESSMENTS).coursedir, QUIZ, QUIZ)
    assert found is not None
    return found


def sitting(source: QuizSource, planted: Planted, seed: int = 0, size: int = 300) -> Sat:
    """A class that sits the quiz, without files."""
    hand_ins: dict[str, HandIn] = {}
    by_hand: dict[str, dict[str, float]] = {}
    for student in students(size):
        own = answers(student, planted, seed)
        drawn = source.asked(student)
        values = {slot: own[one.id] for slot, one in drawn.items() if one.id in own}
        hand_ins[student] = HandIn(drawn, values)
        for slot in values:
            if drawn[slot].type == "text":
                by_hand[student] = {slot: written_points(student, planted, seed)}
    return Sat(source, (), table_of(source, hand_ins, by_hand))


def flagged(sat: Sat) -> set[tuple[str, str]]:
    weak = {one.objective for one in learned([sat]) if one.state == NOT_MET}
    return {(one.question.id, flag.rule.title) for one in figures(sat, weak) for flag in one.flags}


def not_met(sat: Sat) -> set[str]:
    return {one.objective for one in learned([sat]) if one.state == NOT_MET}


def test_in_a_clean_class_next_to_nothing_is_flagged(source: QuizSource) -> None:
    # Five kinds compare, each wrong once in a hundred reports: twelve reports have none nearly
    # always, and one in a thousand times more than two.
    sats = [sitting(source, CLEAN, seed) for seed in range(12)]
    assert sum(bool(flagged(sat)) for sat in sats) <= 2
    assert [not_met(sat) for sat in sats] == [set()] * len(sats)


def test_what_is_planted_is_found_and_nothing_else(source: QuizSource) -> None:
    question, option = PLANTED.misconception
    sat = sitting(source, Planted(misconception=PLANTED.misconception))
    found = {one.question.id: one for one in figures(sat) if one.flags}
    assert {name: [flag.rule for flag in one.flags] for name, one in found.items()} == {
        question: [rules.MISCONCEPTION]
    }
    assert found[question].mistake.choice.id == option
    assert not_met(sat) == set()

    weak = sitting(source, Planted(weak="core-running"))
    assert not_met(weak) == {"core-running"}
    assert flagged(weak) == set()
    hard = sitting(source, Planted(harder="core-belt"))
    assert flagged(hard) == {("core-belt", rules.HARDER.title)}


@pytest.mark.parametrize("name", ["core-belt", "stability-sit-ups", "core-count"])
def test_a_question_that_is_left_open_is_told(source: QuizSource, name: str) -> None:
    assert (name, rules.LEFT.title) in flagged(sitting(source, Planted(left_open=name)))


def test_nothing_is_claimed_from_few_answers(source: QuizSource) -> None:
    everything = Planted(PLANTED.misconception, "core-running", "core-count", "core-belt")
    sat = sitting(source, everything, size=9)
    assert flagged(sat) == set()
    assert {one.state for one in learned([sat])} == {TOO_FEW}
    middle = sitting(source, everything, size=40)
    few = {one.question.id for one in figures(middle) if one.asked < rules.FEWEST}
    assert few
    assert not few & {name for name, _ in flagged(middle)}


def test_objectives_have_three_answers(source: QuizSource) -> None:
    states = {one.state for one in learned([sitting(source, Planted(weak="core-running"))])}
    assert states <= {MET, NOT_MET, CLOSE}
    assert {MET, NOT_MET} <= states


def test_who_falls_is_told_after_what_the_class_fell() -> None:
    names = students(20)
    before = [dict.fromkeys(names, 0.8), dict.fromkeys(names, 0.7)]
    now = dict.fromkeys(names, 0.55) | {names[3]: 0.2, names[4]: 0.3}
    assert [word.student for word in falling(now, before)] == [names[3]]
    assert falling(now, before[:1]) == []  # one quiz is no middle
    assert falling(dict(list(now.items())[:9]), before) == []
