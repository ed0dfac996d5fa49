"""What must be there before a rehearsal, told in a sentence each."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from rehearsal.stage import ENVIRONMENT, PROXY
from rehearsal.steps import StepError


def check() -> None:
    """Look for the hub's programs, and whether an account that is not root can run them.

    Raises
    ------
    StepError
        With what to do.
    """
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists() or not PROXY.exists():
        raise StepError("the hub is not installed. Run: make hub-setup")
    for program in ("useradd", "userdel", "groupadd", "chpasswd", "node"):
        if shutil.which(program) is None:
            raise StepError(f"there is no {program} here. The rehearsal needs a Debian with Node.")
    asked = (
        subprocess.run(
            (str(python), "-c", ""), user="nobody", cwd="/", capture_output=True, check=False
        )
        if _reachable(python)
        else None
    )
    if asked is None or asked.returncode:
        raise StepError(
            f"other accounts cannot run {python}. Keep the checkout where all may enter, and"
            " name a Python that all may run: rm -rf .cache/hub && make hub-setup"
            " HUB_PYTHON=/usr/bin/python3"
        )


def _reachable(python: Path) -> bool:
    """Whether every folder down to a program, where links lead too, lets all pass."""
    places = [*python.parents, *python.resolve().parents]
    return all(place.stat().st_mode & 0o001 for place in places)
