"""The little grammar of a bank's texts. The browser reads the same examples: markup.test.js."""

import html
import json
from pathlib import Path

import pytest

from running_muscles.quiz import bank, markup
from running_muscles.quiz.questions import Question

ROOT = Path(__file__).parents[2]
EXAMPLES = json.loads((Path(__file__).parent / "markup.json").read_text(encoding="utf-8"))
BANKS = sorted([*(ROOT / "assessments/bank").glob("*.yaml"), *(ROOT / "course").rglob("*.yaml")])


def same(shown: str) -> str:
    """Quotation marks need no escape in text."""
    return shown.replace("&quot;", '"').replace("&#x27;", "'")


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES["blocks"])
def test_a_text(text: str, wanted: str) -> None:
    assert same(markup.block(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES["lines"])
def test_a_line(text: str, wanted: str) -> None:
    assert same(markup.inline(text)) == wanted


def test_a_single_paragraph_flows_and_several_stay_paragraphs() -> None:
    assert markup.flow("so *it* is") == "so <em>it</em> is"
    assert markup.flow("a\n\nb") == "<p>a</p>\n<p>b</p>"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a <b>c</b>", "raw HTML (<b>)"),
        ("<!-- c -->", "raw HTML (<!--)"),
        ("a&nbsp;b", "an HTML entity (&nbsp;)"),
        ("![x](https://example.org/x.png)", "a picture (![x](https://example.org/x.png))"),
        ("[x](http://example.org)", "a link that is not a whole https address"),
        ("[x](page.html)", "a link that is not a whole https address"),
        ("[x]: https://example.org", "a link by reference"),
        ("# Heading", "a heading (# Heading)"),
        ("Heading\n===", "a heading"),
        ("a\n\n***\n\nb", "a rule across the page (***)"),
        ("a | b\n--|--\n1 | 2", "a table (--|--)"),
        ("```python\nprint(1)\n```", "a block of code (```python)"),
        ("> as he said", "a quotation (> as he said)"),
        ("- a\n  - b", "a list inside a list (- b)"),
        ("~~no~~", "crossed out text (~~no~~)"),
        ("one  \ntwo", "a forced line break"),
        ("one\\\ntwo", "a forced line break"),
        (r"\(x^2\)", "mathematics in other marks than $"),
        (r"$\begin{matrix}1\end{matrix}$", r"mathematics that is not drawn here (\begin)"),
        ("$x^2^3$", "mathematics that is not drawn here (^ twice after one sign)"),
        ("$\\frac{1}$", "mathematics that is not drawn here (a command that ends too early)"),
    ],
)
def test_what_is_shown_as_its_signs_is_named(text: str, named: str) -> None:
    (found,) = markup.unknown(text)
    assert found.startswith(named)


@pytest.mark.parametrize(
    "text",
    ["x < 5 and y > 3", "> 5 km", "`<b>` and `# x`", r"\<b\>", "R&D", "[1] and [2]", "- a\n- b",
     "5 ~ 6", "a -- b", "$a<b>c$", "C# 5", "<https://example.org>"],
)  # fmt: skip
def test_what_is_meant_as_it_stands_is_not_named(text: str) -> None:
    assert markup.unknown(text) == []


def test_a_line_knows_no_lists_and_no_second_paragraph() -> None:
    assert markup.unknown("a\n- b", one_line=True) == ["a list, in a text of one line"]
    assert markup.unknown("a\n\nb", one_line=True) == ["a second paragraph, in a text of one line"]
    assert markup.unknown("- 5", one_line=True) == []


def test_a_cut_never_opens_a_mark() -> None:
    assert markup.cut("one **two three** four", 12) == "one \u2026"
    assert markup.cut("one **two three** four", 18) == "one **two three** \u2026"
    assert markup.cut("short\nenough", 80) == "short enough"


def texts(question: Question) -> list[str]:
    parts = [*getattr(question, "options", ()), *getattr(question, "items", ())]
    return [question.stem, *(part.text for part in parts), *(part.reason for part in parts)]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_text_of_the_course_is_known_to_the_grammar(path: Path) -> None:
    for question in bank.load(path, against_schema=False).questions:
        for text in texts(question):
            assert markup.unknown(text) == [], question.id
            assert html.unescape(markup.block(text)) != ""


@pytest.mark.parametrize(("text", "words"), EXAMPLES["words"])
def test_words_are_counted_as_the_answer_box_counts_them(text: str, words: int) -> None:
    assert markup.count_words(text) == words
