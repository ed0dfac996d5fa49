"""What a learner reads about one question. Renew the golden file: RENEW_GOLDEN=1."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from running_muscles.quiz import bank, feedback
from running_muscles.quiz.questions import Hotspot, Region
from running_muscles.quiz.scoring import score

HERE = Path(__file__).parent
SAMPLE = bank.load(HERE / "banks" / "90-sample.yaml")
GOLDEN = HERE / "golden" / "feedback.html"
CASES: list[tuple[str, Any]] = [
    ("pick-red", "blood"),
    ("pick-red", "rust"),
    ("pick-red", None),
    ("tick-even", ["two", "four"]),
    ("tick-even", ["two", "five"]),
    ("tick-even", None),
    ("give-seconds", {"number": 60, "unit": "min"}),
    ("give-seconds", {"number": 60, "unit": "s"}),
    ("give-seconds", {"number": 5, "unit": "s"}),
    ("sort-planets", ["mercury", "venus", "earth", "mars"]),
    ("sort-planets", ["venus", "mercury", "earth", "mars"]),
    ("sort-planets", None),
    ("point-quads", "quads-left"),
    ("point-quads", "quads-right"),
    ("point-quads", "head"),
]


def shown(name: str, value: Any) -> str:
    question = SAMPLE.question(name)
    return feedback.question_html(question, value, score(question, value))


def all_of_it() -> str:
    sections = [f"<!-- {name}: {value} -->\n{shown(name, value)}" for name, value in CASES]
    question = SAMPLE.question("write-how")
    sections += [feedback.marking_html(question, text) for text in (None, "A word. " * 31)]  # type: ignore[arg-type]
    sections += [feedback.answer_html("a < b\n\n*c*"), feedback.notes_html(["A <b> note."])]
    return re.sub(r"(?=<(h4|li|p|ul|ol|section)\b)", "\n", "\n".join(sections)) + "\n"


def test_the_page_says_what_the_golden_file_says() -> None:
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.write_text(all_of_it(), encoding="utf-8")
    assert all_of_it() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "value"), CASES)
def test_reasons_of_wrong_options_that_were_not_chosen_are_not_told(name: str, value: Any) -> None:
    question = SAMPLE.question(name)
    told = shown(name, value)
    chosen = {value} if isinstance(value, str) else set(value or ())
    for option in getattr(question, "options", ()):
        assert (option.reason in told) == (option.correct or option.id in chosen)


def test_places_that_share_a_reason_share_a_line() -> None:
    hotspot = SAMPLE.question("point-quads")
    assert isinstance(hotspot, Hotspot)
    sides = [Region(f"quads-{side}", True, "Both thighs.") for side in ("left", "right")]
    question = replace(hotspot, regions=(*sides, Region("head", True, "This as well.")))
    told = feedback.question_html(question, "knee-left", score(question, "knee-left"))
    names = "Front of the thigh (quadriceps), left; Front of the thigh (quadriceps), right"
    assert f'{names}<div class="rm-reason">Both thighs.</div>' in told
    assert told.count("Both thighs.") == 1
    assert 'Head<div class="rm-reason">This as well.</div>' in told
    assert "Knee, left" in told


def test_a_place_that_no_map_has_is_shown_by_its_id() -> None:
    assert "third arm" in shown("point-quads", "third-arm")


def test_markdown_of_the_bank_is_shown_and_its_html_is_not() -> None:
    assert feedback.inline("**so** & <b>") == "<strong>so</strong> &amp; &lt;b&gt;"
    assert feedback.inline("[x](javascript:alert(1))").count("javascript") == 0
    assert feedback.block("a\n\nb") == "<p>a</p>\n<p>b</p>"


@pytest.mark.parametrize("text", ["</pre><script>", "$x$", "a\n\n# b", "`c`", "[d](e)", "<!--"])
def test_an_answer_is_one_line_without_markup(text: str) -> None:
    (inner,) = re.findall(r"^<pre [^>]*>([^<\n]*)</pre>$", feedback.answer_html(text))
    assert not re.search(r"[$`*\\\[<>]", inner)
