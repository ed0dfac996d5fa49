"""Marks go into the gradebooks that three systems export, and nothing else changes there."""

import csv
import io
from pathlib import Path

import pytest

from running_muscles.classroom.interchange import gradebook_file
from running_muscles.classroom.interchange.marks import Filled, Mark, Person, QuizMarks, fill
from running_muscles.classroom.interchange.their_columns import SYSTEMS
from running_muscles.tables.sheet import SheetError

CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Essay (11),03-core (12),Current Score\r\n"
    "    Points Possible,,,,,10.00,12.00,(read only)\r\n"
    '"Lovelace, Ada",501,ada,ada@example.org,A,7.00,,70.00\r\n'
    '"Bobson, Bob",502,bob,bob@example.org,A,,9.00,\r\n'
    '"Carlson, Carl",503,carl,carl@example.org,A,,,\r\n'
    '"Doe, Dora",504,dora,dora@example.org,A,,EX,\r\n'
    '"Evans, Eve",505,eve,eve@example.org,A,,4.00,\r\n'
    '"Hopper, Grace",506,grace,grace@example.org,A,,,\r\n'
    '"Student, Test",599,,,A,,,\r\n'
)
MOODLE = (
    "First name,Last name,ID number,Institution,Department,Email address,"
    "Assignment: Essay (Real),Assignment: Core (Real),Assignment: Core (Percentage),"
    "Last downloaded from this course\n"
    "Ada,Lovelace,,,,ADA@example.org,7.00,-,-,1795000000\n"
    "Bob,Bobson,bob,,,bob@example.org,-,9.00,75.00 %,1795000000\n"
    "Grace,Hopper,,,,grace@example.org,-,-,-,1795000000\n"
)
BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t"Availability"\t'
    '"03-core [Total Pts: 12 Score] |664617"\r\n'
    '"Lovelace"\t"Ada"\t"ada"\t"501"\t"2026-11-20"\t"Yes"\t""\r\n'
    '"Bobson"\t"Bob"\t"bob"\t"502"\t""\t"Yes"\t"9"\r\n'
)
MARKS = {
    "ada": Mark(10.5, "graded"),
    "bob": Mark(11.0, "graded"),
    "carl": Mark(None, "not submitted"),
    "dora": Mark(12.0, "graded"),
    "eve": Mark(None, "could not be graded"),
    "finn": Mark(3.0, "graded"),
}
PEOPLE = [Person(name, f"{name}@example.org") for name in MARKS]
QUIZ = QuizMarks(("03-core", "Core"), 12.0, MARKS)


def filled(
    folder: Path, system: str, content: bytes, quiz: QuizMarks = QUIZ, people: object = None
) -> tuple[Filled, bytes]:
    path = folder / "theirs.csv"
    path.write_bytes(content)
    file = gradebook_file.read(path)
    assert file.content() == content
    done = fill(file, SYSTEMS[system], [quiz], people or PEOPLE)  # type: ignore[arg-type]
    return done, file.content()


def changed(before: bytes, after: bytes, encoding: str = "utf-8-sig") -> dict[str, str]:
    """Cells that differ, by the first column of their row; nothing else may differ."""
    one, two = (before.decode(encoding), after.decode(encoding))
    mark = "\t" if "\t" in one else ";" if ";" in one.split("\n")[0] else ","
    rows = [list(csv.reader(io.StringIO(text), delimiter=mark)) for text in (one, two)]
    found = {}
    for old, new in zip(*rows, strict=True):
        differing = [new[at] for at in range(len(old)) if old[at] != new[at]]
        assert len(old) == len(new)
        assert len(differing) < 2
        if differing:
            found[old[0]] = differing[0]
    return found


def test_canvas(tmp_path: Path) -> None:
    before = CANVAS.encode()
    done, after = filled(tmp_path, "canvas", before)
    assert changed(before, after) == {"Lovelace, Ada": "10.5", "Bobson, Bob": "11"}
    assert done.count == 2
    told = "\n".join(done.told)
    assert "in their file, but not in the class: Hopper, Grace 506 (line 8)" in told
    assert "in the class, but not in their file: finn" in told
    assert "carl (not submitted)" in told
    assert "another mark stood there and is replaced: bob 9.00 → 11" in told
    assert "dora has EX" in told
    assert "eve has 4.00 (could not be graded)" in told


