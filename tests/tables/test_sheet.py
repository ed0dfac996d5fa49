"""Tables as spreadsheets save them, in and out."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.tables.sheet import SheetError, read_sheet, write_sheet

COLUMNS = ("name", "points", "note")
ROWS = [("Müller", "38.2", "well, well"), ("Łuk", "7", 'says "hi"\nand more')]


def saved(separator=",", ending="\r\n", before="", rows=ROWS):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=ending)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return before + out.getvalue()


def read(content):
    sheet = read_sheet(content, "t.csv", COLUMNS)
    return [tuple(row.cells.values()) for row in sheet.rows]


FORMS = {
    "plain": saved().encode(),
    "with a mark": saved().encode("utf-8-sig"),
    "semicolons": saved(";").encode("utf-8-sig"),
    "tabs": saved("\t").encode(),
    "unicode text": saved("\t").encode("utf-16"),
    "big end first": b"\xfe\xff" + saved("\t").encode("utf-16-be"),
    "utf-16 without a mark": saved("\t").encode("utf-16-le"),
    "sep line": saved(";", before="sep=;\r\n").encode(),
    "quoted sep line": saved(";", before='"sep=;"\r\n').encode("utf-8-sig"),
    "sep line with tabs": saved("\t", before="sep=\t\r\n").encode(),
    "unix": saved(ending="\n").encode(),
    "empty rows": saved().replace("Müller", "\r\n,,\r\n , ,\r\nMüller").encode(),
    "trailing commas": "".join(f"{line},,\r\n" for line in saved(rows=ROWS[:1]).splitlines())
    .encode(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_same_table_in_every_form(form):
    assert read(FORMS[form]) == ROWS[: 1 if form == "trailing commas" else 2]


def test_lines_are_those_of_the_file():
    sheet = read_sheet(FORMS["empty rows"], "t.csv")
    assert [row.line for row in sheet.rows] == [5, 6]
    assert read_sheet(FORMS["sep line"], "t.csv").line == 2


@pytest.mark.parametrize(
    ("rows", "decimal"),
    [(["38,2"], ","), (["38.2"], "."), (["7"], ""), (["38,2", "38.2"], "")],
)
def test_the_decimal_mark_is_found(rows, decimal):
    table = saved(";", rows=[("a", cell, "") for cell in rows]).encode()
    assert read_sheet(table, "t.csv").decimal == decimal
    assert read_sheet(saved(rows=[("a", "7", "")]).encode(), "t.csv").decimal == "."


def test_a_short_row_has_no_cells_behind():
    sheet = read_sheet(b"name,points,note\r\nA,1\r\n", "t.csv")
    assert sheet.rows[0].cells == {"name": "A", "points": "1"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "t.csv: the table is empty. Its first line must name"),
        (b",,\n\n", "the table is empty"),
        (b"name,points,note\nA,1,x,y\n", "line 2: 4 cells in a table of 3 columns"),
        (b'name,points,note\n"A"b,1,x\n', "line 2: "),
        (b'name,points,note\nA,1,"x\n', "line 2: "),
        (b"name,name,note\n", "line 1: the column 'name' stands there twice"),
        ("name\nMüller".encode("cp1252"), "line 2, byte 6: not UTF-8 text"),
        (b"\xff\xfen", "not UTF-1"),
        (b"name\x00s,b\n", "t.csv: not a text file"),
        (b"PK\x03\x04\x00\x00", "not a text file"),
        (b"a," * 2000 + b"a\n1", "2001 columns"),
        (b"a" * 20_000_001, "larger than 20 MB"),
        (b"name\n" + b"x" * 200_000, "line 2: field larger than field limit"),
    ],
    ids=range(13),
)
def test_what_is_damaged_is_told_with_its_place(content, sentence):
    with pytest.raises(SheetError) as caught:
        read_sheet(content, "t.csv", COLUMNS)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("t.csv")


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes(FORMS["semicolons"])
    assert len(read_sheet(path).rows) == 2
    with pytest.raises(SheetError, match=r"none\.csv cannot be read"):
        read_sheet(tmp_path / "none.csv")


@pytest.mark.parametrize(
    "text", ["=1+1", "+41 12", "-5 kg", "@home", "\t=1", "\r=1", " =1", "'=1", "''", "＝1"]  # noqa: RUF001
)  # fmt: skip
def test_no_text_becomes_a_formula_and_each_comes_back(text):
    content = write_sheet([{"name": text, "points": -5, "note": "-"}], COLUMNS)
    cells = next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert cells["name"].lstrip(" ")[:1] not in "=+-@\t\r＝"  # noqa: RUF001
    assert cells["points"] == "-5"
    assert read(content) == [(text, "-5", "-")]


def test_written_for_spreadsheets():
    rows = [{"name": "Müller", "points": 0.67 + 0.4 + 1.0, "note": None}]
    assert write_sheet(rows, COLUMNS).decode() == (
        "\ufeffname,points,note\r\nMüller,2.07,\r\n"
    )  # fmt: skip


cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)


@given(st.lists(st.tuples(cells, cells), max_size=4))
def test_every_text_comes_back(rows):
    kept = [row for row in rows if any(map(str.strip, row))]
    content = write_sheet([dict(zip(("a", "b"), row, strict=True)) for row in kept], ("a", "b"))
    sheet = read_sheet(content, "t.csv", ("a", "b"))
    assert [tuple(row.cells.values()) for row in sheet.rows] == kept
