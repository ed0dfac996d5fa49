"""Numbers as people write them: read where they are clear, refused with a mend where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.tables.typed_number import NumberError, decimal_mark, number, whole, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("38.2", 38.2),
        ("38,2", 38.2),
        (" 7 ", 7),
        ("+7", 7),
        ("−0.5", -0.5),  # noqa: RUF001
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u202f234\u202f567", 1234567),
        ("1'234.5", 1234.5),
        ("1,234,567", 1234567),
        ("１２", 12),  # noqa: RUF001
        ("١٢٫٥", 12.5),  # noqa: RUF001
    ],
)
def test_a_clear_number_is_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12,500", "100.000"])
def test_a_thousand_or_a_decimal_is_asked_about(text):
    with pytest.raises(NumberError, match="can be read in two ways"):
        number(text)


def test_the_table_may_tell_which_it_is():
    assert number("1,234", ",") == 1.234
    assert number("1.234", ".") == 1.234
    with pytest.raises(NumberError, match="two ways"):
        number("1.234", ",")
    assert decimal_mark(["38,2", "a", "", "1.234"]) == ","
    assert decimal_mark(["38.2", "7"]) == "."
    assert decimal_mark(["38.2", "38,2"]) == ""
    assert decimal_mark(["1,234"]) == ""


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "12 m", "1:30", "1,2,3", "1.2.3", "12,34,567.8", "nan", "inf", "1e999", "0x1F",
     "1_000", "9" * 5000, "--1", "1 2"],
)  # fmt: skip
def test_what_is_no_number_is_said(text):
    with pytest.raises(NumberError):
        number(text)


def test_a_mended_number_is_clear():
    with pytest.raises(NumberError, match=r"Write 1234, or with a zero behind it, 1.2340\."):
        number("1,234")
    assert (number("1234"), number("1.2340")) == (1234, 1.234)


def test_a_whole_number_may_have_a_point():
    assert [whole(text) for text in ("7", "7.0", "7,0", "-300.0")] == [7, 7, 7, -300]
    with pytest.raises(NumberError, match="is not a whole number"):
        whole("7.5")


def test_written_without_noise():
    assert written(0.67 + 0.4 + 1.0) == "2.07"
    assert written(0.1 + 0.2) == "0.3"
    assert written(62.0) == "62.0"
    assert written(float("nan")) == ""


@given(st.decimals(0, 10**6, places=2).map(float))
def test_what_is_written_is_read_back(value):
    assert number(written(value), ".") == value
