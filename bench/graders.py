"""Grade one class by one process and by two, with its gradebook on SQLite and on PostgreSQL.

All runs grade the same hand-ins, in turn, so that a busy machine slows all of them. Prints the
median of the wall times of each with the shortest and the longest, the load of the machine, and how
many marks differ; starting Python is in each time, as it is for who types the command. Two
processes on one machine stand for two machines: what a network costs is not in it, and the
database takes its share of the same processors.

Run: python -m bench.graders [--runs 3] [sizes of classes ...]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine, text

from bench.grading import QUIZ, REPOSITORY, prepare

sys.path.insert(0, str(REPOSITORY / "tests"))
from classroom.postgres import Server, running, why_not

SIZES = (30, 100, 300, 1000)
MARKS = """
    SELECT s.student_id, c.name, g.auto_score FROM grade g
    JOIN base_cell c ON c.id = g.cell_id
    JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment s ON s.id = n.assignment_id"""
Marks = set[tuple[object, ...]]


@dataclass(frozen=True)
class Way:
    """One way to grade a class."""

    name: str
    postgres: bool
    processes: int = 1
    argv: tuple[str, ...] = ()


WAYS = (
    Way("SQLite", postgres=False),
    Way("SQLite, --workers 2", postgres=False, argv=("--workers", "2")),
    Way("PostgreSQL", postgres=True),
    Way("PostgreSQL, 2 graders", postgres=True, processes=2),
)


def at_once(folder: Path, way: Way) -> tuple[float, float]:
    """Start the graders together; return the seconds until the last one has ended, and their CPU s.

    The CPU of workers is in it, that of the database is not.
    """
    command = [str(Path(sys.executable).with_name("running-muscles")), "grade", QUIZ, *way.argv]
    start = time.perf_counter()
    running_now = [
        subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        for _ in range(way.processes)
    ]
    ended = [os.wait4(process.pid, 0) for process in running_now]
    wall = time.perf_counter() - start
    if any(status for _, status, _ in ended):
        raise SystemExit(f"a grader has failed: {[status for _, status, _ in ended]}")
    return wall, sum(used.ru_utime + used.ru_stime for _, _, used in ended)


def marks(url: str) -> Marks:
    """Return all automatic marks of a gradebook."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {tuple(row) for row in connection.execute(text(MARKS))}
    engine.dispose()
    return found


def measured(
    way: Way, plain: Path, folder: Path, server: Server, name: str
) -> tuple[float, float, Marks]:
    """Grade a copy of a class; return the wall time, the CPU time and the marks."""
    shutil.copytree(plain, folder)
    url = f"sqlite:///{folder / 'gradebook.db'}"
    if way.postgres:
        url = server.database(name)
        with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
        again = [sys.executable, "-m", "nbgrader", "generate_assignment", QUIZ, "--force"]
        subprocess.run(again, cwd=folder, check=True, capture_output=True)
    os.sync()  # the copy's own writing is not to be waited for
    wall, cpu = at_once(folder, way)
    found = marks(url)
    shutil.rmtree(folder)
    return wall, cpu, found


def one_size(size: int, runs: int, root: Path, server: Server) -> None:
    """Measure all ways for one class, and print its rows."""
    plain = root / f"plain-{size}"
    prepare(plain, ours=True, students=size)
    walls: dict[str, list[float]] = {way.name: [] for way in WAYS}
    cpus: dict[str, list[float]] = {way.name: [] for way in WAYS}
    loads: list[float] = []
    found: list[Marks] = []
    for number in range(runs):
        for way in WAYS:
            loads.append(os.getloadavg()[0])
            name = f"{way.name} {size} {number}"
            wall, cpu, given = measured(way, plain, root / "run", server, name)
            walls[way.name].append(wall)
            cpus[way.name].append(cpu)
            found.append(given)
    shutil.rmtree(plain)
    first = statistics.median(walls[WAYS[0].name])
    for way in WAYS:
        wall = statistics.median(walls[way.name])
        spread = f"{min(walls[way.name]):.1f}-{max(walls[way.name]):.1f}"
        print(
            f"{size:>8}  {way.name:<22}{wall:>8.1f}{spread:>14}{first - wall:>10.1f}"
            f"{size / wall:>10.1f}{statistics.median(cpus[way.name]):>8.1f}",
            flush=True,
        )
    differ = sum(len(given ^ found[0]) for given in found)
    print(
        f"{'':>10}load {min(loads):.1f} to {max(loads):.1f}; {len(found[0])} marks a run,"
        f" {differ} differ",
        flush=True,
    )


def main() -> None:
    """Run all of it and print the table."""
    asked = argparse.ArgumentParser(prog="python -m bench.graders")
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--runs", type=int, default=3)
    wanted = asked.parse_args()
    if why_not():
        print(f"bench.graders: not measured. {why_not()}.")
        return
    print(f"{date.today()}, {os.cpu_count()} processors, median of {wanted.runs} runs")
    print(
        f"hand-ins  {'way':<22}{'wall s':>8}{'all runs':>14}{'s saved':>10}{'a second':>10}"
        f"{'CPU s':>8}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as root, running(safe=True) as server:
        for size in wanted.sizes:
            one_size(size, wanted.runs, Path(root), server)


if __name__ == "__main__":
    main()
