"""Whole folders of tables: sound ones pass, each broken one says what to mend."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from running_muscles import tables
from running_muscles.tables.catalogue import ROW_TYPES, check, load
from running_muscles.tables.schema import read_schemas

HERE = Path(__file__).parent
BROKEN = sorted(path.name for path in (HERE / "broken").iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound set of tables under the real description."""
    shutil.copytree(HERE / "sound", tmp_path, dirs_exist_ok=True)
    shutil.copy(tables.data_path() / "datapackage.json", tmp_path)
    return tmp_path


def test_sound_tables_pass(folder: Path) -> None:
    check(folder)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_tables_say_where_and_what_to_do(name: str, folder: Path) -> None:
    shutil.copytree(HERE / "broken" / name, folder, dirs_exist_ok=True)
    expected = (folder / "expected.txt").read_text(encoding="utf-8").strip()
    with pytest.raises(tables.TableError) as error:
        check(folder)
    # Some messages end in words of the parser or in a long list; their start is the promise.
    assert str(error.value).startswith(expected)
    assert str(error.value).endswith(".")


def test_a_broken_file_hides_nothing_it_changes_one_thing(folder: Path) -> None:
    for name in BROKEN:
        files = {path.name for path in (HERE / "broken" / name).iterdir()} - {"expected.txt"}
        assert len(files) == 1, name
        (file,) = files
        original = (folder / file).read_bytes()
        assert (HERE / "broken" / name / file).read_bytes() != original, name


@pytest.mark.parametrize("missing", ["norms.csv", "references.bib", "datapackage.json"])
def test_a_missing_file_is_named(missing: str, folder: Path) -> None:
    (folder / missing).unlink()
    with pytest.raises(tables.TableError, match=rf"^{missing}: the file is missing\. Put it back"):
        check(folder)


def test_rows_have_the_types_of_their_class(folder: Path) -> None:
    (plank,) = load("protocols", tables.Protocol, folder)
    assert plank.scored is True
    assert plank.trials == 3
    assert plank.max_value is None
    assert plank.sides == ()
    assert plank.unit == "s"
    raise_, single = load("exercises", tables.Exercise, folder)
    assert raise_.primary == ("gastrocnemius", "soleus")
    assert single.equipment == ("step", "wall")
    assert single.easier == ("calf-raise",)
    assert raise_.cautions == ""


def test_classes_and_description_name_the_same_columns() -> None:
    schemas = read_schemas(tables.data_path())
    assert list(schemas) == list(ROW_TYPES)
    for table, row_type in ROW_TYPES.items():
        described = [column.name for column in schemas[table].columns]
        assert described == [field.name for field in dataclasses.fields(row_type)], table


def test_classes_and_description_agree_on_types() -> None:
    written = {
        ("string", True): "str",
        ("string", False): "str",
        ("number", True): "float",
        ("number", False): "float | None",
        ("integer", True): "int",
        ("integer", False): "int | None",
        ("boolean", True): "bool",
        ("list", True): "tuple[str, ...]",
        ("list", False): "tuple[str, ...]",
    }
    for table, schema in read_schemas(tables.data_path()).items():
        types = {field.name: field.type for field in dataclasses.fields(ROW_TYPES[table])}
        for column in schema.columns:
            assert types[column.name] == written[column.type, column.required], (table, column)
