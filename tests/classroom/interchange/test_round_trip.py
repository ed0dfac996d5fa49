"""Every question of the open bank goes out and comes back with all that the format can hold."""

import json
from collections import Counter
from dataclasses import replace

import pytest

from classroom.interchange.whole_bank import banks, bundles, held, key_of
from running_muscles.classroom.interchange import (
    from_bank,
    gift,
    gift_reader,
    jupyterquiz,
    moodle_xml,
    moodle_xml_reader,
    qti12,
    qti12_reader,
)
from running_muscles.classroom.interchange.carried import summed_up
from running_muscles.classroom.interchange.formats import FORMATS, read
from running_muscles.quiz.markup import block
from running_muscles.quiz.questions import Hotspot, Numeric, Order, Question, Single, Text
from running_muscles.quiz.variants import members

WAYS = {
    "moodle": (moodle_xml, moodle_xml_reader),
    "gift": (gift, gift_reader),
    "qti12": (qti12, qti12_reader),
}
QUESTIONS = [question for bundle in bundles() for question in bundle.questions]


def returned(way: str) -> dict[str, Question]:
    """Every question of the bank, there and back again."""
    writer, reader = WAYS[way]
    found: dict[str, Question] = {}
    for bundle in bundles():
        for question in reader.read(writer.write(bundle).content, bundle.name).questions:
            assert question.id not in found
            found[question.id] = question
    return found


@pytest.mark.parametrize("way", WAYS)
def test_every_question_comes_back(way: str) -> None:
    found = returned(way)
    assert list(found) == [question.id for question in held(way)]
    for question in held(way):
        back = found[question.id]
        assert block(back.stem) == block(question.stem)
        assert back.slot == question.slot
        if way == "gift" and isinstance(question, Hotspot):
            # Asked in words there, and said so.
            assert isinstance(back, Single)
            wanted = {block(one.reason) for one in question.regions if one.correct}
            assert {block(one.reason) for one in back.options if one.correct} == wanted
            continue
        assert back.type == question.type
        assert key_of(back) == key_of(question)
        if way != "gift":
            assert back.points == question.points
            assert back.sources == question.sources
            assert (back.objective, back.level) == (question.objective, question.level)
        if way == "moodle" and isinstance(question, Numeric):
            assert back.units == question.units
        if way != "gift" and isinstance(question, Text):
            assert back.max_words == question.max_words


def test_what_is_not_carried_is_said_of_each_question() -> None:
    kinds = Counter(question.type for question in QUESTIONS)
    units = sum(isinstance(one, Numeric) and len(one.units) > 1 for one in QUESTIONS)
    families = sum(
        isinstance(one, Numeric) and one.family is not None
        for bank in banks()
        for one in bank.questions
    )
    free = sum(isinstance(one, Order) and bool(one.any_order) for one in QUESTIONS)
    parts = kinds["order"] + kinds["hotspot"] + kinds["text"] + free
    gone = kinds["labels"] + kinds["gaps"]
    expected = {
        "moodle": parts + gone + kinds["match"],
        "gift": parts + units + 2 * len(banks()) + gone,
        "qti12": parts + kinds["numeric"] + units + gone + kinds["match"],
        "qti21": kinds["text"] + len(banks()) + gone + kinds["match"],
    }
    for way, one in FORMATS.items():
        lost = [loss for bundle in bundles() for loss in one.write(bundle).lost]
        assert len(lost) == len(set(lost)) + (2 if way == "gift" else way == "qti21") * (
            len(banks()) - 1
        )
        assert len(lost) == expected[way] + families, way
        assert all(", because " in str(loss) for loss in lost)
    assert all(one.mistakes for one in QUESTIONS if isinstance(one, Numeric))


def test_a_family_becomes_all_its_members() -> None:
    for bank in banks():
        for family in bank.questions:
            if isinstance(family, Numeric) and family.family:
                made = from_bank.variants(family)
                every = [member for _, member in members(family)][: from_bank.MOST_VARIANTS]
                assert [replace(one, id=family.id) for one in made] == every


def test_a_students_draw_has_one_question_of_each_slot() -> None:
    for bank in banks():
        drawn = from_bank.of_student(bank, "open", "ada")
        assert [one.slot for one in drawn.questions] == [slot.id for slot in bank.slots]
        assert "{" not in "".join(one.stem for one in drawn.questions)


@pytest.mark.parametrize("way", WAYS)
def test_which_format_a_file_has_is_seen(way: str) -> None:
    content = FORMATS[way].write(bundles()[3]).content
    assert read(content, "file")[0] == FORMATS[way].name


