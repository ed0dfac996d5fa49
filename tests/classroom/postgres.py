"""A PostgreSQL of one's own: in a temporary folder, on a socket that only this machine sees."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "grader"


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: [int(part) for part in path.parts[4].split(".")],
    )
    found = shutil.which("initdb") or (debian[-1] if debian else None)
    return Path(found).parent if found else None


def why_not() -> str:
    """Why there can be no PostgreSQL here; empty when there can."""
    if programs() is None:
        return "PostgreSQL is not installed here (Debian: apt-get install postgresql)"
    if os.getuid() == 0 and _account() is None:
        return "PostgreSQL does not run as root, and there is no account postgres or nobody"
    return ""


def _account() -> pwd.struct_passwd | None:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


@dataclass
class Server:
    """A server that runs, or is stopped and started again."""

    folder: Path
    safe: bool = False  # from a power cut, which costs time and is measured by bench/
    address: str = ""  # on a network, for whoever is there

    def run(self, program: str, *argv: str) -> None:
        path = programs()
        assert path
        account = _account() if os.getuid() == 0 else None
        # What pg_ctl starts keeps its outputs: a pipe would never end.
        with (self.folder / "told").open("ab") as told:
            subprocess.run(
                [str(path / program), "-D", str(self.folder / "data"), *argv],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=told,
                cwd=self.folder,
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
            )

    def make(self) -> None:
        if os.getuid() == 0 and (account := _account()):
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self.run("initdb", "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        if self.address:
            with (self.folder / "data" / "pg_hba.conf").open("a", encoding="utf-8") as file:
                file.write("host all all 0.0.0.0/0 trust\n")

    def start(self) -> None:
        options = f"-c listen_addresses='{self.address}' -c unix_socket_directories={self.folder}"
        options += f" -c fsync={'on' if self.safe else 'off'}"
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-w", "-m", "immediate", "stop")

    def url(self, database: str) -> str:
        socket = self.folder / ".s.PGSQL.5432"
        return f"postgresql+pg8000://{ACCOUNT}@/{database}?unix_sock={socket}"

    def database(self, name: str) -> str:
        """Make a new database, and return its address."""
        from sqlalchemy import create_engine, text

        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        return self.url(name)


@contextmanager
def running(safe: bool = False, address: str = "") -> Iterator[Server]:
    """Start a server, and leave nothing of it behind."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder), safe, address)
        server.make()
        server.start()
        try:
            yield server
        finally:
            if (server.folder / "data" / "postmaster.pid").exists():
                server.stop()
