from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.tables.cells import CellError, read_cell
from running_muscles.tables.schema import Column


@pytest.mark.parametrize(
    ("column", "empty"),
    [
        (Column("a", "string"), ""),
        (Column("a", "list", delimiter=" | "), ()),
        (Column("a", "number"), None),
        (Column("a", "integer"), None),
    ],
)
def test_an_empty_cell_is_not_known(column: Column, empty: object) -> None:
    assert read_cell("", column) == empty


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, unique=True))
def test_a_list_comes_back_as_it_was_written(items: list[str]) -> None:
    column = Column("a", "list", delimiter=" | ")
    assert read_cell(" | ".join(items), column) == tuple(items)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_it_was_written(value: float) -> None:
    assert read_cell(repr(value), Column("a", "number")) == value


@given(st.text(), st.sampled_from(["string", "number", "integer", "boolean", "list"]))
def test_any_text_gives_a_value_or_a_sentence(text: str, kind: str) -> None:
    column = Column("a", kind, minimum=0, delimiter=" | ")
    sentences: list[str] = []
    try:
        read_cell(text, column)
    except CellError as error:
        sentences = [error.mend]
    assert all(sentence.endswith(".") for sentence in sentences)


def test_the_bounds_are_allowed() -> None:
    column = Column("a", "integer", minimum=1, maximum=3)
    assert [read_cell(text, column) for text in ("1", "2", "3")] == [1, 2, 3]
    for text in ("0", "4"):
        with pytest.raises(CellError):
            read_cell(text, column)


@pytest.mark.parametrize("text", ["1e3", "٣", "3.0", "1_000", "+3"])
def test_a_whole_number_is_digits(text: str) -> None:
    with pytest.raises(CellError, match="not a whole number"):
        read_cell(text, Column("a", "integer"))
