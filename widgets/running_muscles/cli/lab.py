"""Start JupyterLab on the course."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from running_muscles.cli.errors import CommandError

START = Path("course/00-start-here.ipynb")
CONFIG = Path(__file__).parent / "jupyter"


def course_root() -> Path:
    """Return the folder that holds `course/`: this one, a parent, or the checkout in use.

    Raises
    ------
    CommandError
    """
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[3]):
        if (folder / START).is_file():
            return folder
    raise CommandError(
        f"{START} is not here, nor in a folder above. "
        "Go to the folder that you cloned the course into and try again."
    )


def run(*, browser: bool, port: int) -> int:
    """Serve the course until the learner stops it; return the server's exit code."""
    if find_spec("jupyterlab") is None:
        raise CommandError("JupyterLab is not installed. Run `make setup` (README, Set-up).")
    root = course_root()
    command = [
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.port={port}",
        f"--LabApp.default_url=/lab/tree/{START.as_posix()}",
    ]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    # The course's own Jupyter settings come first; the user's stay in force behind them.
    path = os.pathsep.join(filter(None, (str(CONFIG), os.environ.get("JUPYTER_CONFIG_PATH"))))
    try:
        return subprocess.call(command, env={**os.environ, "JUPYTER_CONFIG_PATH": path})
    except KeyboardInterrupt:
        return 0
