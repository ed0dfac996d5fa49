"""The rehearsal really tries: what is open to it succeeds, and is told."""

from __future__ import annotations

import json
import subprocess
import sys

from rehearsal import secrecy


def tried(**told):
    whole = {"folders": [], "files": [], "renames": [], "additions": []} | told
    command = (sys.executable, "-c", secrecy._ATTEMPTS, json.dumps(whole))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_whatever_is_open_is_told(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir()
    (folder / "file").write_text("x")
    (tmp_path / "old").mkdir()
    found = tried(
        folders=[str(folder)],
        files=[str(folder / "file")],
        renames=[str(tmp_path / "old")],
        additions=[str(folder)],
    )
    assert [words.split()[0] for words in found] == ["list", "read", "rename", "write"]


def test_a_file_that_is_not_there_is_no_refusal(tmp_path):
    """A mistyped path would otherwise pass as a closed door."""
    (words,) = tried(files=[str(tmp_path / "nothing")])
    assert "No such file" in words
