"""Binder: the image is made from the course alone, and opens at the lessons."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project import keys
from project.image import let_in
from running_muscles.cli.edition import MANIFEST
from running_muscles.tables.locate import START

ROOT = Path(__file__).parents[2]
# What the account has in its home folder before the repository is copied there.
ACCOUNT = {".bashrc", ".cache/pip/x", ".local/share/jupyter/y"}
LESSONS = {path.name for path in (ROOT / "course").glob("*.ipynb")}


def in_the_image(tracked: list[str]) -> list[str]:
    return let_in((ROOT / ".binder/.dockerignore").read_text("utf-8"), tracked)


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "jovyan"
    for name in ACCOUNT:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("of the account", encoding="utf-8")
    return home


def fill(home: Path, names: list[str]) -> None:
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, home / name)


def replay(home: Path, tmp_path: Path) -> str:
    """Run postBuild as it is, where pip and labextension only say what they were asked."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("python", "jupyter"):
        (tools / name).write_text(f'#!/bin/sh\necho "{name} $*"\n', encoding="utf-8")
        (tools / name).chmod(0o755)
    own = Path(sys.executable).parent
    done = subprocess.run(
        ("./.binder/postBuild",),
        cwd=home,
        env={**os.environ, "HOME": str(home), "PATH": f"{tools}:{own}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def files(home: Path) -> set[str]:
    return {name for name, _ in keys.folder(home)}


def test_no_layer_of_the_image_ever_holds_a_graded_question(tracked):
    names = in_the_image(tracked)
    assert {"pyproject.toml", "README.md", f"course/{START}"} <= set(names)
    assert {name.split("/")[0] for name in names}.isdisjoint({"assessments", "tests", "docs"})
    found = [keys.questions_in(name, (ROOT / name).read_bytes()) for name in names]
    assert not set().union(*found)


def test_what_the_wheel_is_made_of_is_in_the_image(tracked, home, wheel, tmp_path):
    fill(home, in_the_image(tracked))
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(build, cwd=home, check=True, capture_output=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("whole", [False, True], ids=["as copied", "a whole checkout"])
def test_only_the_lessons_stay(tracked, home, tmp_path, whole):
    fill(home, tracked if whole else in_the_image(tracked))
    (home / ".git/objects").mkdir(parents=True)
    (home / ".git/objects/pack").write_bytes(b"the bank, packed")
    said = replay(home, tmp_path)
    translated = {f"de/{START}"}
    assert files(home) == {*ACCOUNT, *LESSONS, *translated, "LICENSE.md", MANIFEST}
    assert not set().union(*(keys.questions_in(*file) for file in keys.folder(home)))
    assert "pip install --no-cache-dir --no-deps --no-build-isolation ." in said
    assert "--editable" not in said


def test_learners_get_nothing_of_nbgrader():
    lock = (ROOT / ".binder/requirements.txt").read_text("utf-8")
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    assert pinned.isdisjoint({"nbgrader", "pandas", "sqlalchemy", "pytest"})
    assert {"jupyterlab", "notebook", "anywidget", "hatchling", "editables"} <= pinned
