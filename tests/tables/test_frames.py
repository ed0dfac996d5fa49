from __future__ import annotations

import subprocess
import sys

import pytest

from running_muscles import tables

LIGHT = """
import sys
import running_muscles.tables as tables
tables.norms(); tables.exercises(); tables.references()
import running_muscles.measure.norms as norms
norms.compare("front_plank", 60.0)
heavy = {"pandas", "numpy", "plotly", "frictionless"} & set(sys.modules)
assert not heavy, heavy
"""


def test_tables_and_norms_work_without_pandas() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LIGHT], check=False, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_importing_reads_no_reference() -> None:
    code = (
        "import sys, running_muscles.tables; "
        "assert not {'pybtex', 'pandas'} & {name.split('.')[0] for name in sys.modules}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_frame_holds_the_rows_with_their_types() -> None:
    frame = tables.frame("norms")
    assert len(frame) == len(tables.norms())
    assert frame["value"].dtype == "float64"
    row = frame.iloc[0]
    assert row["test"] == tables.norms()[0].test
    plain = tables.frame("exercises")
    assert isinstance(plain["steps"].iloc[0], tuple)


def test_a_frame_is_the_callers_own() -> None:
    first = tables.frame("lessons")
    first.loc[:, "title"] = "changed"
    assert "changed" not in set(tables.frame("lessons")["title"])


def test_an_unknown_table_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r'There is no table "nroms"\. There are: lessons, obj'):
        tables.frame("nroms")
