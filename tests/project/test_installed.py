"""The wheel as a learner has it: away from every checkout, in folders with letters of all kinds.

Packages are those of the learners' lock, linked from the environment of the tests.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest

from lab.served import opened

pytestmark = pytest.mark.lab

ROOT = Path(__file__).parents[2]
ODD = "Läufe über niños 日本"
LESSON_COUNT = 13
# What only [teach] brings, and Plotly, of which JupyterLab alone needs a part.
UNUSED = ("nbgrader", "numpy", "pandas", "plotly", "simpleeval", "sqlalchemy")
RUN_LESSONS = """
import json, sys
from pathlib import Path
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
for path in sorted(Path.cwd().glob("*.ipynb")):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            shell.run_cell("".join(cell["source"]), silent=True).raise_error()
    print("RAN", path.stem)
print("FROM", ascii(sys.modules["running_muscles"].__file__))
print("LOADED", *sys.modules)
"""


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and a home folder."""

    environment: Path
    home: Path

    @property
    def bin(self) -> Path:
        return self.environment / "bin"

    @property
    def variables(self) -> dict[str, str]:
        share = Path(sys.prefix) / "share" / "jupyter"
        kept = {name: value for name, value in os.environ.items() if "JUPYTER" not in name}
        return {
            **kept,
            "HOME": str(self.home),
            "JUPYTER_PATH": str(share),
            "JUPYTERLAB_DIR": str(share / "lab"),
            # A pipe with fewer letters than the folder has.
            "PYTHONIOENCODING": "cp1252",
        }

    def run(self, *command: str, code: int = 0, cwd: Path | None = None) -> str:
        done = subprocess.run(
            (str(self.bin / command[0]), *command[1:]),
            cwd=cwd or self.home,
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode("cp1252")
        assert done.returncode == code, said
        return said


@pytest.fixture(scope="module")
def learner(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    base = tmp_path_factory.mktemp("away") / ODD
    learner = Installed(base / "my environment", base / "home")
    learner.home.mkdir(parents=True)
    venv.create(learner.environment, with_pip=True, symlinks=True)
    learner.run("python", "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel))
    packages = next(learner.environment.rglob("site-packages"))
    for name in locked():
        (packages / name).symlink_to(Path(sysconfig.get_path("purelib")) / name)
    return learner


def locked() -> set[str]:
    """Files and folders of the packages that learners install."""
    lock = (ROOT / ".binder/requirements.txt").read_text(encoding="utf-8")
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    return {
        file.parts[0]
        for package in metadata.distributions(path=[sysconfig.get_path("purelib")])
        if re.sub(r"[-_.]+", "-", package.name).lower() in pinned
        for file in package.files or ()
        if file.parts[0] not in ("..", "__pycache__")
    }


def test_every_lesson_runs_without_what_only_instructors_have(learner):
    said = learner.run("running-muscles", "course")
    assert "13 lessons" in said
    folder = learner.home / "Running Muscles"
    said = learner.run("python", "-c", RUN_LESSONS, cwd=folder)
    assert said.count("RAN ") == LESSON_COUNT
    assert "my environment" in said.rpartition("FROM ")[2].split("LOADED")[0]
    assert set(UNUSED).isdisjoint(said.rpartition("LOADED ")[2].split())
    assert {path.name for path in folder.iterdir() if path.is_dir()} <= {"de", ".ipynb_checkpoints"}


def test_doctor_is_content_and_speaks_of_no_checkout(learner):
    said = learner.run("running-muscles", "doctor")
    assert f"{LESSON_COUNT} lessons" in said
    assert 'pip install "running-muscles[teach]"' in said
    for word in ("MISSING", "make ", "clone", "checkout"):
        assert word not in said


def test_a_lesson_becomes_a_page(learner):
    learner.run("running-muscles", "page", "03", "--out", "Bühne 日.html")
    page = (learner.home / "Bühne 日.html").read_text(encoding="utf-8")
    assert "elbows under your shoulders" in page
    assert "No module named" not in page


@pytest.mark.parametrize(
    "command",
    [
        ("quiz", "check", "bank.yaml"),
        ("quiz", "status", "03-core", "--course", "."),
        ("grade", "03-core", "--course", "."),
    ],
    ids=" ".join,
)
def test_what_only_instructors_have_is_asked_for_in_a_sentence(learner, tmp_path, command):
    (tmp_path / "nbgrader_config.py").touch()
    shutil.copy(ROOT / "assessments/bank/00-start-here.yaml", tmp_path / "bank.yaml")
    said = learner.run("running-muscles", *command, code=1, cwd=tmp_path)
    assert "This command is for instructors and needs " in said
    assert 'pip install "running-muscles[teach]"' in said
    assert "Traceback" not in said


def test_open_serves_the_lessons_and_nothing_else(learner):
    folder = learner.home / "Mein Kurs 日"
    command = (str(learner.bin / "running-muscles"), "open", str(folder))
    with opened(command, learner.variables) as ask:
        listed = json.loads(ask("api/contents"))
    lessons = [e["name"] for e in listed["content"] if e["name"].endswith(".ipynb")]
    assert len(lessons) == LESSON_COUNT
    assert all((folder / lesson).is_file() for lesson in lessons)


def test_it_carries_its_licences_and_those_of_others(learner):
    (info,) = learner.environment.rglob("running_muscles-*.dist-info")
    files = [path for path in (info / "licenses").rglob("*") if path.is_file()]
    licences = {path.name: path.read_text(encoding="utf-8") for path in files}
    assert set(licences) == {"LICENSE", "LICENSE.md", "LICENSE-Apache-2.0.txt", "NOTICE"}
    assert "Ivan Vulović" in licences["NOTICE"]
    assert "Apache License" in licences["LICENSE-Apache-2.0.txt"]
    assert "CC BY 4.0" in licences["LICENSE.md"]
