"""Programs that nobody here has written read what we write, and we read what they write."""

from html import unescape

import moodle_xml_parser.parser as moodle_parser
import pytest
from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from classroom.interchange.whole_bank import bundles
from running_muscles.classroom.interchange import moodle_xml, qti12_reader
from running_muscles.classroom.interchange.html_text import line_to_html, to_html
from running_muscles.quiz.questions import Multiple, Numeric, Single, Text

WRITTEN = """Quiz title: Running

Title: swing
Points: 2
1. Which muscle slows the leg?
a) The calf
... It pushes.
*b) The hamstrings
... They lengthen under load.
c) The quadriceps

Title: extend
2. Which extend the hip?
[*] Gluteus maximus
... It is the largest.
[ ] Quadriceps
[*] Hamstrings

Title: count
3. How many heads?
= 4 +- 0.5

Title: why
4. Write why.
____
"""


def test_moodle_xml_parser_finds_every_choice_with_its_key() -> None:
    for bundle in bundles()[:4]:
        theirs = moodle_parser.parse_bytes(moodle_xml.write(bundle).content)["multichoice"]
        found = {one.name: one for one in theirs}
        ours = [one for one in bundle.questions if isinstance(one, Single)]
        assert ours
        for question in ours:
            there = found[question.id]
            assert there.single
            assert there.default_grade == question.points
            assert unescape(there.text_pre_parse) == unescape(to_html(question.stem))
            got = [(unescape(one.answer), one.score_fraction) for one in there.options]
            assert got == [
                (unescape(line_to_html(one.text)), 100 * one.correct) for one in question.options
            ]
            told = [unescape(one.feedback or "") for one in there.options]
            assert told == [unescape(to_html(one.reason)) for one in question.options]


def test_what_text2qti_writes_is_read() -> None:
    package = QTI(Quiz(WRITTEN, config=Config(), source_name="quiz")).zip_bytes()
    swing, extend, count, why = qti12_reader.read(package, "quiz.zip").questions
    assert isinstance(swing, Single)
    assert (swing.id, swing.points) == ("swing", 2)
    assert [one.correct for one in swing.options] == [False, True, False]
    assert [one.reason for one in swing.options] == ["It pushes.", "They lengthen under load.", ""]
    assert isinstance(extend, Multiple)
    assert [one.correct for one in extend.options] == [True, False, True]
    assert isinstance(count, Numeric)
    assert (count.value, count.tolerance) == pytest.approx((4, 0.5))
    assert isinstance(why, Text)
    assert why.stem == "Write why."