def test_the_same_questions_give_the_same_file() -> None:
    for one in FORMATS.values():
        assert one.write(bundles()[2]).content == one.write(bundles()[2]).content


def test_questions_that_lost_the_same_share_a_sentence() -> None:
    lost = FORMATS["moodle"].write(bundles()[1]).lost
    assert len(summed_up(lost)) < len(lost)


JUPYTERQUIZ = [
    {
        "question": "Which <b>two</b> extend the hip?",
        "type": "many_choice",
        "answers": [
            {"answer": "Gluteus maximus", "correct": True, "feedback": "Yes."},
            {"answer": "Hamstrings", "correct": True, "feedback": "Yes, too."},
            {"answer": "Quadriceps", "correct": False, "feedback": "They extend the knee."},
        ],
    },
    {
        "question": "How many?",
        "type": "numeric",
        "answers": [
            {"type": "value", "value": 4, "correct": True, "feedback": "Yes."},
            {"type": "range", "range": [6, 8], "correct": False, "feedback": "Too many."},
            {"type": "default", "feedback": "No."},
        ],
    },
    {"question": "Say it", "type": "string", "answers": []},
]


def test_jupyterquiz_is_read() -> None:
    kind, found = read(json.dumps(JUPYTERQUIZ).encode(), "quiz.json")
    assert kind == "jupyterquiz"
    several, numeric = found.questions
    assert several.stem == "Which **two** extend the hip?"
    assert [one.correct for one in several.options] == [True, True, False]  # type: ignore[attr-defined]
    assert isinstance(numeric, Numeric)
    assert (numeric.value, numeric.mistakes[0].value, numeric.mistakes[0].tolerance) == (4, 7, 1)
    assert [one.what for one in found.lost] == [
        "the text for any other number",
        "the whole question",
    ]
    assert jupyterquiz.read(b"[]", "empty.json").questions == ()


def test_moodles_own_kinds_and_shares_are_read_or_named() -> None:
    content = b"""<quiz>
      <question type="truefalse"><name><text>T</text></name>
        <questiontext format="html"><text>Bones pull.</text></questiontext>
        <answer fraction="0"><text>true</text><feedback><text>No.</text></feedback></answer>
        <answer fraction="100"><text>false</text><feedback><text>Yes.</text></feedback></answer>
      </question>
      <question type="multichoice"><name><text>Half</text></name>
        <questiontext format="html"><text>Which?</text></questiontext><single>true</single>
        <answer fraction="100"><text>A</text></answer>
        <answer fraction="50"><text>B</text></answer>
        <answer fraction="0"><text>C</text></answer>
      </question>
      <question type="shortanswer"><name><text>Words</text></name></question>
    </quiz>"""
    found = moodle_xml_reader.read(content, "x.xml")
    truth, half = found.questions
    assert [one.correct for one in truth.options] == [False, True]  # type: ignore[attr-defined]
    assert [one.correct for one in half.options] == [True, False, False]  # type: ignore[attr-defined]
    assert [one.credit for one in half.options] == [None, 0.5, None]  # type: ignore[attr-defined]
    told = [str(one) for one in found.lost]
    assert not any("'B'" in one for one in told)
    assert any(one.startswith("Words: the whole question") for one in told)


GIFT = """// a comment
$CATEGORY: $course$/top/Core/what

::One::Which one? {
=right #Yes \\= so
~%50%half
~wrong#No\\: {not} that}

Two plus two {#4:0.5 ~#No}

Bones pull. {F#They cannot.}

Match {=a -> b =c -> d}

Only words
""".replace("{not}", "\\{not\\}")


def test_gift_of_others_is_read_or_named() -> None:
    found = gift_reader.read(GIFT.encode(), "x.txt")
    one, number, truth, match = found.questions
    assert [(row.text, row.answer) for row in match.rows] == [("a", "a"), ("c", "b")]  # type: ignore[attr-defined]
    assert [choice.text for choice in match.choices] == ["b", "d"]  # type: ignore[attr-defined]
    assert [option.credit for option in one.options] == [None, 0.5, None]  # type: ignore[attr-defined]
    assert (one.id, one.slot) == ("one", "what")
    assert [option.reason for option in one.options] == ["Yes = so", "", "No: {not} that"]  # type: ignore[attr-defined]
    assert isinstance(number, Numeric)
    assert (number.value, number.tolerance) == (4, 0.5)
    assert [option.correct for option in truth.options] == [False, True]  # type: ignore[attr-defined]
    told = " | ".join(str(loss) for loss in found.lost)
    for what in ("any other number", "no answers between"):
        assert what in told
