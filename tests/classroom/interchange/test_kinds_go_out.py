"""Matching, gaps, labels, shares and groups in other systems' files, and what these do not hold."""

from __future__ import annotations

import io
import zipfile
from itertools import permutations
from pathlib import Path

import pytest
import yaml
from lxml import etree

from classroom.interchange.qti_player import Item21, score12
from quiz import made_up
from running_muscles.classroom.interchange import (
    from_bank,
    gift,
    gift_reader,
    lacking,
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
        moodle_xml: set(),
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
    lacks = " ".join(lacking.missing(match, joined))
    assert "pair 1 has no reason." in lacks
    assert "choice a, which belongs to no row, has no reason." in lacks


def gaps_of(text: str, words: str) -> bytes:
    """A Moodle question with missing words; a word is written `group:text`."""
    options = "".join(
        f"<selectoption><text>{word.split(':')[1]}</text><group>{word.split(':')[0]}</group>"
        "</selectoption>"
        for word in words.split()
    )
    return (
        "<quiz><question type='gapselect'><name><text>g</text></name><questiontext format='html'>"
        f"<text><![CDATA[{text}]]></text></questiontext>{options}</question></quiz>"
    ).encode()


def test_two_gaps_may_share_a_list() -> None:
    read = moodle_xml_reader.read(
        gaps_of("<p>Fill.</p><p>[[2]] and [[1]].</p>", "1:a 1:b 2:c"), "f"
    )
    (question,) = read.questions
    assert (question.stem, question.text) == ("Fill.", "{{gap-1}} and {{gap-2}}.")
    keys = [[(one.text, one.correct) for one in gap.options] for gap in question.gaps]
    assert keys == [[("a", False), ("b", True)], [("a", True), ("b", False)]]


@pytest.mark.parametrize("text", ["no gap", "[[0]]", "[[4]]", "[[x]]"])
def test_gaps_that_fit_no_word_are_named(text: str) -> None:
    read = moodle_xml_reader.read(gaps_of(text, "1:a 1:b 2:c"), "f")
    assert read.questions == ()
    assert [one.what for one in read.lost] == [WHOLE]


def test_markers_on_another_picture_are_named() -> None:
    content = moodle_xml.write(BUNDLE).content
    other = moodle_xml_reader.read(content.replace(b"body-", b"hand-"), "f")
    assert {one.question for one in other.lost if one.what == WHOLE} >= {"label-thighs"}
    moved = content.replace(b"<coords>", b"<coords>1,")
    torn = moodle_xml_reader.read(moved, "f")
    assert {one.question for one in torn.lost if one.what == WHOLE} >= {"label-thighs"}


def test_what_is_told_elsewhere_is_read_as_it_is_written() -> None:
    root = etree.fromstring(moodle_xml.write(BUNDLE).content)
    told = root.find("question[@type='ddmarker']/incorrectfeedback")
    told.set("format", "plain_text")
    told.find("text").text = "Not <b> there"
    read = moodle_xml_reader.read(etree.tostring(root), "f")
    (labels,) = (one for one in read.questions if one.id == "label-thighs")
    assert "<b>" in labels.elsewhere


def test_gaps_and_labels_become_yaml_that_the_bank_reads(tmp_path: Path) -> None:
    read = moodle_xml_reader.read(moodle_xml.write(BUNDLE).content, "f")
    back = [one for one in read.questions if one.id in ("fill-colours", "label-thighs")]
    text = "".join(to_bank.block(one, BANK) for one in back)
    lacks = {sentence for one in back for sentence in lacking.missing(one, BANK)}
    assert all(one.startswith("it names no slot") for one in lacks), lacks
    questions = {one["id"]: one for one in yaml.safe_load(text)}
    assert [len(gap["options"]) for gap in questions["fill-colours"]["gaps"]] == [2, 3]
    assert {len(one["regions"]) for one in questions["label-thighs"]["labels"]} <= {1, 2}
