"""Matching, gaps, labels, shares and groups: what is refused, scored, shown, told and counted."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.quiz import bank, leaks, patterns, preview, public
from running_muscles.quiz.by_row import ROWED, rows_of
from running_muscles.quiz.choices import choices, chosen
from running_muscles.quiz.feedback import question_html
from running_muscles.quiz.fitting import problem_with
from running_muscles.quiz.questions import Multiple, Order, Question
from running_muscles.quiz.rules import Known, problems
from running_muscles.quiz.scoring import NO_ANSWER, PARTLY, RIGHT, WRONG, score
from running_muscles.widgets.lesson.checked import checked
from running_muscles.widgets.questions import still
from running_muscles.widgets.questions.sheet import fits

PATH = Path(__file__).parent / "banks" / "91-kinds.yaml"
BANK = bank.load(PATH)
KNOWN = Known(
    lessons=frozenset({"91-kinds"}),
    objectives=frozenset(f"sample-{one}" for one in ("colours", "map", "numbers", "order")),
    sources=frozenset({"sample2020", "claims/sample"}),
    regions={"quads-left": "front", "quads-right": "front", "calves-soleus-left": "back"},
)
RIGHT_ANSWERS: dict[str, Any] = {
    "match-capitals": {"spain": "madrid", "france": "paris", "italy": "rome"},
    "fill-colours": {"sky": "sky-blue", "grass": "green"},
    "label-thighs": {"the-left": "quads-left", "the-right": "quads-right"},
    "share-one": "sky",
    "share-several": ["four", "two"],
    "sort-groups": ["wake", "dress", "wash", "leave"],
}
KEY_FIELDS = {"reason", "correct", "answer", "credit", "any_order", "regions", "elsewhere"}


def test_every_kind_is_here_and_sound() -> None:
    assert problems([BANK], KNOWN) == []
    assert leaks.problems([BANK]) == []
    assert {one.id for one in BANK.questions} == set(RIGHT_ANSWERS)


# ---- Points ------------------------------------------------------------------


@pytest.mark.parametrize("name", RIGHT_ANSWERS)
def test_the_right_answer_has_all_points(name: str) -> None:
    question = BANK.question(name)
    result = score(question, RIGHT_ANSWERS[name])
    assert (result.points, result.verdict) == (question.points, RIGHT)
    assert problem_with(question, RIGHT_ANSWERS[name]) is None


@pytest.mark.parametrize(
    ("name", "value", "points", "verdict"),
    [
        ("match-capitals", {"spain": "madrid"}, 1, PARTLY),
        ("match-capitals", {"spain": "madrid", "france": "rome", "italy": "rome"}, 2, PARTLY),
        ("match-capitals", {"spain": "bonn"}, 0, WRONG),
        ("match-capitals", {}, 0, NO_ANSWER),
        ("fill-colours", {"sky": "sky-blue", "grass": "ten"}, 1, PARTLY),
        ("label-thighs", {"the-left": "quads-right", "the-right": "quads-left"}, 0, WRONG),
        ("label-thighs", {"the-left": "quads-left", "the-right": "head"}, 1, PARTLY),
        ("share-one", "sea", 1, PARTLY),
        ("share-one", "coal", 0, WRONG),
        ("share-several", ["two"], 3, PARTLY),
        ("share-several", ["two", "five"], 1, PARTLY),
        ("share-several", ["four", "five"], 0, WRONG),
        ("share-several", ["two", "four", "five", "seven"], 0, WRONG),
        ("sort-groups", ["wake", "wash", "dress", "leave"], 5, RIGHT),
        # Five pairs count: one of them the wrong way round leaves (4 - 1) / 5.
        ("sort-groups", ["wash", "wake", "dress", "leave"], 3, PARTLY),
        ("sort-groups", ["leave", "wash", "dress", "wake"], 0, WRONG),
    ],
)
def test_worked_examples(name: str, value: Any, points: float, verdict: str) -> None:
    result = score(BANK.question(name), value)
    assert (result.points, result.verdict) == (points, verdict)


def _answers(question: Question) -> st.SearchStrategy[Any]:
    if isinstance(question, ROWED):
        lists = {
            row.id: st.sampled_from(sorted(row.choices or KNOWN.regions))
            for row in rows_of(question)
        }
        return st.fixed_dictionaries({}, optional=lists)
    if isinstance(question, Order):
        return st.permutations([item.id for item in question.items])
    ids = [option.id for option in question.options]  # type: ignore[attr-defined]
    if isinstance(question, Multiple):
        return st.lists(st.sampled_from(ids), unique=True)
    return st.sampled_from(ids)


@given(st.sampled_from(BANK.questions).flatmap(lambda one: st.tuples(st.just(one), _answers(one))))
def test_any_answer_has_points_within_bounds_and_full_ones_only_when_all_is_right(
    asked: tuple[Question, Any],
) -> None:
    question, value = asked
    result = score(question, value)
    assert result.points is not None
    assert 0 <= result.points <= question.points
    assert problem_with(question, value) is None
    assert fits(public.public(question), value)
    kinds = {one.id: one for one in choices(question)}
    picked = chosen(question, value)
    assert picked <= set(kinds)
    if result.verdict == RIGHT:
        assert result.points == question.points
        assert all(kinds[one].correct for one in picked)
        assert all(part.correct for part in result.parts if part.chosen)
    elif result.verdict != NO_ANSWER and not isinstance(question, ROWED):
        right = {one for one, kind in kinds.items() if kind.correct}
        assert picked != right
    assert "SECRET" in question_html(question, value, result)


def test_more_right_rows_are_never_worse() -> None:
    question = BANK.question("match-capitals")
    right = RIGHT_ANSWERS[question.id]
    for order in permutations(right):
        given: dict[str, str] = {}
        points = [0.0]
        for row in order:
            given[row] = right[row]
            points.append(score(question, given).points or 0.0)
        assert points == sorted(points)
        assert len(set(points)) == len(points)


# ---- Answers from strangers ----------------------------------------------------


@pytest.mark.parametrize("name", ["match-capitals", "fill-colours", "label-thighs"])
@pytest.mark.parametrize(
    "value",
    [
        [], ["spain"], "spain", 1, True, {"nowhere": "rome"}, {"spain": 1}, {"sky": None},
        {"spain": ["madrid"]}, {"the-left": {"a": 1}}, {"the-left": "x" * 10_000},
        {"the-left": "<script>"}, {"sky": "green"}, {"spain": "madrid", "x": "paris"},
    ],
)  # fmt: skip
def test_an_answer_of_another_form_is_told_and_never_scored(name: str, value: Any) -> None:
    question = BANK.question(name)
    told = problem_with(question, value)
    assert told
    assert len(told) < 200
    assert not fits(public.public(question), value)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["spain", "sky", "the-left", "x"]), inner, max_size=3), max_leaves=5,
))  # fmt: skip
def test_nothing_stops_the_reading(value: Any) -> None:
    for question in BANK.questions:
        if problem_with(question, value) is None:
            assert (score(question, value).points or 0) <= question.points
        fits(public.public(question), value)


# ---- What leaves, and what is shown --------------------------------------------


def _fields(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {name for inner in data.values() for name in _fields(inner)}
    return {name for inner in data for name in _fields(inner)} if isinstance(data, list) else set()


def test_nothing_of_the_key_leaves() -> None:
    shown = [public.public(question) for question in BANK.questions]
    assert not _fields(shown) & KEY_FIELDS
    assert "SECRET" not in json.dumps(shown)
    assert "SECRET" not in "".join(map(still.html, shown))


def test_lists_stand_by_alphabet_and_numbers_by_size() -> None:
    match = public.public(BANK.question("match-capitals"))
    assert [one["text"] for one in match["choices"]] == ["Bonn", "Madrid", "Paris", "Rome"]
    grass = public.public(BANK.question("fill-colours"))["gaps"][1]
    assert [one["text"] for one in grass["options"]] == ["2", "10", "green"]


def test_the_order_of_choices_in_the_bank_never_shows(tmp_path: Path) -> None:
    text = PATH.read_text(encoding="utf-8")
    rome = "      - {id: rome, text: Rome}\n"
    other = tmp_path / PATH.name
    paris = "      - {id: paris, text: Paris}\n"
    other.write_text(text.replace(rome, "").replace(paris, paris + rome), encoding="utf-8")
    assert [public.public(one) for one in bank.load(other).questions] == [
        public.public(one) for one in BANK.questions
    ]


def test_a_still_picture_shows_all_that_can_be_chosen() -> None:
    html = {one.id: still.html(public.public(one)) for one in BANK.questions}
    for word in ("Spain", "<em>France</em>", "Bonn", "Rome"):
        assert word in html["match-capitals"]
    assert "<strong>(1) …</strong>" in html["fill-colours"]
    assert "Gap 2" in html["fill-colours"]
    assert "{{" not in html["fill-colours"]
    assert "Left thigh" in html["label-thighs"]


def test_a_preview_shows_the_text_with_its_gaps() -> None:
    told = preview.shown([BANK], "fill-colours", "open", "ada")
    assert "The sky is **(1) …**" in told
    assert "+ Gap 2: green: SECRET-green-reason" in told


def test_feedback_says_what_was_chosen_and_what_is_right() -> None:
    question = BANK.question("match-capitals")
    value = {"spain": "madrid", "france": "bonn"}
    html = question_html(question, value, score(question, value))
    given, right = html.split("Right would be")
    for text in ("Spain: Madrid", "SECRET-spain-reason", "Bonn", "SECRET-bonn-reason"):
        assert text in given
    for text in ("Paris", "SECRET-france-reason", "Italy: Rome", "SECRET-italy-reason"):
        assert text in right
        assert text not in given


def test_feedback_shows_shares_and_groups() -> None:
    share = BANK.question("share-one")
    html = question_html(share, "sea", score(share, "sea"))
    assert "50% of the points" in html
    assert 'class="rm-half"' in html
    groups = BANK.question("sort-groups")
    value = RIGHT_ANSWERS["sort-groups"]
    html = question_html(groups, value, score(groups, value))
    assert "Lines 2 to 3 may stand in any order." in html
    assert html.index("SECRET-dress-reason") < html.index("SECRET-wash-reason")


def test_a_checkpoint_tells_of_what_was_chosen_first_and_the_rest_later() -> None:
    question = BANK.question("match-capitals")
    value = {"spain": "rome"}
    first, second = (checked(question, value, tries) for tries in (1, 2))
    assert first["verdict"] == "wrong"
    assert first["more"]
    assert [one["reason"] for one in first["given"]] == ["This belongs to another line."]
    assert first["answer"] == []
    assert next(one["text"] for one in second["answer"]) == "Spain: Madrid"
    right = checked(BANK.question("sort-groups"), RIGHT_ANSWERS["sort-groups"], 1)
    assert right["note"] == "Lines 2 to 3 may stand in any order."
    assert [one["reason"] for one in right["given"]][1] == "SECRET-dress-reason"
    assert checked(BANK.question("share-one"), "sea", 1)["given"][0]["half"]


def test_a_report_counts_each_choice_of_each_row() -> None:
    question = BANK.question("match-capitals")
    kinds = choices(question)
    assert len(kinds) == 3 * 4
    assert sum(one.correct for one in kinds) == 3
    assert chosen(question, {"spain": "madrid", "italy": "bonn"}) == {"spain:answer", "italy:bonn"}
    labels = BANK.question("label-thighs")
    assert chosen(labels, {"the-left": "head"}) == {"the-left:other"}
    groups = BANK.question("sort-groups")
    assert chosen(groups, ["dress", "wake", "wash", "leave"]) == {"dress-before-wake"}


# ---- What a bank may say ---------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("answer: madrid", "answer: lisbon", "'lisbon', which is none of `choices`: bonn,"),
        ("id: spain, text: Spain, answer: madrid", "id: madrid, text: Spain, answer: madrid",
         "have the same id"),
        ("text: Bonn, reason: SECRET-bonn-reason", "text: Bonn", "'bonn' belongs to no row"),
        ("text: Bonn,", "text: Rome.,", "Two choices read the same"),
        ("id: italy, text", "id: france, text", "'france' stands twice"),
        ("text: Spain,", "text: 'Spain **',", ""),
        ("is {{grass}}", "is {{gras}}", "`text` must hold {{grass}} once"),
        ("is {{grass}}", "is {{grass}}{{hay}}", "{{hay}}, and `gaps` has none"),
        ("blue, correct: true", "blue", "0 options of the gap 'sky' are right"),
        ("The sky is {{sky}}, and **grass** is {{grass}}", "{{grass}} {{sky}}", "another order"),
        ("regions: [quads-left]", "regions: [elbow]", "'elbow' is not in data/body_regions.csv"),
        ("regions: [quads-left]", "regions: [calves-soleus-left]", "is on the back"),
        ("regions: [quads-left]", "regions: [quads-right]", "'quads-right' stands twice"),
        ("id: the-left", "id: quads-left", "has the id of its place"),
        ("credit: 0.5,", "credit: 1,", "more than 0 and less than 1"),
        ("text: The sky's,", "text: The sky's, credit: 1,", "Take its `credit` out"),
        ("credit: 0.75, ", "", "Some options have a `credit` and others not: two"),
        ("credit: 0.75", "credit: 0.5", "adds up to 0.75"),
        ("credit: -0.5", "credit: -0.2", "Ticking everything would earn 30%"),
        ("credit: -0.5", "credit: 0", "write less than 0"),
        ("[[wash, dress]]", "[[wash, sleep]]", "'sleep', which is no item"),
        ("[[wash, dress]]", "[[wash, leave]]", "do not follow each other"),
        ("[[wash, dress]]", "[[wake, wash, dress, leave]]", "no order to find"),
        ("[[wash, dress]]", "[[wash, dress], [dress, leave]]", "names 'dress' twice"),
        ("id: leave, text", "id: a, text", ""),
    ],
)  # fmt: skip
def test_what_a_bank_may_not_say(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / PATH.name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = "\n".join(map(str, problems([bank.load(path)], KNOWN)))
    assert sentence in told
    assert bool(told) == bool(sentence)


def test_rows_that_line_up_with_the_alphabet_are_refused(tmp_path: Path) -> None:
    path = tmp_path / PATH.name
    text = PATH.read_text(encoding="utf-8").replace("text: Bonn", "text: Vienna")
    path.write_text(text, encoding="utf-8")
    (told,) = problems([bank.load(path)], KNOWN)
    assert "line up with the rows" in told.sentence


def test_ids_that_line_up_with_the_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / PATH.name
    text = PATH.read_text(encoding="utf-8")
    for old, new in zip(("madrid", "paris", "rome", "bonn"), "abcd", strict=True):
        text = text.replace(f"id: {old}", f"id: {new}").replace(f"answer: {old}", f"answer: {new}")
    path.write_text(text, encoding="utf-8")
    (told,) = problems([bank.load(path)], KNOWN)
    assert "choice ids in alphabetical order" in told.sentence


@pytest.mark.parametrize("kind", ["match", "gaps", "labels"])
def test_a_pattern_lacks_nothing_but_its_words(tmp_path: Path, kind: str) -> None:
    path = tmp_path / PATH.name
    block = patterns.pattern("new-one", "none", kind).replace(
        "    slot: none\n", "    objective: sample-map\n    level: recall\n    points: 1\n"
    )
    head = "quiz: 91-kinds\ntitle: A\nlesson: 91-kinds\nquestions:\n"
    path.write_text(head + block, encoding="utf-8")
    told = [one.sentence for one in problems([bank.load(path)], KNOWN)]
    assert any("TODO" in one for one in told)
    assert not [one for one in told if "`text` must" in one or "line up" in one or "id" in one[:6]]


def test_places_of_both_sides_are_told_as_one() -> None:
    row = replace(rows_of(BANK.question("label-thighs"))[0], right=("quads-left", "quads-right"))  # type: ignore[arg-type]
    assert row.with_answer() == "Left thigh: Front of the thigh (quadriceps)"
    assert row.with_choice("quads-left").endswith(", left")
