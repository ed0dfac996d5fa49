"""Claim checks say what the table says, and keep what a learner thought first."""

from __future__ import annotations

import re

import pytest

from running_muscles.measure.store import Store
from running_muscles.tables import claims, lessons, references
from running_muscles.widgets.lesson.claims import SAYINGS, VERDICTS, ClaimCheck


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def say(panel, rev, **body):
    told = []
    panel.front.send = told.append
    claim = panel.front.claims[0]["id"]
    said = {"claim": claim, "saying": "holds", "sure": "sure", **body}
    entry = {"kind": "claim", "id": f"claim:{claim}", "rev": rev, "body": said}
    panel.front._handle_custom_msg(entry, [])
    return told[-1]


@pytest.mark.parametrize("lesson", lessons())
def test_every_claim_of_a_lesson_is_there_with_its_verdict_and_sources(lesson, store):
    panel = ClaimCheck(lesson, store)
    still = re.sub(r"\s+", " ", panel._still())
    rows = [row for row in claims().values() if row.lesson == lesson]
    assert [told["id"] for told in panel.front.claims] == [row.claim for row in rows]
    assert still.count("Show the verdict") == len(rows)
    for row, told in zip(rows, panel.front.claims, strict=True):
        assert (told["text"], told["evidence"]) == (row.text, row.evidence)
        assert told["word"].lower() == row.verdict
        assert told["saying"] in SAYINGS
        assert [one["url"] for one in told["sources"]] == [
            references()[key].url for key in row.citations if key in references()
        ]
        assert all(f'href="{one["url"]}"' in still for one in told["sources"] if one["url"])


def test_every_verdict_of_the_table_has_a_sign_and_a_word():
    assert {row.verdict for row in claims().values()} <= VERDICTS.keys()
    signs, names, *_ = zip(*VERDICTS.values(), strict=True)
    assert len(set(signs)) == len(set(names)) == len(VERDICTS)


def test_what_was_said_first_comes_back(store):
    panel = ClaimCheck("03-core", store)
    assert panel.front.kept == {}
    assert say(panel, 4)["kind"] == "stored"
    assert say(panel, 2, saying="fails")["kind"] == "stored"
    again = ClaimCheck("03-core", store)
    assert again.front.kept == {again.front.claims[0]["id"]: {"saying": "holds", "sure": "sure"}}


@pytest.mark.parametrize("body", [{"claim": "none-such"}, {"saying": "perhaps"}, {"sure": 3}])
def test_what_is_no_opinion_is_refused_for_good(store, body):
    told = say(ClaimCheck("03-core", store), 1, **body)
    assert (told["kind"], told["for_good"]) == ("refused", True)
    assert store.setting("claims") is None


def test_a_wrong_lesson_is_answered_with_the_right_ones(store):
    with pytest.raises(ValueError, match='no lesson "03-cor"'):
        ClaimCheck("03-cor", store)