def test_moodle(tmp_path: Path) -> None:
    before = MOODLE.encode()
    done, after = filled(tmp_path, "moodle", before)
    assert changed(before, after) == {"Ada": "10.5", "Bob": "11"}
    assert "Grace Hopper (line 4)" in "\n".join(done.told)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_blackboard_with_its_tabs_and_its_encoding(tmp_path: Path, encoding: str) -> None:
    before = BLACKBOARD.encode(encoding)
    done, after = filled(tmp_path, "blackboard", before)
    assert changed(before, after, encoding) == {"Lovelace": "10.5", "Bobson": "11"}
    assert done.count == 2
    assert after.decode(encoding).count('"') == BLACKBOARD.count('"')


def test_decimal_commas_and_semicolons_stay(tmp_path: Path) -> None:
    text = CANVAS.replace(",", ";").replace("; ", ", ").replace(".00", ",00").replace('"', "")
    done, after = filled(tmp_path, "canvas", text.encode())
    assert changed(text.encode(), after) == {"Lovelace, Ada": "10,5", "Bobson, Bob": "11"}
    assert done.count == 2


def test_the_same_mark_is_left_as_it_is_written(tmp_path: Path) -> None:
    before = CANVAS.replace(",9.00,", ",11.00,").encode()
    done, after = filled(tmp_path, "canvas", before)
    assert changed(before, after) == {"Lovelace, Ada": "10.5"}
    assert done.count == 2


def refused(
    folder: Path, content: str, told: str, quiz: QuizMarks = QUIZ, people: object = None
) -> None:
    with pytest.raises(SheetError, match=told):
        filled(folder, "canvas", content.encode(), quiz, people)


def test_what_is_not_certain_is_refused(tmp_path: Path) -> None:
    two = [*PEOPLE, Person("zoe", "ada@example.org")]
    refused(tmp_path, CANVAS, "may be ada or zoe", people=two)
    twice = CANVAS + '"Lovelace, A.",507,ada,,B,,,\r\n'
    refused(tmp_path, twice, "ada stands here a second time")
    refused(tmp_path, CANVAS.replace("12.00", "10.00"), "gives 10 points and 03-core gives 12")
    refused(tmp_path, CANVAS.replace("03-core (12)", "Other (12)"), "no column is called")
    refused(tmp_path, CANVAS.replace("Essay (11)", "Core (11)"), "several columns may be")
    refused(tmp_path, CANVAS, "nobody of the class", people=[Person("nobody")])
    refused(
        tmp_path, CANVAS.replace("SIS User ID", "A").replace("ID", "B"), "no column of it says|B"
    )
    refused(tmp_path, "Student,ID\n", "lists nobody")
    refused(tmp_path, CANVAS + 'x,1,2,3,4,5,6,7,"8,9"\r\n', "9 cells in a table of 8")


def test_a_column_may_be_named(tmp_path: Path) -> None:
    named = QuizMarks(("05-quads",), 10.0, MARKS, "Essay")
    done, after = filled(tmp_path, "canvas", CANVAS.encode(), named)
    assert changed(CANVAS.encode(), after) == {
        "Lovelace, Ada": "10.5",
        "Bobson, Bob": "11",
        "Doe, Dora": "12",
    }
    assert "ada 7.00 → 10.5" in "\n".join(done.told)


def test_their_numbers_match_the_column_lms_id(tmp_path: Path) -> None:
    people = [Person("a.lovelace", "other@example.org", "501")]
    quiz = QuizMarks(("03-core",), 12.0, {"a.lovelace": Mark(0.0, "graded")})
    done, after = filled(tmp_path, "canvas", CANVAS.encode(), quiz, people)
    assert changed(CANVAS.encode(), after) == {"Lovelace, Ada": "0"}
    assert done.count == 1


def test_nothing_but_numbers_is_written(tmp_path: Path) -> None:
    people = [Person("=1+1", "ada@example.org")]
    quiz = QuizMarks(("03-core",), 12.0, {"=1+1": Mark(1.25, "=cmd()")})
    _, after = filled(tmp_path, "canvas", CANVAS.encode(), quiz, people)
    assert changed(CANVAS.encode(), after) == {"Lovelace, Ada": "1.25"}
