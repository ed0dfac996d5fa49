"""The learner's file of answers: saved at once, never lost."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from running_muscles.quiz import answers_lock
from running_muscles.quiz.answers_file import Responses

EARLY, LATE = "2026-11-21T10:00:00.000Z", "2026-11-21T10:00:00.500+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "responses.json"


def document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_an_answer_is_on_disk_when_set_returns(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    assert not path.exists()
    assert saved.set("core-pairs", "pairs", EARLY)
    assert document(path) == {
        "format": 1,
        "quiz": "03-core",
        "edition": "open",
        "student": "ada",
        "responses": {"core-pairs": {"value": "pairs", "at": EARLY}},
    }
    assert Responses(path, "03-core", "open", "ada").answers() == {"core-pairs": "pairs"}


def test_the_later_answer_stays(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    saved.set("a", "late", LATE)
    assert not saved.set("a", "early", EARLY)
    assert saved.answers() == {"a": "late"}
    assert saved.set("a", "again", LATE)
    assert saved.answers() == {"a": "again"}


def test_none_clears_an_answer(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    saved.set("a", ["x"], EARLY)
    saved.set("a", None, LATE)
    assert document(path)["responses"] == {}


def test_another_window_s_answers_are_kept(path: Path) -> None:
    one, other = (
        Responses(path, "03-core", "open", "ada"),
        Responses(path, "03-core", "open", "ada"),
    )
    one.set("a", "x", EARLY)
    other.set("b", "y", EARLY)
    one.set("c", "z", EARLY)
    assert one.answers() == {"a": "x", "b": "y", "c": "z"}


def test_threads_lose_nothing(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: saved.set(f"q{n}", n, EARLY), range(40)))
    assert len(saved.answers()) == 40


KERNEL = """
import sys
from pathlib import Path
from running_muscles.quiz.answers_file import Responses
saved = Responses(Path(sys.argv[1]), "03-core", "open", "ada")
print("ready", flush=True)
input()
for n in range(40):
    saved.set(f"{sys.argv[2]}-{n}", n, sys.argv[3])
"""


def test_two_kernels_lose_nothing(path: Path) -> None:
    pipe = subprocess.PIPE
    commands = [[sys.executable, "-c", KERNEL, str(path), name, EARLY] for name in ("one", "two")]
    kernels = [subprocess.Popen(one, stdin=pipe, stdout=pipe, text=True) for one in commands]
    for kernel in kernels:
        assert kernel.stdout
        assert kernel.stdout.readline() == "ready\n"
    for kernel in kernels:
        assert kernel.stdin
        kernel.stdin.write("go\n")
        kernel.stdin.flush()
    for kernel in kernels:
        kernel.communicate()
        assert kernel.returncode == 0
    assert len(Responses(path, "03-core", "open", "ada").answers()) == 80
    assert [file.name for file in path.parent.iterdir()] == ["responses.json"]


def test_what_a_killed_kernel_left_holds_nobody_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers_lock, "LEFT_BEHIND_S", 0.02)
    path.with_name(".responses.lock").touch()
    assert Responses(path, "03-core", "open", "ada").set("a", "x", EARLY)
    assert [file.name for file in path.parent.iterdir()] == ["responses.json"]


def test_another_s_turn_is_waited_for(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    with ThreadPoolExecutor(1) as pool:
        with answers_lock.alone(path):
            waiting = pool.submit(saved.set, "a", "x", EARLY)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.05)
            assert not path.exists()
        assert waiting.result(timeout=20)


def test_nobody_waits_where_nothing_can_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Responses(path, "03-core", "open", "ada").set("a", "x", EARLY)

    def refused(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    # Being root, as in a container, would make a read-only folder no obstacle.
    monkeypatch.setattr(answers_lock.os, "open", refused)
    monkeypatch.setattr(answers_lock.os, "access", lambda *_args: False)
    with answers_lock.alone(path):
        assert json.loads(path.read_bytes())["responses"]["a"]["value"] == "x"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"format": 1, "quiz": "03-core", "respon', "damaged or cut short"),
        (b"", "is empty"),
        (b"[1]", "a format that this course does not know"),
        (b'{"format": 1, "quiz": "04-arm-swing", "responses": {}}', "belongs to the quiz"),
        (b"\xfe\xfa", "is not UTF-8"),
    ],
)
def test_a_damaged_file_is_kept_aside(path: Path, data: bytes, why: str) -> None:
    path.write_bytes(data)
    saved = Responses(path, "03-core", "open", "ada")
    aside = path.with_name("responses.damaged-1.json")
    assert aside.read_bytes() == data
    assert why in saved.notice
    assert aside.name in saved.notice
    saved.set("a", "x", EARLY)
    path.write_bytes(data)
    assert Responses(path, "03-core", "open", "ada").answers() == {}
    assert path.with_name("responses.damaged-2.json").read_bytes() == data


def test_one_damaged_entry_does_not_cost_the_others(path: Path) -> None:
    entries = {"a": {"value": "x", "at": EARLY}, "b": {"value": "y"}, "c": 3, "d": {"at": EARLY}}
    path.write_text(json.dumps({"format": 1, "quiz": "03-core", "responses": entries}))
    saved = Responses(path, "03-core", "open", "ada")
    assert saved.answers() == {"a": "x"}
    assert path.with_name("responses.damaged-1.json").exists()
    assert saved.notice.startswith("Some answers in the file were damaged.")


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    saved.set("a", "x", EARLY)

    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        saved.set("a", "y", LATE)
    assert saved.answers() == {"a": "x"}
    assert [file.name for file in path.parent.iterdir()] == ["responses.json"]


def test_what_cannot_be_saved_is_refused(path: Path) -> None:
    saved = Responses(path, "03-core", "open", "ada")
    with pytest.raises(ValueError, match="too long"):
        saved.set("a", "x" * 300_000, EARLY)
    with pytest.raises(ValueError, match="JSON"):
        saved.set("a", float("nan"), EARLY)
    for at in ("yesterday", "2026-11-21T10:00:00"):
        with pytest.raises(ValueError, match=r"offset|isoformat"):
            saved.set("a", "x", at)
    assert not path.exists()


def test_a_half_character_does_not_stop_the_saving(path: Path) -> None:
    Responses(path, "03-core", "open", "ada").set("a", "x\ud800", EARLY)
    assert Responses(path, "03-core", "open", "ada").answers() == {"a": "x?"}


def test_the_collector_may_read_it(path: Path) -> None:
    Responses(path, "03-core", "open", "ada").set("a", "x", EARLY)
    assert path.stat().st_mode & 0o444 == 0o444
