"""The course door as it is shipped: small, where JupyterLab looks, and sure of our lessons."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOOR = ROOT / "widgets/running_muscles/labextensions/running-muscles-door"
COURSE = ROOT / "course"
LESSONS = sorted(path for path in COURSE.rglob("[0-9][0-9]-*.ipynb") if ".ipynb_" not in str(path))
SHARED = "share/jupyter/labextensions/running-muscles-door/"
MOST_BYTES = 60_000


def shipped():
    """The table of what may run by itself."""
    script = (ROOT / "widgets/door/src/shipped.js").read_text(encoding="utf-8")
    table = re.search(r"export default (\[.*\]);", script, re.DOTALL)
    return {(one.get("language"), one["id"]): one for one in json.loads(table[1])}


def named(path):
    """A translated page lies in the folder of its language."""
    return (None if path.parent == COURSE else path.parent.name, path.stem)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: str(path.relative_to(COURSE)))
def test_what_runs_by_itself_is_what_the_lesson_says(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    language, lesson = named(path)
    own = {"language": language} if language else {}
    assert notebook["metadata"]["running_muscles"] == {"lesson": lesson, **own}
    assert shipped()[language, lesson]["code"] == code, "Run: make door"
    built = "".join(part.read_text(encoding="utf-8") for part in (DOOR / "static").glob("*.js"))
    assert [line for line in code if line not in built.replace("\\", "")] == []


def test_it_knows_no_other_lesson():
    assert set(shipped()) == {named(path) for path in LESSONS}


def test_it_stays_small():
    assert sum(part.stat().st_size for part in DOOR.rglob("*") if part.is_file()) < MOST_BYTES


def test_the_wheel_lays_it_where_jupyterlab_looks(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    laid = {name.partition(SHARED)[2] for name in names if SHARED in name}
    files = {str(part.relative_to(DOOR)) for part in DOOR.rglob("*") if part.is_file()}
    assert laid == files
    doors = [name for name in names if "door" in name and "/locale/" not in name]
    assert {name.partition("running-muscles-door/")[2] for name in doors} == files
    entry = json.loads((DOOR / "package.json").read_text(encoding="utf-8"))["jupyterlab"]["_build"]
    assert entry["load"] in files


def test_its_lock_names_no_host():
    assert "://" not in (ROOT / "widgets/door/package-lock.json").read_text(encoding="utf-8")
