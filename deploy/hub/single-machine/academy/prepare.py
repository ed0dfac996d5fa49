"""Set a hub up on this machine, or look whether it is as it should be.

Run as root: python -m academy.prepare /etc/running-muscles/hub.toml [--bank FOLDER | --check]

What is there already stays: run it again after a change of the roster or of hub.toml.
"""

from __future__ import annotations

import argparse
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from academy import accounts, jupyter_files, settings
from academy.places import places, problem, settle
from academy.servers import START
from academy.settings import Hub, HubError
from running_muscles.classroom import roster
from running_muscles.tables.sheet import SheetError

START_SOURCE = Path(__file__).resolve().parents[2] / "start-server"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare or check, and say what was done; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="academy.prepare", description="Set up a hub.")
    parser.add_argument("settings", type=Path, help="the hub's hub.toml")
    parser.add_argument("--bank", type=Path, help="open bank to make the class from, once")
    parser.add_argument("--check", action="store_true", help="change nothing, name what is wrong")
    told = parser.parse_args(arguments)
    try:
        hub = settings.load(told.settings)
        students = accounts.checked(hub, roster.read(hub.roster))
        if told.check:
            return _check(hub, students)
        if os.geteuid() != 0:
            raise HubError("Only root can make accounts. Run this with sudo.")
        _prepare(hub, students, told.bank)
    except (HubError, SheetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return _check(hub, students)


def _prepare(hub: Hub, students: list[str], bank: Path | None) -> None:
    if (hub.class_folder / "nbgrader_config.py").exists():
        bank = None
    elif bank is None:
        raise HubError(
            f"There is no class in {hub.class_folder}. Make it with --bank and the folder"
            " assessments/bank of the course."
        )
    new = accounts.make(hub, students)
    print(f"{len(new)} accounts made, {len(students) + 1 - len(new)} were there.")
    if new:
        print(f"First passwords: {hub.etc / accounts.PASSWORDS}, for root alone.")
    if bank is not None:
        _make_class(hub, bank)
    for place in places(hub, students):
        settle(place)
    for path in jupyter_files.lay(hub):
        print(f"wrote {path}")
    shutil.copyfile(START_SOURCE, hub.environment / "bin" / START)
    (hub.environment / "bin" / START).chmod(0o755)


def _make_class(hub: Hub, bank: Path) -> None:
    """Make the class, and give it to its teacher: files that were made a moment ago."""
    hub.homes.mkdir(parents=True, exist_ok=True)
    command = hub.environment / "bin" / "running-muscles"
    made = subprocess.run(
        (
            *(str(command), "class", "new", str(hub.class_folder), "--name", hub.course),
            *("--students", str(hub.roster), "--bank", str(bank)),
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise HubError(f"The class could not be made: {made.stderr.strip() or made.stdout}")
    owner = pwd.getpwnam(hub.teacher)
    for folder, _, names in os.walk(hub.class_folder):
        for path in (folder, *(os.path.join(folder, name) for name in names)):
            os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
    print(made.stdout.strip())


def _check(hub: Hub, students: list[str]) -> int:
    wrong = [why for place in places(hub, students) if (why := problem(place))]
    wrong += [f"{name} has no account." for name in students if not accounts.exists(name)]
    print("\n".join(wrong) or f"Everything is as it should be: {len(students)} learners.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
