"""What the tables hold, as a plain-text report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from running_muscles import tables
from running_muscles.tables.catalogue import ROW_TYPES

_MARKS = ("primary", "secondary", "calculated")
_HEADER = ("table", "rows", "sources", *_MARKS)


@dataclass(frozen=True)
class _Count:
    """One line of the report."""

    table: str
    rows: int
    sources: int
    marks: Counter[str]

    def cells(self) -> tuple[str, ...]:
        # A table without marks shows a dash, not a zero that would look like a result.
        marks = (str(self.marks[mark]) if self.marks else "-" for mark in _MARKS)
        return (self.table, str(self.rows), str(self.sources or "-"), *marks)


def _cited(row: Any) -> tuple[str, ...]:
    named = getattr(row, "citations", getattr(row, "source_key", ()))
    return (named,) if isinstance(named, str) else tuple(named)


def _count(table: str) -> _Count:
    # Every table has a function of its name, giving its rows by id or in order.
    loaded = getattr(tables, table)()
    rows = tuple(loaded.values()) if isinstance(loaded, dict) else loaded
    return _Count(
        table=table,
        rows=len(rows),
        sources=len({key for row in rows for key in _cited(row)}),
        marks=Counter(row.verified for row in rows if hasattr(row, "verified")),
    )


def report() -> str:
    """Check the tables and count what stands in them.

    Returns
    -------
    str
        One line per table: rows, distinct sources, and how many values are primary, secondary
        and calculated; then the references and how many of them are complete.

    Raises
    ------
    running_muscles.tables.TableError
        When a table, or a link between two, is broken.
    """
    folder = tables.data_path()
    tables.check(folder)
    counts = [_count(table) for table in ROW_TYPES]
    lines = [_HEADER, *(count.cells() for count in counts)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADER))]
    shown = [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    verdicts = Counter(claim.verdict for claim in tables.claims().values())
    told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
    shown.append(f"\n{sum(verdicts.values())} claims: {told}.")
    references = tables.references().values()
    complete = sum(reference.complete for reference in references)
    partial = [reference for reference in references if not reference.complete]
    found = sum(bool(each.doi or each.pmid or each.pmcid) for each in partial)
    shown.append(
        f"{len(references)} references, {complete} complete, "
        f"{len(partial)} with a part missing (named in references.bib); "
        f"a DOI or PubMed number leads to {found} of these."
    )
    return "\n".join(shown)
