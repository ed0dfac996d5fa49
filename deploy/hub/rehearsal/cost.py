"""What an account costs: memory and processor time of all its processes, as Linux counts them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Memory in MB (proportional set size: what is shared is counted in shares), CPU in seconds."""

    memory: float
    cpu: float


def of(processes: Iterable[int], proc: Path = Path("/proc")) -> Cost:
    """Add up what some processes hold and have used; one that has ended meanwhile is left out.

    Memory is ``Pss`` of ``smaps_rollup``; CPU is user and system time, with that of children who
    have ended.
    """
    memory = ticks = 0.0
    for number in processes:
        with suppress(FileNotFoundError, ProcessLookupError):
            memory += _pss((proc / str(number) / "smaps_rollup").read_text("utf-8"))
            ticks += _ticks((proc / str(number) / "stat").read_text("utf-8"))
    return Cost(memory / 1024, ticks / _TICKS)


def _pss(text: str) -> float:
    (line,) = [line for line in text.splitlines() if line.startswith("Pss:")]
    return float(line.split()[1])


def _ticks(text: str) -> float:
    # The name of a program, in brackets, may hold anything.
    fields = text.rpartition(")")[2].split()
    return float(sum(map(int, fields[11:15])))


def family(root: int, proc: Path = Path("/proc")) -> list[int]:
    """Return a process and all its descendants that belong to the same account."""
    owner = (proc / str(root)).stat().st_uid
    parents: dict[int, int] = {}
    for path in proc.glob("[0-9]*"):
        with suppress(FileNotFoundError, ProcessLookupError):
            if path.stat().st_uid == owner:
                told = (path / "stat").read_text("utf-8").rpartition(")")[2].split()
                parents[int(path.name)] = int(told[1])
    found = [root]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found
