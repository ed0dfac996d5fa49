"""Matching, gaps, labels, shares and groups in other systems' files, and what these do not hold."""

from __future__ import annotations

import io
import zipfile
from itertools import permutations
from pathlib import Path

import pytest
from lxml import etree

from classroom.interchange.qti_player import Item21, score12
from quiz import made_up
from running_muscles.classroom.interchange import (
    from_bank,
    gift,
    gift_reader,
    moodle_xml,
    moodle_xml_reader,
    qti12,
    qti21,
    to_bank,
)
from running_muscles.quiz import bank
from running_muscles.quiz.scoring import score

BANK = bank.load(Path(__file__).parents[2] / "quiz/banks/91-kinds.yaml")
BUNDLE = from_bank.whole(BANK)
WHOLE = "the whole question"


def lost(module) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for one in module.write(BUNDLE).lost:
        told.setdefault(one.question, set()).add(one.what)
    return told


def test_what_is_lost_is_told() -> None:
    gone = {
        way: {name for name, what in lost(way).items() if WHOLE in what}
        for way in (moodle_xml, gift, qti12, qti21)
    }
    assert gone == {
        moodle_xml: {"label-thighs"},
        gift: {"label-thighs", "fill-colours"},
        qti12: {"label-thighs", "fill-colours", "match-capitals"},
        qti21: {"label-thighs", "fill-colours", "match-capitals"},
    }
    for way in (moodle_xml, gift, qti12):
        assert "that some of its lines may stand in any order" in lost(way)["sort-groups"]
    assert "sort-groups" not in lost(qti21)


def test_moodle_gets_pairs_and_lists() -> None:
    root = etree.fromstring(moodle_xml.write(BUNDLE).content)
    match, gaps = (root.find(f"question[@type='{kind}']") for kind in ("matching", "gapselect"))
    pairs = [
        ("".join(etree.HTML(one.findtext("text")).itertext()) if one.findtext("text") else "",
         one.findtext("answer/text"))
        for one in match.findall("subquestion")
    ]  # fmt: skip
    assert pairs == [("Spain", "Madrid"), ("France", "Paris"), ("Italy", "Rome"), ("", "Bonn")]
    text = gaps.findtext("questiontext/text")
    assert "The sky is [[1]], and <strong>grass</strong> is [[3]]." in text
    options = [(one.findtext("text"), one.findtext("group")) for one in gaps.iter("selectoption")]
    assert (options[0], options[2]) == (("blue", "1"), ("green", "2"))
    assert len(options) == 5
    share = next(one for one in root if one.findtext("name/text") == "share-one")
    assert [one.get("fraction") for one in share.findall("answer")] == ["100", "50", "0"]


def test_gift_gets_pairs_and_shares() -> None:
    text = gift.write(BUNDLE).content.decode()
    for line in ("\t=Spain -> Madrid", "\t= -> Bonn", "\t=The sky", "\t~%50%The sea",
                 "\t~%75%Two", "\t~%-50%Five"):  # fmt: skip
        assert line in text


def test_qti_gives_the_points_of_the_bank() -> None:
    answers = {
        "share-one": ["sky", "sea", "coal"],
        "share-several": [["two"], ["four"], ["two", "four"], ["two", "five"],
                          ["two", "four", "five", "seven"]],
        "sort-groups": list(map(list, permutations(["wake", "wash", "dress", "leave"]))),
    }  # fmt: skip
    files = zipfile.ZipFile(io.BytesIO(qti21.write(BUNDLE).content))
    for name, values in answers.items():
        item = Item21(files.read(f"items/{name}.xml"))
        for value in values:
            wanted = score(BANK.question(name), value).points
            assert item.play(RESPONSE=value)["SCORE"] == pytest.approx(wanted, abs=0.0051)
    files = zipfile.ZipFile(io.BytesIO(qti12.write(BUNDLE).content))
    root = etree.fromstring(files.read("91-kinds/91-kinds.xml"))
    items = {item.get("ident"): item for item in root.iter("{*}item")}
    for name in ("share-one", "share-several"):
        for value in answers[name]:
            wanted = score(BANK.question(name), value).points
            share, _ = score12(items[name], value)
            assert share * BANK.question(name).points == pytest.approx(wanted, abs=0.0051)


@pytest.mark.parametrize("way", [(moodle_xml, moodle_xml_reader), (gift, gift_reader)])
def test_pairs_and_shares_come_back(way) -> None:
    writer, reader = way
    found = {one.id: one for one in reader.read(writer.write(BUNDLE).content, "file").questions}
    match, ours = found["match-capitals"], BANK.question("match-capitals")
    texts = [{one.id: one.text for one in each.choices} for each in (match, ours)]
    pairs = [
        [(row.text, known[row.answer], row.reason) for row in each.rows]
        for each, known in zip((match, ours), texts, strict=True)
    ]
    assert pairs[0] == pairs[1]
    assert sorted(texts[0].values()) == sorted(texts[1].values())
    for name in ("share-one", "share-several"):
        shares = [
            [(one.text, one.correct, one.credit) for one in each.options]
            for each in (found[name], BANK.question(name))
        ]
        assert shares[0] == shares[1]


def test_pairs_become_yaml_that_says_what_they_lack(tmp_path: Path) -> None:
    text = "::q::Which?{\n=Spain -> Madrid\n=Italy -> Rome\n= -> Bonn\n}\n"
    (match,) = gift_reader.read(text.encode(), "file").questions
    joined = made_up.bank(slots=(made_up.slot("s"),))
    yaml_text = to_bank.block(match, joined)
    assert "answer: b" in yaml_text
    assert yaml_text.count("TODO why these two") == 2
    assert "TODO what is wrong with it" in yaml_text
    lacks = " ".join(to_bank.missing(match, joined))
    assert "pair 1 has no reason." in lacks
    assert "choice a, which belongs to no row, has no reason." in lacks
