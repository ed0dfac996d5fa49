"""Machines made of namespaces: each with a name, a network and process numbers of its own.

All of it lives in a network that only this process sees, and is gone when it ends.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

SERVER = "198.18.0.1"  # of a range that is set apart for such trials
PATIENCE = 180  # in seconds: somebody may wait for ever
NEW_NETWORK, NEW_NAME, NEW_PIDS = 0x40000000, 0x04000000, 0x20000000
DIE_WITH_PARENT = 1  # of prctl


def unshare(what: int) -> None:
    """Leave the namespaces of this process; Python itself has that from 3.12 on."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(what):
        raise OSError(ctypes.get_errno(), "unshare")


def ip(*argv: str) -> None:
    subprocess.run(["ip", *argv], check=True, capture_output=True)


def in_own_network(work: Callable[[], object]) -> int:
    """Run `work` in a child with a network of its own; return its exit code."""
    child = os.fork()
    if child == 0:
        os._exit(_code_of(lambda: _on_the_network(work)))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _on_the_network(work: Callable[[], object]) -> None:
    unshare(NEW_NETWORK)
    ip("link", "set", "lo", "up")
    ip("addr", "add", f"{SERVER}/32", "dev", "lo")
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(PATIENCE)
    work()


def _too_long(*_: object) -> None:
    raise TimeoutError(f"not done after {PATIENCE} s")


def why_no_hosts() -> str:
    """Why there can be none here; empty when there can."""
    if sys.platform != "linux" or os.getuid() != 0:
        return "machines of one's own need root on Linux"
    if shutil.which("ip") is None:
        return "the command ip is not installed here (Debian: apt-get install iproute2)"
    if in_own_network(lambda: unshare(NEW_NAME | NEW_PIDS)):
        return "namespaces are not allowed here"
    return ""


class Host:
    """A machine at the end of a wire, which does one thing as its process number 1.

    Parameters
    ----------
    number
        From 1; it is in the name and in the addresses.
    home
        A folder of the machine's own.
    work
        What it does once it is on the network.
    """

    def __init__(self, number: int, home: Path, work: Callable[[], object]) -> None:
        self._here, self._there = f"198.18.{number}.1", f"198.18.{number}.2"
        self._wire = f"wire{number}"
        ready, told = os.pipe()
        wired, go = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os._exit(_code_of(lambda: self._live(number, home, work, told, wired)))
        os.read(ready, 1)
        ends = ("type", "veth", "peer", "name", "eth0", "netns", str(self._pid))
        ip("link", "add", self._wire, *ends)
        ip("addr", "add", f"{self._here}/24", "dev", self._wire)
        ip("link", "set", self._wire, "up")
        os.write(go, b".")
        for handle in (ready, told, wired, go):
            os.close(handle)

    def _live(
        self, number: int, home: Path, work: Callable[[], object], told: int, wired: int
    ) -> None:
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        unshare(NEW_NETWORK | NEW_NAME)
        name = f"grader-{number}".encode()
        ctypes.CDLL(None).sethostname(name, len(name))
        os.environ |= {"HOME": str(home), "RUNNING_MUSCLES_HOME": str(home)}
        os.write(told, b".")
        os.read(wired, 1)
        ip("addr", "add", f"{self._there}/24", "dev", "eth0")
        ip("link", "set", "eth0", "up")
        ip("route", "add", "default", "via", self._here)
        unshare(NEW_PIDS)  # of the next child, which is number 1
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
            os._exit(_code_of(work))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    def lose_power(self) -> None:
        """End without a word: nobody on the network hears of it."""
        ip("link", "del", self._wire)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def wait(self) -> int:
        """Wait until the work is done; return its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


def _code_of(work: Callable[[], object]) -> int:
    """Do it, and return the exit code: a child must not go on with what its parent was at."""
    try:
        work()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return 1
    return 0
