"""A shell for the commands of a guide, and what a guide says that they print.

A ``console`` block holds commands behind ``$`` and what they print; ``…`` stands for anything,
on a line of its own for any number of lines. ``[1]`` ends what a command prints that fails. A
``text`` block with a file's name is written to that file.
"""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

BLOCK = re.compile(r"^```(console|text)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Shell:
    """A folder to type in; `cd` stays, and the class finds its exchange in a folder of its own."""

    def __init__(self, here: Path, nbgrader: "subprocess.Popen[str] | None" = None) -> None:
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
            assert self.nbgrader
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


def steps(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a ``console`` block, and what the guide shows that it prints."""
    for step in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, shown = step.partition("\n")
        yield line, shown
