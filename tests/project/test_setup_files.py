"""Set-up files agree with each other and name no download host."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEARN, TEACH, DEVELOP = ".binder/requirements.txt", "requirements.lock", "requirements-dev.lock"
LOCKS = (LEARN, TEACH, DEVELOP)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_host_is_named(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(pins(name)) > 50
    for entry in re.split(r"\n(?=\S)", text):
        if PIN.match(entry):
            assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text


def test_each_lock_pins_what_the_smaller_one_does():
    learn, teach, develop = (pins(name) for name in LOCKS)
    # Notebook's phone page is Binder's alone; nbgrader brings it where a class is graded.
    assert learn.items() <= teach.items() <= develop.items()


def test_npm_lock_names_no_host():
    assert "://" not in (ROOT / "widgets/js/package-lock.json").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(d for extra in project["project"]["optional-dependencies"].values() for d in extra),
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    names = [re.match(r"[A-Za-z0-9._-]+", line)[0] for line in wanted]
    stubs = ("types-", "pandas-stubs")
    assert [n for n in names if n not in reasons and not n.startswith(stubs)] == []


def test_learners_install_nothing_that_only_instructors_need():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = {re.match(r"[A-Za-z0-9._-]+", line)[0] for line in project["dependencies"]}
    assert {"jupyterlab", "ipywidgets", "plotly", "typer"} <= core
    assert core.isdisjoint({"nbgrader", "pandas", "jsonschema", "rich"})


def shipped(tracked: list[str]) -> set[str]:
    """Lessons, checkpoints and tables that git has, as the package names them."""
    parts = ("course/", "data/")
    # Programs that make a table stay in the repository.
    return {name for name in tracked if name.startswith(parts) and not name.endswith(".py")}


def test_the_wheel_has_every_lesson_checkpoint_and_table_and_no_stray_file(wheel, tracked):
    names = zipfile.ZipFile(wheel).namelist()
    inside = {name.removeprefix("running_muscles/") for name in names}
    assert {name for name in inside if name.startswith(("course/", "data/"))} == shipped(tracked)


def test_the_sdist_has_them_too_and_builds_the_same_wheel(sdist, wheel, tracked, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    for name in shipped(tracked):
        assert (root / name).is_file(), name
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    names = sorted(zipfile.ZipFile(tmp_path / wheel.name).namelist())
    assert names == sorted(zipfile.ZipFile(wheel).namelist())


def make(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    # Without uv, so that nothing could be fetched.
    path = os.pathsep.join((str(folder / "tools"), "/usr/bin", "/bin"))
    return subprocess.run(
        ("make", "setup", f"PYTHON={python}"),
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("version", ["(2, 7, 18)", "(3, 9, 2)", "(3, 10, 14)"])
def test_an_older_python_is_named_before_anything_is_made(tmp_path, version):
    old = tmp_path / "old-python"
    code = f'exec "{sys.executable}" -c "import sys; sys.version_info = {version}; $2"'
    old.write_text(f"#!/bin/sh\n{code}\n", encoding="utf-8")
    old.chmod(0o755)
    done = make(tmp_path, "./old-python")
    assert done.returncode != 0
    assert "Running Muscles needs Python 3.11 or newer, and ./old-python is" in done.stderr
    assert not (tmp_path / ".venv").exists()
    assert not (tmp_path / ".cache").exists()


def test_a_python_that_is_not_there_is_named(tmp_path):
    done = make(tmp_path, "python-of-nowhere")
    assert "There is no python-of-nowhere here. Install Python 3.11 or newer." in done.stderr
    assert not (tmp_path / ".cache").exists()


def test_a_learner_s_start_needs_no_checkout():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    start = readme.split("## Start")[1].split("\n## ")[0]
    commands = "\n".join(re.findall(r"```\n(.*?)```", start, re.DOTALL))
    assert "pip install running-muscles" in commands
    assert "running-muscles open" in commands
    assert not re.search(r"\b(git|make|clone)\b", commands)


def test_text_has_the_same_line_ends_everywhere():
    checked = subprocess.run(
        ("git", "ls-files", "--eol"), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not [line for line in checked.stdout.splitlines() if re.match(r"i/(crlf|mixed)", line)]
