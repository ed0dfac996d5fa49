"""The results file on any disk: old formats, read-only places, no memory to share."""

from __future__ import annotations

import ctypes
import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from running_muscles.measure import database
from running_muscles.measure.database import MIGRATIONS, ReadOnlyError, writing
from running_muscles.measure.result import Result
from running_muscles.measure.store import NOBODY, Store, StoreError

AT = "2026-11-21T10:00:00.000Z"
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24


def old_file(path: Path, *, crashed: bool = False) -> Path:
    """Make a file of the first format, with a write-ahead log as it had."""
    program = f"""
import os, sqlite3, sys
sys.path.insert(0, {str(Path(database.__file__).parents[2])!r})
from running_muscles.measure.database import MIGRATIONS
connection = sqlite3.connect({str(path)!r})
connection.execute("PRAGMA journal_mode = WAL")
for step in MIGRATIONS[0]:
    connection.execute(step)
row = "INSERT INTO results VALUES (?, 'front_plank', '', ?, 's', 1, NULL, '', '', '1', ?, 120, '{{}}', 1, 0)"
for values in (("early", 38.2, "2026-03-01T09:30:00+02:00"), ("late", 40.0, "2026-03-01T08:00:00.000Z"),
               ("far", 41.0, "9999-12-31T23:59:00Z")):
    connection.execute(row, values)
connection.execute("INSERT INTO settings VALUES ('owner', 'me'), ('set:about', '{{}}')")
connection.execute("PRAGMA user_version = 1")
connection.commit()
{"os._exit(0)" if crashed else "connection.close()"}
"""  # noqa: E501
    subprocess.run([sys.executable, "-c", program], check=True)
    assert path.with_name(f"{path.name}-wal").exists() is crashed
    return path


def as_anybody() -> None:
    """Give up what lets root write where nobody may."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def in_a_read_only_place(folder: Path, program: str) -> str:
    """Run a program where the folder may only be read; return what it prints."""
    files = list(folder.iterdir())
    for file in files:
        file.chmod(0o444)
    folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=as_anybody,
            env={**os.environ, "RUNNING_MUSCLES_HOME": str(folder)},
        )
    finally:
        folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    return done.stdout


def mode_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_no_memory_is_shared_and_nothing_is_left_beside_the_file(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.record(Result("a", "front_plank", 38.2, "s", AT))
    assert mode_of(store.path) == "delete"
    assert [path.name for path in tmp_path.iterdir()] == ["results.sqlite3"]


@pytest.mark.parametrize("crashed", [False, True])
def test_an_old_file_keeps_everything_and_gets_the_new_form(tmp_path, crashed):
    store = Store(old_file(tmp_path / "results.sqlite3", crashed=crashed))
    assert [(each.id, each.recorded_at) for each in store.results()] == [
        ("early", "2026-03-01T07:30:00.000Z"),
        ("late", "2026-03-01T08:00:00.000Z"),
    ]
    (sentence,) = store.unreadable()
    assert sentence.startswith("Result far: recorded_at: ")
    assert store.owner() == "me"
    store.remember("about", {"age": 40})
    assert store.setting("about") == {"age": 40}
    assert mode_of(store.path) == "delete"
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert connection.execute("SELECT count(*) FROM results").fetchone() == (3,)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of POSIX")
class TestReadOnly:
    read = (
        "from running_muscles.measure.store import Store; store = Store(); "
        "print([each.id for each in store.results()], store.setting('about'), store.owner())"
    )
    write = (
        "from running_muscles.measure.store import Store, StoreError\n"
        "try: Store().remember('about', {})\n"
        "except StoreError as error: print(type(error).__name__, error)"
    )

    @pytest.mark.parametrize("crashed", [False, True])
    def test_an_old_file_is_read(self, tmp_path, crashed):
        path = old_file(tmp_path / "results.sqlite3", crashed=crashed)
        before = path.read_bytes()
        assert in_a_read_only_place(tmp_path, self.read) == "['early', 'late'] {} me\n"
        assert path.read_bytes() == before

    def test_a_new_file_is_read_exported_and_not_written(self, tmp_path):
        store = Store(tmp_path / "results.sqlite3")
        store.record(Result("a", "front_plank", 38.2, "s", AT, note="müde"))
        assert in_a_read_only_place(tmp_path, self.read) == f"['a'] None {NOBODY}\n"
        told = in_a_read_only_place(tmp_path, self.write)
        assert told.startswith("ReadOnlyError Your results file ")
        assert "can still be read and exported" in told
        export = "from running_muscles.cli import app; app(['results', 'export'])"
        assert "müde" in in_a_read_only_place(tmp_path, export)

    def test_lessons_show_what_is_there(self, tmp_path):
        old_file(tmp_path / "results.sqlite3", crashed=True)
        show = (
            "import running_muscles as rm; log, plank = rm.Log(), rm.PlankHold(); "
            "print(len(log.front.rows), len(plank.front.history['recent']), plank.front.problem)"
        )
        assert in_a_read_only_place(tmp_path, show) == "2 2 \n"

    def test_a_read_only_place_is_a_refusal_for_now(self):
        assert issubclass(ReadOnlyError, StoreError)


def test_a_locked_file_is_a_refusal_for_now(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    store = Store(tmp_path / "results.sqlite3")
    store.owner()
    with (
        writing(store.path),
        pytest.raises(StoreError, match="Another program is using it"),
    ):
        store.record(Result("a", "front_plank", 38.2, "s", AT))
    assert store.record(Result("a", "front_plank", 38.2, "s", AT))


def test_a_full_disk_is_a_refusal_for_now_and_loses_nothing(tmp_path, full_disk):
    store = Store(tmp_path / "results.sqlite3")
    kept = Result("a", "front_plank", 38.2, "s", AT)
    store.record(kept)
    big = Result("b", "front_plank", 40.0, "s", AT, details={"taps": [1.25] * 1_500})
    with full_disk(), pytest.raises(StoreError, match=r"The disk is full\. Make room and try"):
        store.record(big)
    assert [each.id for each in store.results()] == ["a"]
    assert store.record(big)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["results.sqlite3"]


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT"])
def test_a_full_disk_is_named_before_there_is_a_file(tmp_path, monkeypatch, name):
    def full(*_, **__):
        raise OSError(getattr(errno, name), "no room")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(StoreError, match="The disk is full"):
        Store(tmp_path / "new" / "results.sqlite3").results()


def test_a_change_that_fails_half_way_is_not_kept(tmp_path):
    store = Store(tmp_path / "results.sqlite3")

    def fail():
        with writing(store.path) as connection:
            connection.execute("INSERT INTO settings (name, value) VALUES ('set:about', '{}')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.setting("about") is None
