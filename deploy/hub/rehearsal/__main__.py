"""Rehearse a class on a hub: three learners, a teacher and one quiz, from log-in to feedback.

Run: make hub-demo ACCOUNTS=yes
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from academy.settings import HubError
from browser.chromium import launched
from rehearsal import act, ready
from rehearsal.stage import PREFIX, TEACHER, Stage, stage
from rehearsal.steps import StepError

LEARNERS = tuple(f"{PREFIX}{name}" for name in ("ada", "bob", "cleo"))


def main() -> int:
    """Rehearse, and return 0 when every step was done."""
    parser = argparse.ArgumentParser(prog="make hub-demo", description=__doc__)
    parser.add_argument("--accounts", choices=("yes", "no"), default="no")
    parser.add_argument("--pictures", type=Path, help="folder for pictures of the pages")
    told = parser.parse_args()
    names = ", ".join((*LEARNERS, TEACHER))
    if told.accounts != "yes" or os.geteuid() != 0:
        print(
            f"This makes the accounts {names} on this machine, and removes them at the end.\n"
            "Run it as root, and say so: make hub-demo ACCOUNTS=yes",
            file=sys.stderr,
        )
        return 2
    start = time.monotonic()
    try:
        ready.check()
        with stage(LEARNERS) as on_stage, launched() as browser:
            _play(on_stage, browser, told.pictures)
    except (StepError, HubError, BrowserError, AssertionError) as error:
        print(f"The rehearsal stopped: {error}", file=sys.stderr)
        return 1
    print(f"The whole rehearsal took {time.monotonic() - start:.0f} s.")
    return 0


def _play(on_stage: Stage, browser: Browser, pictures: Path | None) -> None:
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    play = act.Act(on_stage, browser, LEARNERS, pictures)
    play.hand_out()
    play.arrive()
    play.lose_the_server()
    play.answer_and_submit()
    play.keep_out()
    play.mark()
    play.give_back()


if __name__ == "__main__":
    sys.exit(main())
