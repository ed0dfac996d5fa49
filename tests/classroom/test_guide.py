"""The instructors' guide: every command in it runs, and prints what the page shows.

A ``console`` block holds commands behind ``$`` and what they print; ``…`` stands for anything,
on a line of its own for any number of lines. ``[1]`` ends what a command prints that fails. A
``text`` block with a file's name is written to that file. Pages follow one another in one class.
"""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from classroom.conftest import REPOSITORY
from running_muscles.quiz import public
from running_muscles.quiz.answers_file import Responses

pytestmark = pytest.mark.classroom

ASSESSMENTS = REPOSITORY / "assessments"
ORDER = (
    "marking",
    "systems",
    "questions",
    "dates",
    "hand-ins",
    "report",
    "mending",
    "interchange",
    "exam",
    "machines",
)
PAGES = ["README.md", *(f"guide/{name}.md" for name in ORDER)]
BLOCK = re.compile(r"^```(console|text)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AT = "2026-11-21T10:00:00.000Z"


class Shell:
    """A folder to type in; `cd` stays, and the class finds its exchange in a folder of its own."""

    def __init__(self, here: Path, nbgrader: "subprocess.Popen[str]") -> None:
        self.here = here
        self.nbgrader = nbgrader
        self.exchange = here / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o777)

    def type(self, line: str) -> str:
        """Run a command line; return what it printed, and how it ended when it failed."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.here = self.here / words[1]
            return ""
        if words[0] == "nbgrader":
            argv = [*words[1:], f"--Exchange.root={self.exchange}"]
            assert self.nbgrader.stdin
            assert self.nbgrader.stdout
            self.nbgrader.stdin.write(json.dumps([{"cwd": str(self.here), "argv": argv}]) + "\n")
            self.nbgrader.stdin.flush()
            (done,) = json.loads(self.nbgrader.stdout.readline())
            printed, code = done["log"], done["code"]
        elif words[:2] == ["running-muscles", "mark"]:
            printed, code = self.serve(words)
        else:
            program = Path(sys.executable).with_name(words[0])
            result = subprocess.run(
                [str(program), *words[1:]],
                cwd=self.here,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                env=os.environ | {"TZ": "Europe/Berlin", "PYTHONIOENCODING": "utf-8"},
                check=False,
            )
            printed, code = result.stdout, result.returncode
        return printed + (f"[{code}]\n" if code else "")

    def serve(self, words: list[str]) -> tuple[str, int]:
        """Run a command that serves a page until somebody presses Ctrl-C, and press it."""
        with subprocess.Popen(
            [str(Path(sys.executable).with_name(words[0])), *words[1:]],
            cwd=self.here,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "BROWSER": "true"},
        ) as process:
            assert process.stdout
            printed = ""
            for line in process.stdout:
                printed += line
                if "Ctrl-C" in line:
                    process.send_signal(signal.SIGINT)
        return printed, process.returncode


def as_pattern(shown: str) -> str:
    """What a page shows as a pattern: `…` alone is any lines, inside a line any characters."""
    lines = []
    for line in shown.splitlines(keepends=True):
        any_lines = line.strip() == "…"
        lines.append(r"(?:.*\n)*" if any_lines else re.escape(line).replace("…", ".*"))
    return "".join(lines)


def hand_in(class_folder: Path, exchange: Path) -> None:
    """Two students answer what they were asked, and submit."""
    quiz = public.load(class_folder / "release" / "03-core" / "questions.json")
    for student in ("ada", "bob"):
        inbound = exchange / "autumn" / "inbound"
        stamp = "2026-11-21 10:00:00.000000 UTC"
        folder = inbound / f"{student}+03-core+{stamp}+random"
        shutil.copytree(class_folder / "release" / "03-core", folder)
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
        (folder / "submission_secret.txt").write_text(student * 20, encoding="utf-8")
        answers = Responses(folder / "responses.json", "03-core", quiz.edition, student)
        for entry in quiz.asked(student).values():
            if entry["type"] == "single":
                answers.set(entry["id"], entry["options"][0]["id"], AT)
            if entry["type"] == "text":
                answers.set(entry["id"], "It holds the trunk.", AT)


def test_every_command_of_the_guide_prints_what_the_guide_shows(
    tmp_path: Path, nbgrader: "subprocess.Popen[str]"
) -> None:
    shell = Shell(tmp_path, nbgrader)
    # The checkout's own bank is found from the package; the class lies outside of it.
    for page in PAGES:
        text = (ASSESSMENTS / page).read_text(encoding="utf-8")
        for kind, name, body in BLOCK.findall(text):
            if kind == "text":
                if name:
                    before = ""
                    if name == "class.toml":
                        kept = (shell.here / name).read_text(encoding="utf-8")
                        before = kept.split("[late]")[0]
                    (shell.here / name).write_text(before + body, encoding="utf-8")
                if name == "class.toml":
                    # `renew` asks the class itself where its exchange is.
                    with (shell.here / "nbgrader_config.py").open("a", encoding="utf-8") as file:
                        file.write(f"\nc.Exchange.root = {str(shell.exchange)!r}\n")
                continue
            for step in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                line, _, shown = step.partition("\n")
                if line.startswith("nbgrader collect 03-core") and "--update" not in line:
                    hand_in(shell.here, shell.exchange)
                printed = shell.type(line)
                assert re.fullmatch(as_pattern(shown), printed), f"{page}: $ {line}\n{printed}"
    feedback = list((shell.exchange / "autumn" / "feedback").glob("*.html"))
    assert len(feedback) == 2


def test_every_page_is_walked_through() -> None:
    there = {f"guide/{path.name}" for path in (ASSESSMENTS / "guide").glob("*.md")} | {"README.md"}
    assert there == set(PAGES)
    text = (ASSESSMENTS / "README.md").read_text(encoding="utf-8")
    for page in there - {"README.md"}:
        assert f"({page})" in text
