from __future__ import annotations

from pathlib import Path

import pytest

from running_muscles import tables
from running_muscles.cli.data import report
from running_muscles.tables.catalogue import ROW_TYPES


def test_the_report_counts_rows_sources_and_marks() -> None:
    lines = report().splitlines()
    assert lines[0].split() == ["table", "rows", "sources", "primary", "secondary", "calculated"]
    cells = {line.split()[0]: line.split()[1:] for line in lines[1 : len(ROW_TYPES) + 1]}
    assert list(cells) == list(ROW_TYPES)
    norms = tables.norms()
    rows, sources, primary, secondary, calculated = map(int, cells["norms"])
    assert rows == len(norms) == primary + secondary + calculated
    assert sources == len({norm.source_key for norm in norms})
    assert secondary == sum(norm.verified == "secondary" for norm in norms)
    assert cells["lessons"] == ["13", "-", "-", "-", "-"]


def test_the_report_ends_with_the_references() -> None:
    references = tables.references().values()
    complete = sum(reference.complete for reference in references)
    assert report().splitlines()[-1].startswith(f"{len(references)} references, {complete} comp")


def test_a_broken_table_stops_the_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "data_path", lambda: tmp_path)
    with pytest.raises(tables.TableError, match=r"datapackage\.json: the file is missing"):
        report()
