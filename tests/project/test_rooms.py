"""The package's rooms: arrows between them point one way, and the doors open."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import running_muscles

PACKAGE = Path(running_muscles.__file__).parent
# What each room may know about, itself included.
MAY_USE = {
    "translation": {"translation"},
    "tables": {"tables", "translation"},
    "movement": {"movement", "translation", "tables"},
    "measure": {"measure", "translation", "tables"},
    "plan": {"plan", "translation", "measure", "tables"},
    "review": {"review", "translation", "measure", "tables"},
    "quiz": {"quiz", "translation", "tables"},
    "analysis": {"analysis"},
    "classroom": {"classroom", "analysis", "quiz", "tables"},
    "widgets": {
        "widgets",
        "translation",
        "plan",
        "review",
        "measure",
        "quiz",
        "movement",
        "tables",
    },
    "cli": {"cli", "classroom", "plan", "measure", "quiz", "tables"},
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def rooms_used(path: Path) -> set[str]:
    """Rooms that a module imports from, however it writes the import."""
    package = ("running_muscles", *path.relative_to(PACKAGE).parent.parts)
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            names = [f"{module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "running_muscles" and len(parts) > 1 and parts[1] in MAY_USE:
                used.add(parts[1])
    return used


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_one_way(path):
    room = path.relative_to(PACKAGE).parts[0]
    assert rooms_used(path) <= MAY_USE[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_one_room_knows_the_browser_and_one_knows_nbgrader(path):
    room = path.relative_to(PACKAGE).parts[0]
    text = path.read_text(encoding="utf-8")
    if room != "widgets":
        assert not re.search(r"(import|from) (anywidget|ipywidgets)\b", text)
    if room != "classroom":
        assert not re.search(r"(import|from) nbgrader\b", text)


@pytest.mark.parametrize("name", sorted(running_muscles.__all__))
def test_every_door_opens(name):
    assert getattr(running_muscles, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="PlankHodl"):
        _ = running_muscles.PlankHodl


def test_importing_the_package_stays_light():
    loaded = loaded_by("import running_muscles")
    assert loaded.isdisjoint({"pandas", "plotly", "anywidget", "ipywidgets", "nbgrader", "yaml"})


def test_the_command_line_loads_what_a_command_needs_and_no_more():
    loaded = loaded_by("from running_muscles import cli; cli._add_quiz()")
    heavy = {"jupyterlab", "jsonschema", "nbconvert", "nbgrader", "pandas", "ipywidgets", "yaml"}
    assert loaded.isdisjoint(heavy)


def loaded_by(code: str) -> set[str]:
    """Modules that a fresh interpreter loads for this code."""
    asking = (
        f"import sys, json; before = set(sys.modules); {code}; "
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    command = [sys.executable, "-c", asking]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_no_module_imports_plotly_whose_renderer_is_all_that_a_lesson_needs():
    # An instructor's report draws its own charts, into a page that needs no Jupyter.
    for path in MODULES:
        if path.parent == PACKAGE / "classroom" / "report":
            continue
        assert not re.search(r"^\s*(import|from) plotly\b", path.read_text("utf-8"), re.MULTILINE)
