"""Start JupyterLab on a course folder, and on nothing above it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from running_muscles.cli.errors import CommandError
from running_muscles.cli.installation import mend

CONFIG = Path(__file__).parent / "jupyter"
# Holds `labextensions`. Installed with the package they also lie where Jupyter looks by itself.
SHARE = Path(__file__).parents[1]


def run(folder: Path, notebook: str, *, browser: bool, port: int) -> int:
    """Serve a course folder until the learner stops it; return the server's exit code."""
    if find_spec("jupyterlab") is None:
        raise CommandError(f"JupyterLab is not installed. {mend()}")
    command = [
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.port={port}",
        f"--LabApp.default_url=/lab/tree/{quote(notebook)}",
    ]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    # The course's own Jupyter settings come first; the user's stay in force behind them.
    ours = {"JUPYTER_CONFIG_PATH": CONFIG, "JUPYTER_PATH": SHARE}
    paths = {name: _before(path, os.environ.get(name)) for name, path in ours.items()}
    try:
        # From inside the folder, so that settings which lie where the command was typed, such as a
        # class's, are not taken up.
        return subprocess.call(command, cwd=folder, env={**os.environ, **paths})
    except KeyboardInterrupt:
        return 0


def _before(ours: Path, others: str | None) -> str:
    return os.pathsep.join(filter(None, (str(ours), others)))
