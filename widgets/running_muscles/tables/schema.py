"""What each table must look like, read from ``datapackage.json``.

The description is the only one: this reader, the ``frictionless`` library and people use the
same file. Two properties are our own, since Table Schema has no word for them: ``items`` holds
the rules for the items of a list, and ``linksTo`` names the table that an id must stand in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import TableError

PACKAGE_FILE = "datapackage.json"


@dataclass(frozen=True)
class Column:
    """One column: its type and what its cells may hold."""

    name: str
    type: str
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    delimiter: str = ""
    links_to: str = ""


@dataclass(frozen=True)
class Schema:
    """One table: its columns in order, and the columns that name a row."""

    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def _column(field: dict[str, Any], foreign: dict[str, str]) -> Column:
    rules = field.get("constraints", {})
    items = field.get("items", {})
    name = field["name"]
    return Column(
        name=name,
        type=field["type"],
        required=rules.get("required", False),
        unique=rules.get("unique", False),
        enum=tuple(rules.get("enum", items.get("enum", ()))),
        pattern=rules.get("pattern", items.get("pattern", "")),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        delimiter=field.get("delimiter", ""),
        links_to=field.get("linksTo") or items.get("linksTo") or foreign.get(name, ""),
    )


def _schema(resource: dict[str, Any]) -> Schema:
    described = resource["schema"]
    foreign = {
        key["fields"]: key["reference"]["resource"] for key in described.get("foreignKeys", ())
    }
    key = described.get("primaryKey", ())
    return Schema(
        table=resource["name"],
        columns=tuple(_column(field, foreign) for field in described["fields"]),
        key=(key,) if isinstance(key, str) else tuple(key),
    )


def read_schemas(folder: Path) -> dict[str, Schema]:
    """Read the description of every table in a folder.

    Parameters
    ----------
    folder : Path
        Folder with a ``datapackage.json``.

    Returns
    -------
    dict of str to Schema
        By the name of the table, in the order of the file.

    Raises
    ------
    TableError
        When the file is missing, is not JSON, or lacks a part.
    """
    path = folder / PACKAGE_FILE
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        return {
            resource["name"]: _schema(resource)
            for resource in package["resources"]
            if "schema" in resource
        }
    except OSError:
        raise TableError(path, "the file is missing", "Put it back beside the tables.") from None
    except UnicodeDecodeError:
        raise TableError(path, "the file is not UTF-8", "Save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise TableError(
            path,
            f"this is not JSON ({error.msg})",
            "Mend the JSON at this place.",
            line=error.lineno,
        ) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise TableError(
            path,
            f"the description lacks a part: {error}",
            "Give every resource a name, and every field a name and a type.",
        ) from None
