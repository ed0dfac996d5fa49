from __future__ import annotations

from pathlib import Path

import pytest

from running_muscles import tables
from running_muscles.tables.locate import START, course_folder, data_folder


def describe(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "datapackage.json").touch()
    return folder


def test_a_wheel_carries_the_tables_inside(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "running_muscles"
    inside = describe(package / "data")
    assert data_folder(package) == inside


def test_a_checkout_has_them_at_its_top(tmp_path: Path) -> None:
    package = tmp_path / "widgets" / "running_muscles"
    package.mkdir(parents=True)
    top = describe(tmp_path / "data")
    assert data_folder(package) == top


def test_a_wheel_in_a_folder_with_another_data_folder_uses_its_own(tmp_path: Path) -> None:
    package = tmp_path / "widgets" / "running_muscles"
    inside = describe(package / "data")
    describe(tmp_path / "data")
    assert data_folder(package) == inside


def test_without_tables_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "running_muscles"
    with pytest.raises(tables.TableError, match="Install running-muscles again"):
        data_folder(package)


def test_this_checkout_is_found() -> None:
    assert (tables.data_path() / "norms.csv").is_file()


def test_the_lessons_lie_beside_the_tables(tmp_path: Path) -> None:
    package = tmp_path / "widgets" / "running_muscles"
    for folder in (tmp_path / "course", package / "course"):
        folder.mkdir(parents=True)
        (folder / START).touch()
        assert course_folder(package) == folder


def test_without_lessons_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "running_muscles"
    with pytest.raises(tables.TableError, match="lessons of Running Muscles were not found"):
        course_folder(package)
