"""Run something in a forked process and kill it at its n-th step: nothing is tidied up after that.

A step is whatever the process does to files, or a transaction that it commits.
"""

import os
import signal
import sys
from collections.abc import Callable

STEPS = frozenset(
    ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.truncate", "os.link")
)


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Run `work` in a child that is killed right before its n-th step; False when it ends first."""
    child = os.fork()
    if child == 0:
        _count_down(step)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def in_a_process(work: Callable[[], object]) -> None:
    """Run `work` in a child to its end, so that nothing stays in memory for the next run."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def _count_down(step: int) -> None:
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    left = step

    def take() -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(name: str, args: tuple[object, ...]) -> None:
        writes = name == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
        if name in STEPS or writes:
            take()

    event.listen(Engine, "commit", lambda _connection: take())
    sys.addaudithook(heard)
