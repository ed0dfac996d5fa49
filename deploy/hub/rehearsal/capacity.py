"""Measure what learners cost a hub: 1, 3 and 5 of them, each with a lesson open.

Run: make hub-capacity ACCOUNTS=yes. It prints the table of README.md, and judges nothing.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from academy.settings import HubError
from browser.chromium import launched
from rehearsal import cost, ready
from rehearsal.person import Person, awake
from rehearsal.stage import PREFIX, Stage, processes_of, stage
from rehearsal.steps import StepError, expect

LESSON = "03-core"
CLASSES = (1, 3, 5)
LEARNERS = tuple(f"{PREFIX}{number}" for number in range(1, max(CLASSES) + 1))
TEACHER = f"{PREFIX}measure"  # so that a rehearsal may run beside it
IDLE_SECONDS = 30
# A class has done its work when its processors have been quiet for so long, and on a busy machine
# it may take as long as this to get there.
QUIET_SECONDS, QUIET_CPU = 3.0, 0.05
PATIENCE_SECONDS = 300
COLUMNS = (
    *("Learners", "MB each, lesson open", "MB each, after Run All"),
    *("CPU each while idle, s a minute", "CPU each for Run All, s", "all done after, s"),
)
CELLS = {
    **{"learners": "{:.0f}", "open": "{:.0f}", "after": "{:.0f}"},
    **{"idle cpu": "{:.2f}", "run cpu": "{:.1f}", "seconds": "{:.1f}"},
}


def main() -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="make hub-capacity", description=__doc__)
    parser.add_argument("--accounts", choices=("yes", "no"), default="no")
    if parser.parse_args().accounts != "yes" or os.geteuid() != 0:
        print(
            f"This makes the accounts {PREFIX}1 to {PREFIX}{len(LEARNERS)} and a teacher's, and"
            " removes them.\nRun it as root, and say so: make hub-capacity ACCOUNTS=yes",
            file=sys.stderr,
        )
        return 2
    try:
        ready.check()
        with stage(LEARNERS, TEACHER) as on_stage, launched() as browser:
            _measure(on_stage, browser)
    except (StepError, HubError, BrowserError, AssertionError) as error:
        print(f"The measurement stopped: {error}", file=sys.stderr)
        return 1
    return 0


def _measure(on_stage: Stage, browser: Browser) -> None:
    hub = cost.of(cost.family(on_stage.process))
    rows: list[dict[str, float]] = []
    pages: list[Page] = []
    people: list[Person] = []
    for count in CLASSES:
        for name in LEARNERS[len(people) : count]:
            person = Person(browser, on_stage, name)
            pages.append(person.log_in(LESSON))
            awake(pages[-1])
            people.append(person)
        rows.append(_row(LEARNERS[:count], pages))
        print(f"{_line(rows[-1])}  load {os.getloadavg()[0]:.1f}", flush=True)
    _print(rows, hub, cost.of(cost.family(on_stage.process)))


def _row(names: tuple[str, ...], pages: list[Page]) -> dict[str, float]:
    """Measure a class: half a minute with an open lesson, then everybody's Run All at once."""
    row: dict[str, float] = {"learners": len(names)}
    # No condition says that nothing happens: this is the time that is measured.
    idle = _used(names, lambda: time.sleep(IDLE_SECONDS))
    row["idle cpu"] = statistics.median(idle) * 60 / IDLE_SECONDS
    row["open"] = _memory(names)
    running = _used(names, lambda: row.update(seconds=_run_all(names, pages)))
    row["run cpu"] = statistics.median(running)
    row["after"] = _memory(names)
    return row


def _run_all(names: tuple[str, ...], pages: list[Page]) -> float:
    """Let everybody run the lesson in a new kernel; return the seconds until all are quiet."""
    start = time.monotonic()
    for page in pages:
        page.bring_to_front()
        page.locator(".lm-MenuBar-item", has_text=re.compile("^Kernel$")).click()
        page.locator(".lm-Menu-item", has_text="Restart Kernel and Run All Cells").click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
    last = time.monotonic()
    while time.monotonic() - last < QUIET_SECONDS:
        expect(
            time.monotonic() - start < PATIENCE_SECONDS,
            f"{len(names)} learners were still at work after {PATIENCE_SECONDS} s",
        )
        before = time.monotonic()
        if max(_used(names, lambda: time.sleep(0.5))) > QUIET_CPU * (time.monotonic() - before):
            last = time.monotonic()
    return last - start


def _used(names: tuple[str, ...], work: Callable[[], None]) -> list[float]:
    """Return the seconds of CPU that each learner's processes use meanwhile."""
    before = {name: cost.of(processes_of(name)).cpu for name in names}
    work()
    return [cost.of(processes_of(name)).cpu - before[name] for name in names]


def _memory(names: tuple[str, ...]) -> float:
    return statistics.median(cost.of(processes_of(name)).memory for name in names)


def _line(row: dict[str, float]) -> str:
    cells = (template.format(row[key]) for key, template in CELLS.items())
    return "| " + " | ".join(cells) + " |"


def _print(rows: list[dict[str, float]], hub: cost.Cost, later: cost.Cost) -> None:
    with open("/proc/meminfo", encoding="utf-8") as file:
        total = int(file.readline().split()[1]) / 1024 / 1024
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    print(f"\n{datetime.date.today()}, {os.cpu_count()} cores, {total:.0f} GB, {system}\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    for row in rows:
        print(_line(row))
    print(f"\nHub, proxy and culler: {hub.memory:.0f} MB with nobody logged in,")
    print(f"{later.memory:.0f} MB with {CLASSES[-1]} learners.")
    most = max(row["after"] for row in rows)
    fits = int((16 * 1024 * 7 / 8 - later.memory) / most)
    print(f"16 GB, of which an eighth stays with the system: {fits} learners at {most:.0f} MB.")


if __name__ == "__main__":
    sys.exit(main())
