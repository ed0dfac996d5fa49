"""Processes that score, and batches of hand-ins that go through them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice

from running_muscles.classroom.locks import leave_to_parent
from running_muscles.classroom.staging import Job, Staged, stage

AHEAD = 2  # batches for each worker that wait for the gradebook at most

_JOB: list[Job] = []


@contextmanager
def pool_of(job: Job, workers: int) -> Iterator[Executor | None]:
    """Have workers for as long as they are needed; None where this process scores by itself."""
    if workers < 2:
        yield None
        return
    with ProcessPoolExecutor(workers, initializer=_take, initargs=(job,)) as pool:
        yield pool


def staged(
    job: Job, students: list[str], size: int, pool: Executor | None, workers: int
) -> Iterator[list[Staged]]:
    """Yield batches of scored hand-ins, in order and a few ahead of who takes them.

    Parameters
    ----------
    size
        Hand-ins in a batch.
    pool
        What `pool_of` has given.
    """
    waiting = iter(students)
    batches = iter(lambda: list(islice(waiting, size)), [])
    if pool is None:
        for batch in batches:
            yield [stage(job, student) for student in batch]
        return
    running: list[Future[list[Staged]]] = []
    for batch in batches:
        running.append(pool.submit(_stage_all, batch))
        if len(running) > AHEAD * workers:
            yield running.pop(0).result()
    for each in running:
        yield each.result()


def _take(job: Job) -> None:
    """Make a worker ready, which must not keep the locks of a run that has died."""
    leave_to_parent()
    _JOB[:] = [job]


def _stage_all(students: list[str]) -> list[Staged]:
    return [stage(_JOB[0], student) for student in students]
