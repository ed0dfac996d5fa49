"""A hub of throw-away accounts on the loopback, gone again at the end whatever happens."""

from __future__ import annotations

import csv
import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from academy import settings
from academy.accounts import PASSWORDS, exists
from academy.servers import environment
from academy.settings import Hub
from rehearsal.steps import StepError, step, wait_until

ROOT = Path(__file__).parents[3]
HUB = ROOT / "deploy" / "hub"
ENVIRONMENT = ROOT / ".cache" / "hub" / "venv"
PROXY = HUB / "node_modules" / ".bin" / "configurable-http-proxy"
PREFIX = "rm-demo-"
TEACHER = f"{PREFIX}teacher"
COURSE = "rehearsal"


@dataclass(frozen=True)
class Stage:
    """A hub that runs: its settings, its address, first passwords by account, its process."""

    hub: Hub
    address: str
    passwords: dict[str, str]
    process: int

    def run_as(self, account: str, *words: str, folder: Path | None = None) -> str:
        """Run a command as somebody, as in a terminal of their server; return what it prints.

        Raises
        ------
        StepError
            When the command fails; its last words are in the message.
        """
        done = self.tried_as(account, *words, folder=folder)
        if done.returncode:
            raise StepError(f"{' '.join(words)} failed:\n{(done.stdout + done.stderr)[-1500:]}")
        return done.stdout + done.stderr

    def tried_as(
        self, account: str, *words: str, folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as somebody, and return what came of it."""
        who = pwd.getpwnam(account)
        return subprocess.run(
            words,
            cwd=folder or who.pw_dir,
            env={"HOME": who.pw_dir, "USER": account, "LANG": "C.UTF-8"}
            | environment(self.hub, account),
            user=who.pw_uid,
            group=who.pw_gid,
            extra_groups=os.getgrouplist(account, who.pw_gid),
            capture_output=True,
            text=True,
            check=False,
        )


@contextmanager
def stage(students: Sequence[str], teacher: str = TEACHER) -> Iterator[Stage]:
    """Set a hub up with `academy.prepare`, start it, and take all of it away at the end."""
    accounts = [*students, teacher]
    folder = Path(tempfile.mkdtemp(prefix="running-muscles-hub-"))
    folder.chmod(0o755)
    # A signal to end must take the accounts away too.
    before = signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    try:
        _remove(accounts)
        with step(f"{len(students)} learners and a teacher have accounts and a class"):
            hub = _prepared(folder, students, teacher)
        with (hub.state / "hub.log").open("w", encoding="utf-8") as log:
            process = _started(hub, log)
            try:
                with step("the hub is up"):
                    address = f"http://127.0.0.1:{hub.port}"
                    wait_until(lambda: _answers(address, process), "the hub did not come up")
                yield Stage(hub, address, _passwords(hub), process.pid)
            except BaseException:
                log.flush()
                tail = (hub.state / "hub.log").read_text("utf-8", "replace").splitlines()[-40:]
                print("The hub's last words:", *tail, sep="\n  ")
                raise
            finally:
                _stop(process)
    finally:
        _remove(accounts)
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(signal.SIGTERM, before)


def _prepared(folder: Path, students: Sequence[str], teacher: str) -> Hub:
    etc = folder / "etc"
    etc.mkdir(mode=0o755)
    roster = etc / "roster.csv"
    roster.write_text("student_id\n" + "".join(f"{name}\n" for name in students), "utf-8")
    (etc / settings.FILE_NAME).write_text(
        f'course = "{COURSE}"\nteacher = "{teacher}"\n'
        f'group = "{_group(teacher)}"\nroster = "{roster}"\n'
        f'class_folder = "{folder}/home/{teacher}/{COURSE}"\nhomes = "{folder}/home"\n'
        f'exchange = "{folder}/exchange"\nstate = "{folder}/state"\n'
        f'environment = "{ENVIRONMENT}"\nproxy = "{PROXY}"\n'
        f'spawner = "local"\nport = {_free_port()}\n',
        "utf-8",
    )
    (folder / "home").mkdir(mode=0o755)
    done = subprocess.run(
        (
            *(str(ENVIRONMENT / "bin" / "python"), "-m", "academy.prepare"),
            *(str(etc / settings.FILE_NAME), "--bank", str(ROOT / "assessments" / "bank")),
        ),
        cwd=HUB / "single-machine",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StepError(f"academy.prepare failed:\n{done.stdout}{done.stderr}")
    return settings.load(etc / settings.FILE_NAME)


def _free_port() -> int:
    """Return a port that is free together with the two after it."""
    for port in range(18000, 19000, 3):
        with suppress(OSError):
            for number in (port, port + 1, port + 2):
                with socket.socket() as one:
                    one.bind(("127.0.0.1", number))
            return port
    raise StepError("no three ports in a row are free")


def _started(hub: Hub, log: IO[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        (
            str(ENVIRONMENT / "bin" / "jupyterhub"),
            f"--config={HUB / 'single-machine' / 'jupyterhub_config.py'}",
        ),
        cwd=hub.state,
        env={
            "PATH": f"{ENVIRONMENT / 'bin'}:/usr/local/bin:/usr/sbin:/usr/bin:/bin",
            "HOME": str(hub.state),
            "LANG": "C.UTF-8",
            "RUNNING_MUSCLES_HUB": str(hub.etc / settings.FILE_NAME),
        },
        stdout=log,
        stderr=subprocess.STDOUT,
        umask=0o077,  # as the systemd unit sets it
        start_new_session=True,
    )


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise StepError("the hub ended before it was up")
    try:
        with urllib.request.urlopen(f"{address}/hub/login", timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _passwords(hub: Hub) -> dict[str, str]:
    with (hub.etc / PASSWORDS).open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row["first_password"] for row in csv.DictReader(file)}


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=15)
    # Proxy and culler are in the hub's session; nothing else is.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def processes_of(account: str) -> list[int]:
    """Return the ids of an account's processes."""
    number = pwd.getpwnam(account).pw_uid
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if path.stat().st_uid == number:
                found.append(int(path.name))
    return found


def _group(teacher: str) -> str:
    return f"{teacher}s-class"


def _is_quiet(account: str) -> bool:
    return not processes_of(account)


def _remove(accounts: Sequence[str]) -> None:
    """Take the throw-away accounts away, with what they still run."""
    for name in filter(exists, accounts):
        for process in processes_of(name):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        wait_until(partial(_is_quiet, name), f"{name} still runs something", 20)
        # userdel grumbles about a mail box that is not there; what counts is that it is gone.
        subprocess.run(("userdel", "--remove", name), capture_output=True, check=False)
        if exists(name):
            print(f"The account {name} is still there. Remove it: userdel --remove {name}")
    with suppress(KeyError):
        group = grp.getgrnam(_group(accounts[-1])).gr_name
        subprocess.run(("groupdel", group), capture_output=True, check=False)
