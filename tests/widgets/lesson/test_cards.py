"""Exercise cards say what the tables say, and can be read without a script."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pages import Words, words
from running_muscles.measure.limits import limits_of
from running_muscles.measure.muscle_groups import GROUP_NAMES
from running_muscles.tables import exercises, lessons, muscles, references
from running_muscles.widgets.lesson.cards import Exercises, dose


@pytest.mark.parametrize("lesson", lessons())
def test_every_exercise_of_a_lesson_has_a_card(lesson):
    page = Exercises(lesson)
    seen = words(page)
    rows = [row for row in exercises().values() if row.lesson == lesson]
    assert page.html.count("<details>") == len(rows)
    for row in rows:
        for part in (row.name, dose(row), *row.steps, row.cautions):
            assert part in seen
        for other in (*row.easier, *row.harder):
            assert exercises()[other].name in seen
        for step in row.steps:
            assert step in repr(page)


@pytest.mark.parametrize("lesson", lessons())
def test_the_figure_comes_first_and_latin_and_steps_are_folded(lesson):
    page = Exercises(lesson)
    cards = page.html.split('<div class="rm-card rm-exercise">')[1:]
    rows = [row for row in exercises().values() if row.lesson == lesson]
    for shown, row in zip(cards, rows, strict=True):
        front, folded = shown.split("<details>")
        assert front.index("rm-figure") < front.index("rm-title")
        front, folded = (unescape(re.sub(r"<[^>]*>", "", part)) for part in (front, folded))
        assert dose(row) in front
        assert row.cautions in front
        for limit in limits_of(row.movement):
            assert limit.limit.lower() in front.lower()
            assert limit.instead in folded
        names = {muscles()[muscle].name for muscle in row.primary}
        for name in names - {*GROUP_NAMES.values()}:
            assert name in folded
            assert name not in front


def test_a_dose_says_whose_it_is():
    ours = [row.exercise for row in exercises().values() if row.dose_basis == "ours"]
    theirs = [row for row in exercises().values() if row.dose_basis == "source"]
    assert words(Exercises(None, *ours)).count("our own careful start") == len(ours)
    seen = words(Exercises(None, *(row.exercise for row in theirs)))
    assert "our own careful start" not in seen
    for row in theirs:
        assert f"as in {references()[row.source_key[0]].short}" in seen


def test_dose_in_words():
    kick = exercises()["donkey_kick"]
    assert dose(kick) == "2 to 3 sets of 8 to 12 repetitions a side"
    pull = exercises()["pull_supine"]
    assert dose(pull) == "1 set of 10 repetitions a side"
    walk = exercises()["brisk_walk"]
    assert dose(walk) == "1 set of 10 to 30 minutes"


def test_muscles_are_marked_on_the_body_and_named():
    page = Exercises(None, "front_plank")
    assert page.html.count('class="rm-primary"') == 4
    assert 'aria-label="Muscles on the body. Work most: Rectus abdominis' in page.html


def test_outputs_of_a_page_share_no_ids():
    pages = [Exercises("03-core"), Exercises("02-glutes"), Exercises(None, "front_plank")]
    ids = [name for page in pages for name in Words(page.html).ids]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Exercises("03-cor"), 'no lesson "03-cor"'),
        (lambda: Exercises(None, "plank"), 'no exercise "plank"'),
        (Exercises, "Name a lesson"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(make, says):
    with pytest.raises(ValueError, match=says):
        make()
