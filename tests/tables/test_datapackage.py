"""The description is a sound Data Package, by the library that the standard's authors keep."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from running_muscles import tables
from running_muscles.tables.schema import read_schemas

# In a process of its own: the library warns at import on some Python versions.
VALIDATE = """
import sys
from frictionless import validate
report = validate(sys.argv[1])
for task in report.tasks:
    print(task.name, len(task.errors))
for row in report.flatten(["title", "rowNumber", "fieldName", "message"]):
    print(row)
sys.exit(not report.valid)
"""


def test_frictionless_finds_nothing_wrong() -> None:
    package = tables.data_path() / "datapackage.json"
    done = subprocess.run(
        [sys.executable, "-c", VALIDATE, str(package)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "norms 0" in done.stdout
    assert "exercises 0" in done.stdout


@pytest.fixture(scope="module")
def package() -> dict[str, object]:
    text = (tables.data_path() / "datapackage.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_every_file_is_described_and_every_description_has_its_file(
    package: dict[str, object],
) -> None:
    described = {resource["path"] for resource in package["resources"]}  # type: ignore[attr-defined]
    files = {path.name for path in tables.data_path().iterdir() if path.is_file()}
    assert described == files - {"datapackage.json", "README.md"}


def test_every_column_is_explained(package: dict[str, object]) -> None:
    for resource in package["resources"]:  # type: ignore[attr-defined]
        assert resource["title"]
        assert resource["description"]
        for field in resource.get("schema", {}).get("fields", ()):
            assert field["description"].endswith("."), (resource["name"], field["name"])


def test_the_readme_tells_of_every_file() -> None:
    readme = (tables.data_path() / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in tables.data_path().iterdir() if path.is_file()} - {"README.md"}
    for file in files:
        assert f"`{file}`" in readme, file
    assert set(re.findall(r"`([a-z_]+\.(?:csv|bib|json))`", readme)) == files


def test_links_name_tables() -> None:
    known = {*read_schemas(tables.data_path()), "references"}
    for schema in read_schemas(tables.data_path()).values():
        for column in schema.columns:
            assert not column.links_to or column.links_to in known
