"""No bank can be passed by form alone: each rule on its own, its limits, and the real banks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.made_up import bank, single, slot
from running_muscles.quiz import guessable
from running_muscles.quiz.build import bank_files, load_all
from running_muscles.quiz.guesses import RULES
from running_muscles.quiz.located_yaml import files_in
from running_muscles.quiz.questions import Single

ROOT = Path(__file__).parents[2]
PLACES = ("the first", "the middle", "the last")
PLAIN = ["The calf", "The shin", "The foot", "The knee"]


@pytest.mark.parametrize(
    ("rule", "stem", "texts", "chosen"),
    [
        ("the longest", "?", ["The calf", "The calf of the leg", "The shin"], [1]),
        ("the longest", "?", ["**The calf**", "The calves", "The foot."], [1]),
        ("the shortest", "?", ["The calf muscle", "It", "The shin bone"], [1]),
        ("the second longest", "?", ["The calf", "The calf of the leg", "The shin bone"], [2]),
        ("the second longest", "?", ["The calf of it", "The shin of it", "The foot"], [0, 1]),
        ("the second longest", "?", ["The calf of it", "The shin", "The foot", "It"], [1, 2]),
        ("the odd one out by length", "?", [*PLAIN[:3], "The long muscle of the calf"], [3]),
        ("the odd one out by length", "?", ["A longer one", "A larger one", "It"], [2]),
        ("the most hedged", "?", ["It helps", "It may help some people", "It often helps"], [1]),
        ("the most hedged", "?", ["It heals", "Nobody knows: it depends", "It is so"], [1]),
        ("the most hedged", "?", ["On average it heals", "It does", "It is so"], [0]),
        ("the least hedged", "?", ["It may", "Often so", "It helps"], [2]),
        ("the most absolute", "?", ["It always helps everybody", "It never does", "It may"], [0]),
        ("the least absolute", "?", ["It always helps", "It helps no one: no", "It helps"], [2]),
        ("the least absolute", "?", ["All do", "Some do", "Every one"], [1]),
        ("the most like the stem, by share", "Which muscle lifts the heel?",
         ["The calf lifts heels and turns the toes outwards", "The heel lifts", "A bone"], [1]),
        ("the most like the stem, by count", "Which muscles lift the heel off the ground?",
         ["The heel", "A muscle that lifts heels, among other things", "The ground"], [1]),
        ("the odd one out by words", "?",
         ["Strong calf muscle", "Strong shin muscle", "Tired lungs", "Strong foot muscle"], [2]),
        ("the most like the others", "?",
         ["Strong calf, long step", "Strong calf, short step", "Weak shin, long step"], [0]),
        ("the one with a reason", "?", ["It helps", "It helps, because it is warm", "Not so"], [1]),
        ("the one with a reason", "?", ["Yes, since it is old", "Yes, today", "No"], [0]),
        ("the first", "?", PLAIN, [0]),
        ("the middle", "?", PLAIN[:3], [1]),
        ("the middle", "?", PLAIN, [1, 2]),
        ("the last", "?", PLAIN, [3]),
    ],
)  # fmt: skip
def test_what_a_rule_chooses(rule: str, stem: str, texts: list[str], chosen: list[int]) -> None:
    assert RULES[rule](stem, texts) == chosen


@pytest.mark.parametrize("rule", [name for name in RULES if name not in PLACES])
def test_a_rule_that_sees_no_difference_wins_what_chance_wins(rule: str) -> None:
    question = single("q", "The calf", PLAIN[1:])
    assert guessable.share_won(RULES[rule], question) == 0.25


def test_ties_share_the_point() -> None:
    question = single("q", "A long one", ["One as long", "It", "He"], place=1)
    assert guessable.share_won(RULES["the longest"], question) == 0
    question = single("q", "Only long", ["One so far", "Far so one", "He"])
    assert guessable.share_won(RULES["the longest"], question) == 0
    question = single("q", "One so far", ["Far so one", "It", "He"])
    assert guessable.share_won(RULES["the longest"], question) == 0.5


GIVING_AWAY = {
    "the longest": ("The long muscle", ["The calf", "The shin", "The foot"]),
    "the shortest": ("Calf", ["The shin", "The foot", "The knee"]),
    "the most hedged": ("Perhaps", ["It was so", "It is now", "It was it"]),
    "the least hedged": ("It helps", ["It might", "It could", "They may"]),
    "the least absolute": ("Some do it", ["All do so", "No one is", "Only they"]),
    "the most absolute": ("Always so", ["It is it", "Here so", "There"]),
    "the most like the stem, by share": ("Heel lifts", ["Foot turns", "Toes bend", "Knee bends"]),
    "the most like the stem, by count": ("Heel lifts", ["Foot turns", "Toes bend", "Knee bends"]),
    "the odd one out by words": ("Tired lungs", ["Strong calf", "Strong shin", "Strong knee"]),
    "the one with a reason": ("So, because", ["The calf", "The shin", "The foot"]),
    "the odd one out by length": ("It", ["The calf", "The shin", "The foot"]),
}


@pytest.mark.parametrize("rule", GIVING_AWAY)
def test_a_lesson_beyond_the_limit_is_told(rule: str) -> None:
    right, wrong = GIVING_AWAY[rule]
    stem = "What lifts the heel?"
    even = ["The calf", "The shin", "The foot"]
    given = [single(f"given-{n}", right, wrong, place=n % 4, stem=stem) for n in range(5)]
    fair = [single(f"fair-{n}", "The knee", even, place=n % 4) for n in range(3)]
    told = [str(one) for one in guessable.problems([bank(*given, *fair)])]
    (mine,) = [one for one in told if f"Who chooses {rule} option" in one]
    # Five won, and a quarter of each of the others.
    assert mine.startswith("90-sample.yaml:7: ")
    assert "wins 72% of 8 single-choice questions, and a blind choice 25%" in mine
    assert mine.endswith(f"{', '.join(f'given-{n}' for n in range(5))}.")


@pytest.mark.parametrize(("rule", "place"), [("the first", 0), ("the last", 3)])
def test_a_place_that_is_right_too_often_is_told(rule: str, place: int) -> None:
    same = [single(f"q-{n}", "The knee", PLAIN[:3], place=place) for n in range(8)]
    (told,) = guessable.problems([bank(*same)])
    assert f"Who chooses {rule} option wins 100% of 8" in told.sentence


def even(count: int, quiz: str = "90-sample") -> list[Single]:
    return [
        single(f"{quiz}-{n}", "The knee", PLAIN[:3], place=n % 4, slot="a") for n in range(count)
    ]


def test_few_questions_say_nothing() -> None:
    same = [single(f"q-{n}", "The knee", PLAIN[:3], place=0) for n in range(7)]
    assert guessable.problems([bank(*same)]) == []
    assert guessable.problems([bank()]) == []


def test_a_weak_lead_in_every_lesson_is_told_over_all() -> None:
    def lesson(n: int, *, graded: bool) -> guessable.Bank:
        quiz = f"{n:02}-lesson"
        # Two or three given away of 20, and a quarter of the others: 8 or 11 points above chance.
        count = 3 if n < 3 else 2
        long = [
            single(f"{quiz}-long-{m}", "A long muscle", PLAIN[:3], place=m, slot="a")
            for m in range(count)
        ]
        questions = [*even(20 - count, quiz), *long]
        return bank(*questions, quiz=quiz, slots=(slot("a"),) if graded else ())

    lessons = [lesson(n, graded=True) for n in range(5)]
    (told,) = [p for p in guessable.problems(lessons) if "the longest" in p.sentence]
    assert "wins 35% of 100 single-choice questions of all banks" in told.sentence
    assert str(told).startswith("00-lesson.yaml:7: ")
    assert "00-lesson-long-0" in told.sentence
    assert "04-lesson-long-1" in told.sentence
    # Four lessons are fewer than a hundred questions, and checkpoints do not count.
    assert guessable.problems(lessons[:4]) == []
    assert guessable.problems([lesson(n, graded=False) for n in range(5)]) == []


@pytest.mark.parametrize("text", ["All of the above", "none of these", "Both of them"])
def test_a_catch_all(text: str) -> None:
    (told,) = guessable.problems([bank(single("q", "The calf", ["The shin", text]))])
    assert "The option 'o2' is a catch-all" in told.sentence


def test_the_table_parts_graded_banks_from_checkpoints() -> None:
    graded = bank(*even(8), slots=(slot("a"),))
    checkpoint = bank(single("c", "The long one", PLAIN[:3]), quiz="91-other")
    lines = list(guessable.table([graded, checkpoint]))
    assert lines[0].startswith("Graded banks: points above a blind choice")
    assert lines[1].split() == ["all", "90"]
    assert lines[2].split() == ["questions", "8", "8"]
    split = next(n for n, line in enumerate(lines) if line.startswith("Checkpoints"))
    assert lines[split + 1].split() == ["all", "91"]
    assert lines[split + 4].split() == ["the", "longest", "+75", "+75"]
    for name in RULES:
        assert sum(line.startswith(f"{name} ") for line in lines) == 2


def test_the_real_banks_cannot_be_passed_by_form() -> None:
    banks = load_all([*bank_files(ROOT / "assessments"), *files_in(ROOT / "course/checkpoints")])
    assert guessable.problems(banks) == []
    graded = guessable.scores(guessable.singles(one for one in banks if one.slots))
    assert len(graded) == len(RULES)
    assert max(score.gain for score in graded) <= 0.08


def test_a_real_bank_that_is_made_guessable_is_told() -> None:
    def lengthened(one: Single) -> Single:
        return replace(
            one,
            options=tuple(
                replace(option, text=f"{option.text}, as the lesson says of this muscle at length")
                if option.correct
                else option
                for option in one.options
            ),
        )

    (core,) = load_all([ROOT / "assessments/bank/03-core.yaml"])
    questions = [lengthened(q) if isinstance(q, Single) else q for q in core.questions]
    told = guessable.problems([replace(core, questions=tuple(questions))])
    assert any("the longest option" in one.sentence for one in told)
