"""Whose hand-in it is, when it came, and a copy that follows no link that appears meanwhile."""

import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from running_muscles.classroom import inbound, safe_copy
from running_muscles.classroom.owners import Owned, Owners
from running_muscles.quiz.safe_folder import UnsafeError, check_safe

ACCOUNTS = {1: "ada", 2: "eve", 3: "jupyter-ada", 4: "jupyter-bob", 5: "nobody", 6: "s6", 7: "s7"}
# Who is named by whose files, and which of these hand-ins are kept aside.
CASES: Mapping[str, tuple[list[tuple[str, set[int]]], list[int]]] = {
    "each their own": ([("ada", {1}), ("eve", {2})], []),
    "one account for all": ([("ada", {5}), ("eve", {5})], []),
    "named by another": ([("ada", {1}), ("ada", {2}), ("eve", {2})], [1]),
    "named by another who has none": ([("ada", {1}), ("ada", {2})], [1]),
    "only the forged one": ([("ada", {2}), ("eve", {2}), ("jupyter-bob", {4})], [0]),
    "a file that another put there": ([("ada", {1, 2}), ("eve", {2})], [0]),
    "an account without a student": ([("ada", {1}), ("ada", {5})], [1]),
    "an account without a name": ([("ada", {1}), ("ada", {99})], [1]),
    "the little hub": ([("ada", {3}), ("bob", {4}), ("bob", {3})], [2]),
    "other names, each their own": ([("x", {6}), ("y", {7})], []),
    "other names, forged": ([("x", {6}), ("x", {7}), ("y", {7})], [1]),
    "other names, the first one stays": ([("x", {6}), ("x", {7})], [1]),
    "all under one account, and one more": ([("x", {5}), ("y", {5}), ("z", {5}), ("x", {7})], [3]),
    "forged before": (
        [("x", {7}), ("y", {7}), ("x", {6}), ("v", {8}), ("w", {9}), ("u", {10})],
        [0],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_hand_ins_are_kept_aside(case: str) -> None:
    hand_ins, aside = CASES[case]
    everything = [
        Owned(student, frozenset(accounts), number)
        for number, (student, accounts) in enumerate(hand_ins)
    ]
    owners = Owners(everything, lambda number: ACCOUNTS.get(number, str(number)))
    assert [at for at, one in enumerate(everything) if owners.problem(one)] == aside
    assert owners.tell_apart == (case != "one account for all")


def hand_in(folder: Path, name: str) -> Path:
    path = folder / name
    path.mkdir()
    (path / "responses.json").write_text("{}")
    return path


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        ("2026-11-21 12:00:00.000000 UTC+abcdefghijkl", 12),
        ("2026-11-21 12:00:00.000000 UTC+ab-_efghijkl", 12),
        ("2026-11-21 12:00:00.000000 UTC", 12),
        ("2026-11-21 12:00:00 CET+abcdefghijkl", 11),
    ],
)
def test_when_it_came(tmp_path: Path, stamp: str, hour: int) -> None:
    hand_in(tmp_path, f"ada+quiz+{stamp}")
    found = inbound.look(tmp_path, "quiz")
    (sent,) = found.sent["ada"]
    assert (sent.moment.hour, found.aside) == (hour, [])


def test_which_hand_ins_are_looked_at(tmp_path: Path) -> None:
    time = "2026-11-21 12:00:00 UTC+abcdefghijkl"
    for name in ("ada+quiz", "a[1]+quiz", "a1+quiz", "plus+plus+quiz", "ada+quiz-2", "ada+other"):
        hand_in(tmp_path, f"{name}+{time}")
    (tmp_path / "notes.txt").touch()

    def students(pattern: str) -> list[str]:
        return sorted(inbound.look(tmp_path, "quiz", pattern).sent)

    assert students("*") == ["a1", "a[1]", "ada", "plus+plus"]
    assert students("a[1]") == ["a1", "a[1]"]
    assert students("ad*") == ["ada"]


@pytest.mark.parametrize("name", ["new\nline", ".hidden", "..", "bell\x07"])
def test_a_name_that_is_no_id_is_kept_aside(tmp_path: Path, name: str) -> None:
    hand_in(tmp_path, f"{name}+quiz+2026-11-21 12:00:00 UTC")
    found = inbound.look(tmp_path, "quiz")
    assert not found.sent
    assert "no id of a student" in str(found.aside[0])


@pytest.mark.parametrize(
    "stamp", ["soon", "", "9" * 40, "2026-13-41", "0001-01-01 00:00:00 +2300", "NaN", "1e999"]
)
def test_a_time_that_is_none_is_kept_aside(tmp_path: Path, stamp: str) -> None:
    hand_in(tmp_path, f"ada+quiz+{stamp}+abcdefghijkl")
    found = inbound.look(tmp_path, "quiz")
    assert not found.sent
    assert "where a time belongs" in str(found.aside[0])


def test_a_copy_holds_what_was_there_but_for_what_is_ignored(tmp_path: Path) -> None:
    source = hand_in(tmp_path, "hand-in")
    (source / "sub").mkdir()
    (source / "sub" / "note.txt").write_text("hello")
    (source / ".ipynb_checkpoints").mkdir()
    safe_copy.copy_hand_in(source, tmp_path / "copy", [".ipynb_*"])
    files = {
        path.relative_to(tmp_path / "copy").as_posix()
        for path in (tmp_path / "copy").rglob("*")
        if path.is_file()
    }
    assert files == {"responses.json", "sub/note.txt"}


def swapped_for_a_link(path: Path, secret: Path) -> None:
    path.rename(path.with_name("away"))
    path.symlink_to(secret)


def swapped_for_a_second_name(path: Path, secret: Path) -> None:
    path.unlink()
    os.link(secret, path)


def swapped_for_a_pipe(path: Path, _secret: Path) -> None:
    path.rename(path.with_name("away"))
    os.mkfifo(path)


def grown(path: Path, _secret: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


SWAPS = [
    (change, place)
    for change in (swapped_for_a_link, swapped_for_a_second_name, swapped_for_a_pipe, grown)
    for place in ("responses.json", "sub/answers.json")
]


@pytest.mark.parametrize(("change", "place"), [*SWAPS, (swapped_for_a_link, "sub")])
def test_what_changes_between_look_and_copy_gets_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Any, place: str
) -> None:
    """The file is swapped after it was looked at: the last moment at which that is possible."""
    (tmp_path / "class").mkdir()
    secret = tmp_path / "class" / "key.yaml"
    secret.write_text("SECRET")
    source = hand_in(tmp_path, "hand-in")
    (source / "sub").mkdir()
    (source / "sub" / "answers.json").write_text("{}")
    check_safe(source)
    target = source / place
    look, done = os.stat, threading.Event()

    def stat(path: Any, *args: Any, **kwargs: Any) -> os.stat_result:
        info = look(path, *args, **kwargs)
        if path == target.name and "dir_fd" in kwargs and not done.is_set():
            done.set()
            change(target, secret.parent if target.is_dir() else secret)
        return info

    monkeypatch.setattr(safe_copy.os, "stat", stat)
    with pytest.raises(UnsafeError, match="changed while it was being copied"):
        safe_copy.copy_hand_in(source, tmp_path / "copy")
    assert done.is_set()
    copied = [path for path in (tmp_path / "copy").rglob("*") if path.is_file()]
    assert all("SECRET" not in path.read_text() for path in copied)
