"""Load whole tables, and check that what one table names stands in another."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from . import rows
from .errors import TableError
from .read import Record, read_records
from .references import read_references
from .schema import PACKAGE_FILE, Column, Schema, read_schemas

ROW_TYPES: dict[str, type[Any]] = {
    "lessons": rows.Lesson,
    "objectives": rows.Objective,
    "body_regions": rows.BodyRegion,
    "muscles": rows.Muscle,
    "exercises": rows.Exercise,
    "protocols": rows.Protocol,
    "movement_limits": rows.MovementLimit,
    "screening": rows.HealthQuestion,
    "norms": rows.Norm,
    "reliability": rows.Reliability,
    "muscle_timing": rows.MuscleTiming,
    "running_facts": rows.RunningFact,
    "claims": rows.Claim,
    "plan_rules": rows.PlanRule,
    "strides": rows.Stride,
    "stride_angles": rows.StrideAngle,
    "stride_paths": rows.StridePath,
    "stride_lengths": rows.StrideLength,
}
Row = TypeVar("Row")


def load(table: str, row_type: type[Row], folder: Path) -> tuple[Row, ...]:
    """Read a table into its row class.

    Parameters
    ----------
    table : str
        Name of the table.
    row_type : type
        Class of its rows.
    folder : Path
        Folder of the tables.

    Returns
    -------
    tuple
        The rows, in the order of the file.

    Raises
    ------
    TableError
        When the table is not described, or not as described.
    """
    records = read_records(folder, _schema(folder, table))
    return tuple(row_type(**record.values) for record in records)


def check(folder: Path) -> None:
    """Check every table of a folder, and every link between them.

    Parameters
    ----------
    folder : Path
        Folder of the tables.

    Raises
    ------
    TableError
        With file, line, column and mend, at the first thing that is wrong.
    """
    schemas = {table: _schema(folder, table) for table in ROW_TYPES}
    records = {table: read_records(folder, schema) for table, schema in schemas.items()}
    known: dict[str, set[Any]] = {
        table: {record.values[schema.key[0]] for record in records[table]}
        for table, schema in schemas.items()
    }
    known["references"] = set(read_references(folder))
    for table, schema in schemas.items():
        for column in schema.columns:
            if column.links_to:
                _check_links(folder / f"{table}.csv", records[table], column, known)


def _schema(folder: Path, table: str) -> Schema:
    schemas = read_schemas(folder)
    if table not in schemas:
        raise TableError(
            folder / PACKAGE_FILE,
            f'the table "{table}" is not described',
            f"Describe it as a resource; there are: {', '.join(schemas) or 'none'}.",
        )
    return schemas[table]


def _check_links(
    path: Path, records: tuple[Record, ...], column: Column, known: dict[str, set[Any]]
) -> None:
    for record in records:
        value = record.values[column.name]
        for name in value if isinstance(value, tuple) else (value,):
            if name and name not in known[column.links_to]:
                file = "references.bib" if column.links_to == "references" else column.links_to
                raise TableError(
                    path,
                    f'"{name}" is not in {file}',
                    f"Add it to {file}, or name one that is there.",
                    line=record.line,
                    column=column.name,
                )
