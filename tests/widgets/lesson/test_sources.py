"""References and glossary hold what the tables name."""

from __future__ import annotations

import pytest

from pages import Words, words
from running_muscles.tables import claims, lessons, muscles, norms, protocols, references
from running_muscles.widgets.lesson.sources import Glossary, References, anchor, citations
from running_muscles.widgets.lesson.terms import TERMS


@pytest.mark.parametrize("lesson", lessons())
def test_every_citation_of_a_lesson_is_listed_once(lesson):
    page = References(lesson)
    seen = words(page)
    tests = {row.test for row in protocols().values() if row.lesson == lesson}
    keys = {key for row in claims().values() if row.lesson == lesson for key in row.citations}
    keys |= {row.source_key for row in norms() if row.test in tests}
    for key in keys:
        assert seen.count(references()[key].text) == 1
        assert references()[key].url in page.html
    listed = [row for row in references().values() if row.text in seen]
    assert page.html.count("<li>") == len(listed)


def test_source_that_was_not_fully_seen_says_so():
    page = References("03-core")
    assert references()["chase2014"].missing == "title"
    for seen in (words(page), page.text):
        assert "What we could not see of this source: title." in seen


def test_unknown_lesson_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match=r'no lesson "13".*00-start-here'):
        References("13")


def test_glossary_explains_muscles_tests_and_terms_in_order():
    page = Glossary()
    seen = words(page)
    for row in muscles().values():
        assert row.running_role in seen
    for row in protocols().values():
        assert row.what_it_tells in seen
    for term, meaning in TERMS.items():
        assert f'<dt id="{anchor(term)}">' in page.html
        assert meaning in seen
    ids = Words(page.html).ids
    assert len(ids) == len(set(ids))
    assert ids.index("term-abduction") < ids.index("term-late-swing") < ids.index("term-swing")


def test_a_lesson_with_the_running_leg_names_its_stride_and_its_skeleton():
    with_leg, without = (set(citations(lesson)) for lesson in ("07-hamstrings", "03-core"))
    assert {"fukuchi2017", "rajagopal2016"} <= with_leg
    assert {"fukuchi2017", "rajagopal2016"}.isdisjoint(without)
