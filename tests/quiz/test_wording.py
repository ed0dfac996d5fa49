"""Texts of a bank: there to be seen, and different where a learner has to choose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.test_bank import changed, told
from running_muscles.quiz.wording import alike, is_blank

INVISIBLE = (" ", "\u00a0", "\u200b", "\u2060", "\ufeff", "\u3000", "\u00ad", "\t")


@pytest.mark.parametrize("text", ["", *INVISIBLE])
def test_nothing_to_be_seen_is_blank(text):
    assert is_blank(text)
    assert not is_blank(f"{text}?{text}")


@pytest.mark.parametrize(
    ("old", "what"),
    [
        ("stem: Which colour is red?", "pick-red: `stem` is blank"),
        ("text: Rust", "pick-red: The text of choice 1 is blank"),
        ("reason: SECRET-milk-reason", "pick-red: The reason of choice 3 is blank"),
        ("elsewhere: SECRET-elsewhere-reason", "point-quads: `elsewhere` is blank"),
        ("model_answer: SECRET-model-fields.", "write-how: `model_answer` is blank"),
        ("criterion: Names fields", "write-how: A criterion of the rubric is blank"),
        ("text: Venus", "sort-planets: The text of choice 2 is blank"),
        ("title: Sample <quiz> & more", "`title` is blank"),
    ],
)
@pytest.mark.parametrize("nothing", ["   ", "\u00a0", "\u200b\u200b"])
def test_a_blank_text_is_named(tmp_path, old, what, nothing):
    key = old.split(":")[0]
    assert what in told(changed(tmp_path, (old, f'{key}: "{nothing}"')))


@pytest.mark.parametrize(
    "twin",
    ["Rust", "rust", " RUST ", "R\u200bust", "**Rust**", "_Rust_", "`Rust`", "**_rust_**", "Rust.", "Ｒust"],  # noqa: E501, RUF001
)  # fmt: skip
def test_choices_that_look_the_same_are_named(tmp_path, twin):
    assert "pick-red: Two choices read the same: 'Rust' and" in told(
        changed(tmp_path, ("text: Milk", f'text: "{twin}"'))
    )
    assert "sort-sizes: Two choices read the same" in told(
        changed(tmp_path, ("text: Dog", 'text: "mouse"'))
    )


@pytest.mark.parametrize(
    ("one", "other"), [("2*3", "23"), ("front_plank", "frontplank"), ("a", "b"), ("1", "-1")]
)
def test_choices_that_differ_are_left_alone(one, other):
    assert alike(one) != alike(other)


@given(st.text(max_size=30))
def test_what_is_alike_stays_alike(text):
    assert alike(alike(text)) == alike(text)
    assert alike(f" {text.upper().lower()} ") == alike(text.upper().lower())


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        ("{m: 1, 'm ': 1000}", "The unit 'm ' has spaces around it."),
        ("{m: 1, 'k m': 1000, km: 1000}", "The units 'k m' and 'km' look the same."),
        ("{m: 1, \"k\\u00a0m\": 1000, km: 1000}", "look the same. Keep one."),
        ("{m: 1, \"\\u200b\": 1000}", "has spaces around it"),
    ],
)  # fmt: skip
def test_units_that_look_the_same_are_named(tmp_path, units, sentence):
    assert sentence in told(changed(tmp_path, ("units: {m: 1, km: 1000}", f"units: {units}")))


def test_a_share_may_have_no_unit_beside_percent(tmp_path):
    path = changed(
        tmp_path,
        ("answer: {value: 1609.344, tolerance: 5, unit: m}", "answer: {value: 0.5, tolerance: 0, unit: ''}"),  # noqa: E501
        ("units: {m: 1, km: 1000}", "units: {'': 1, '%': 0.01}"),
        ("value: 1852, tolerance: 5", "value: 50, tolerance: 0"),
    )  # fmt: skip
    assert told(path) == ""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("stem: Which colour is red?", 'stem: "Which <b>colour</b>?"',
         "pick-red: `stem` holds raw HTML (<b>), which learners would see as its signs."),
        ("stem: Which colour is red?", 'stem: "![map](map.png) Which?"', "`stem` holds a picture"),
        ("text: Milk", 'text: "Milk &amp; more"', "The text of choice 3 holds an HTML entity"),
        ("text: Milk", 'text: "Milk\\n\\nand more"', "choice 3 holds a second paragraph"),
        ("reason: SECRET-milk-reason", 'reason: "See [there](#there)."',
         "The reason of choice 3 holds a link that is not a whole https address"),
        ("model_answer: SECRET-model-fields.", 'model_answer: "~~old~~ fields"',
         "write-how: `model_answer` holds crossed out text"),
    ],
)  # fmt: skip
def test_what_the_grammar_does_not_know_is_named(tmp_path, old, new, sentence):
    assert sentence in told(changed(tmp_path, (old, new)))


@pytest.mark.parametrize(
    "text", ["**2** or *3*", "`x`", "$x^2$", "- one\\n- two", "1. one\\n2. two"]
)
def test_what_the_grammar_knows_is_sound(tmp_path, text):
    assert told(changed(tmp_path, ("stem: Which colour is red?", f'stem: "{text}"'))) == ""
