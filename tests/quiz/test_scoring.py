"""Scores: worked examples, and what must hold for every answer."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.quiz import bank
from running_muscles.quiz.questions import Item, Multiple, Numeric, Option, Order, Question
from running_muscles.quiz.scoring import NO_ANSWER, PARTLY, RIGHT, TO_MARK, WRONG, score

SAMPLE = bank.load(Path(__file__).parent / "banks" / "90-sample.yaml")
RIGHT_ANSWERS: dict[str, Any] = {
    "pick-red": "blood",
    "tick-even": ["two", "four"],
    "give-seconds": {"number": 3600, "unit": "s"},
    "sort-planets": ["mercury", "venus", "earth", "mars"],
    "point-quads": "quads-left",
}
COMMON: dict[str, Any] = {
    "id": "made",
    "objective": "made",
    "level": "recall",
    "points": 3.0,
    "stem": "?",
    "sources": ("made",),
    "line": 1,
}


@pytest.mark.parametrize("name", RIGHT_ANSWERS)
def test_the_right_answer_has_all_points(name: str) -> None:
    question = SAMPLE.question(name)
    result = score(question, RIGHT_ANSWERS[name])
    assert (result.points, result.verdict) == (question.points, RIGHT)


@pytest.mark.parametrize("question", SAMPLE.questions, ids=lambda question: question.id)
@pytest.mark.parametrize("value", [None, "", [], " \n"])
def test_no_answer_is_no_points(question: Question, value: Any) -> None:
    result = score(question, value)
    assert (result.points, result.verdict) == (0, NO_ANSWER)


@pytest.mark.parametrize(
    ("name", "value", "points", "verdict"),
    [
        ("pick-red", "rust", 0, WRONG),
        ("tick-even", ["two"], 1, PARTLY),
        ("tick-even", ["two", "four", "five"], 1, PARTLY),
        ("tick-even", ["two", "five"], 0, WRONG),
        ("tick-even", ["two", "three", "four", "five"], 0, WRONG),
        ("give-seconds", {"number": 60, "unit": "min"}, 2, RIGHT),
        ("give-seconds", {"number": 3603.5, "unit": "s"}, 2, RIGHT),
        ("give-seconds", {"number": 3603.6, "unit": "s"}, 0, WRONG),
        ("give-seconds", {"number": 1e308, "unit": "min"}, 0, WRONG),
        # Kendall's tau of four items: one swap of neighbours leaves 5 of 6 pairs, so 4/6.
        ("sort-planets", ["venus", "mercury", "earth", "mars"], 2, PARTLY),
        ("sort-planets", ["venus", "earth", "mercury", "mars"], 1, PARTLY),
        ("sort-planets", ["venus", "earth", "mars", "mercury"], 0, WRONG),
        ("sort-planets", ["mars", "earth", "venus", "mercury"], 0, WRONG),
        ("point-quads", "quads-right", 0, WRONG),
        ("point-quads", "head", 0, WRONG),
    ],
)
def test_worked_examples(name: str, value: Any, points: float, verdict: str) -> None:
    result = score(SAMPLE.question(name), value)
    assert (result.points, result.verdict) == (points, verdict)


def test_a_person_marks_text() -> None:
    result = score(SAMPLE.question("write-how"), "Fields.")
    assert (result.points, result.max_points, result.verdict) == (None, 2, TO_MARK)


def test_a_known_mistake_has_its_own_reason() -> None:
    question = SAMPLE.question("give-seconds")
    known = score(question, {"number": 1, "unit": "min"}).parts[0]
    other = score(question, {"number": 7, "unit": "min"}).parts[0]
    assert (known.text, known.reason) == ("1 min", "SECRET-minutes-reason")
    assert other.reason == ""


def test_any_other_region_has_the_reason_for_elsewhere() -> None:
    parts = score(SAMPLE.question("point-quads"), "head").parts
    assert parts[0].reason == "SECRET-elsewhere-reason"
    assert [part.id for part in parts] == ["head", "quads-left"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pick-red", "gold"),
        ("tick-even", ["gold"]),
        ("give-seconds", {"number": 1, "unit": "mile"}),
        ("give-seconds", 3600),
        ("sort-planets", ["mercury", "venus"]),
        ("sort-planets", ["mercury", "venus", "earth", "earth"]),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"does not fit question '{name}'"):
        score(SAMPLE.question(name), value)


@st.composite
def multiple(draw: st.DrawFn) -> tuple[Multiple, list[str]]:
    keys = draw(st.lists(st.booleans(), min_size=3, max_size=8).filter(any))
    options = tuple(Option(f"o{n}", "", right, "") for n, right in enumerate(keys))
    chosen = draw(st.lists(st.sampled_from([o.id for o in options]), unique=True, min_size=1))
    return Multiple(**COMMON, options=options), chosen


@given(multiple(), st.randoms())
def test_multiple_is_bounded_and_full_only_when_right(
    case: tuple[Multiple, list[str]], random: Any
) -> None:
    question, chosen = case
    points = score(question, chosen).points
    assert points is not None
    assert 0 <= points <= 3
    right = {option.id for option in question.options if option.correct}
    assert (points == 3) == (set(chosen) == right)
    shuffled, options = list(chosen), list(question.options)
    random.shuffle(shuffled)
    random.shuffle(options)
    assert score(Multiple(**COMMON, options=tuple(options)), shuffled).points == points


@given(multiple())
def test_ticking_everything_earns_nothing_where_something_is_wrong(
    case: tuple[Multiple, list[str]],
) -> None:
    question, _ = case
    everything = score(question, [option.id for option in question.options])
    all_right = all(option.correct for option in question.options)
    assert everything.points == (3 if all_right else 0)


@given(multiple())
def test_one_more_wrong_tick_never_helps(case: tuple[Multiple, list[str]]) -> None:
    question, chosen = case
    before = score(question, chosen).points
    for option in question.options:
        if not option.correct and option.id not in chosen:
            after = score(question, [*chosen, option.id]).points
            assert after is not None
            assert before is not None
            assert after <= before


@given(st.integers(3, 6).flatmap(lambda n: st.permutations(range(n))))
def test_order_is_bounded_and_full_only_when_right(given_order: list[int]) -> None:
    items = tuple(Item(str(n), "", "") for n in range(len(given_order)))
    points = score(Order(**COMMON, items=items), [str(n) for n in given_order]).points
    assert points is not None
    assert 0 <= points <= 3
    assert (points == 3) == (given_order == sorted(given_order))


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_blind_guess_at_an_order_earns_little(count: int) -> None:
    items = tuple(Item(str(n), "", "") for n in range(count))
    question = Order(**COMMON, items=items)
    ids = [item.id for item in items]
    points = [score(question, list(order)).points or 0 for order in permutations(ids)]
    assert sum(points) / len(points) < 1
    # Half of all orders agree with no more than half of the pairs.
    assert sum(one == 0 for one in points) >= len(points) / 2


@given(
    st.floats(-1e6, 1e6), st.floats(0, 1e3), st.sampled_from([1.0, 60.0, 0.001]), st.floats(-2, 2)
)
def test_numeric_is_right_within_the_tolerance_in_any_unit(
    value: float, tolerance: float, factor: float, off: float
) -> None:
    question = Numeric(
        **COMMON,
        value=value,
        tolerance=tolerance,
        unit="a",
        units=(("a", 1.0), ("b", factor)),
        reason="",
        mistakes=(),
    )
    number = (value + off * tolerance) / factor
    points = score(question, {"number": number, "unit": "b"}).points
    if abs(off) < 0.999:
        assert points == 3
    elif abs(off) > 1.001 and tolerance > 1:
        assert points == 0


def amount(value: float, tolerance: float = 0.0, **units: float) -> Numeric:
    known = tuple({"m": 1.0, **units}.items())
    return Numeric(**COMMON, value=value, tolerance=tolerance, unit="m", units=known,
                   reason="r", mistakes=())  # fmt: skip


@pytest.mark.parametrize(
    ("question", "number", "unit", "verdict"),
    [
        (amount(2e-10), 2e-10, "m", RIGHT),
        (amount(2e-10), 9e-10, "m", WRONG),
        (amount(2e-10), 0, "m", WRONG),
        (amount(2e-10, nm=1e-9), 0.2, "nm", RIGHT),
        (amount(0.0), 1e-12, "m", WRONG),
        (amount(0.0), 0, "m", RIGHT),
        (amount(0.0, 0.3), 0.1 + 0.2, "m", RIGHT),
        (amount(0.3), 0.1 + 0.2, "m", RIGHT),
        (amount(0.3, 0.1), 0.4, "m", RIGHT),
        (amount(1e-6, 1e-7), 1.1e-6, "m", RIGHT),
        (amount(1e-6, 1e-7), 1.11e-6, "m", WRONG),
        (amount(-5.0), -5, "m", RIGHT),
        (amount(1e15), 1e15 + 1e7, "m", WRONG),
    ],
)
def test_the_slack_is_small_beside_the_numbers(
    question: Numeric, number: float, unit: str, verdict: str
) -> None:
    assert score(question, {"number": number, "unit": unit}).verdict == verdict
