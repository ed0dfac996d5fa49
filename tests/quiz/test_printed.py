"""A quiz on paper: everybody's own draw, numbered as on the screen, and no key on a sheet."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from project import keys
from running_muscles.quiz import joined, public
from running_muscles.quiz.draw import seed
from running_muscles.quiz.printed import key_sheet, places, sheet
from running_muscles.quiz.printed.sheet import Sitter
from running_muscles.quiz.public import PublicQuiz
from running_muscles.quiz.questions import Question
from running_muscles.quiz.variants import as_asked
from running_muscles.tables import body_outlines

ASSESSMENTS = Path(__file__).parents[2] / "assessments"
QUIZZES = sorted(path.name for path in (ASSESSMENTS / "source").iterdir())
SITTERS = [Sitter("ada", "Ada Lovelace"), Sitter("bob"), Sitter("cem", "Cem <Öz>", 75)]


def released(quiz: str) -> PublicQuiz:
    return public.load(ASSESSMENTS / "source" / quiz / "questions.json")


def keyed(quiz: PublicQuiz, student: str) -> dict[str, Question]:
    bank = joined.load(ASSESSMENTS / "bank", quiz.quiz)
    return {
        slot: as_asked(
            bank.question(entry["id"]), seed(quiz.edition, quiz.quiz, student, entry["id"])
        )
        for slot, entry in quiz.asked(student).items()
    }


def key_page(quiz: PublicQuiz, sitters: list[Sitter]) -> str:
    return key_sheet.page(quiz, sitters, lambda student: keyed(quiz, student), "a4")


@pytest.mark.parametrize("name", QUIZZES)
def test_a_sheet_holds_no_key_and_the_key_sheet_does(name: str) -> None:
    quiz = released(name)
    page = sheet.page(quiz, SITTERS, "a4")
    assert not keys.answers_in(f"{name}.html", page.encode())
    assert keys.answers_in(f"{name}-keys.html", key_page(quiz, SITTERS[:1]).encode())


def test_every_student_has_the_own_questions_and_numbers() -> None:
    quiz = released("08-calves")
    page = sheet.page(quiz, SITTERS, "a4")
    parts = page.split('<table class="rm-sheet"')[1:]
    assert len(parts) == len(SITTERS)
    for sitter, part in zip(SITTERS, parts, strict=True):
        stems = [sheet.block(entry["stem"]) for entry in quiz.asked(sitter.student_id).values()]
        assert [stem for stem in stems if stem not in part] == []
        assert part.count("<article") == len(stems)
        assert "{" not in "".join(stems)
    assert "<b>Ada Lovelace <small>ada</small></b>" in parts[0]
    assert "<b>bob</b>" in parts[1]
    assert "<b>Cem &lt;Öz&gt; <small>cem</small></b>" in parts[2]
    assert "You have 75 minutes." in parts[2]
    assert "minutes." not in parts[1]


def test_the_keys_name_the_numbers_of_the_sheet() -> None:
    quiz = released("03-core")
    page = sheet.page(quiz, SITTERS[:1], "a4")
    told = key_page(quiz, SITTERS[:1])
    rows = re.findall(r"<tr><td>(\d+)</td><td>[^<]*</td><td>(.*?)</td>", told, re.DOTALL)
    articles = re.findall(r"<article.*?</article>", page, re.DOTALL)
    assert [number for number, _ in rows] == [str(n) for n in range(1, len(articles) + 1)]
    found = 0
    for (_, answer), article in zip(rows, articles, strict=True):
        for number, text in re.findall(r"<b>(\d+)\.</b> (.*?)(?=<br>|$)", answer):
            assert f'<span>{number}.</span><span dir="auto">{text}</span>' in article
            found += 1
    assert found >= 5


def test_an_order_is_keyed_by_the_boxes_from_the_top() -> None:
    for name in QUIZZES:
        quiz = released(name)
        for slot, question in keyed(quiz, "bob").items():
            if question.type != "order":
                continue
            entry = sheet.asked(quiz, "bob")[slot]
            boxes = re.search(
                r"The boxes from the top: <b>([\d, ]+)</b>", key_page(quiz, [SITTERS[1]])
            )
            assert boxes
            placed = dict(zip(map(int, boxes[1].split(", ")), entry["items"], strict=True))
            right = [item.id for item in question.items]  # type: ignore[attr-defined]
            assert [placed[n]["id"] for n in sorted(placed)] == right
            return
    pytest.fail("Nobody is asked for an order.")


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_map_numbers_every_place_once_and_legibly(view: str) -> None:
    drawn = places.drawing(view)
    regions = body_outlines()[view]["regions"]
    numbers = places.numbers(view)
    assert set(numbers) == set(regions)
    assert sorted(numbers.values()) == list(range(1, len(regions) + 1))
    labels = re.findall(r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>(\d+)<', drawn)
    assert [int(number) for *_, number in labels] == sorted(numbers.values())
    for side in {x for x, *_ in labels}:
        heights = [float(y) for x, y, _ in labels if x == side]
        assert min(low - high for high, low in pairwise(heights)) > 2.5
    heard = unescape(drawn)
    assert f"{numbers[next(iter(regions))]}: {places.place_name(next(iter(regions)))}" in heard
    # The muscle's name would be the answer.
    assert "(" not in heard.split("<ol")[1]


def test_a_line_ends_inside_its_place() -> None:
    polygon = [(0.0, 0.0), (9.0, 0.0), (9.0, 2.0), (2.0, 2.0), (2.0, 9.0), (0.0, 9.0)]
    x, y = places._middle([polygon, [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]])
    assert x < 2 or y < 2  # the middle of its corners lies outside
    assert places._holds(polygon, (x, y))


def test_paper_is_a4_or_letter_and_nothing_is_fetched() -> None:
    quiz = released("02-glutes")
    assert "size: A4;" in sheet.page(quiz, SITTERS, "a4")
    page = sheet.page(quiz, SITTERS, "letter")
    assert "size: letter;" in page
    assert not re.findall(r"<script|<link|<img|src=|url\(", page)
