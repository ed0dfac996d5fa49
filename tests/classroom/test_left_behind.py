"""What runs leave for each other on a shared disk, though machines may have the same numbers."""

import json
import os
from pathlib import Path

import pytest

from running_muscles.classroom.begun import CHANGING, WISHED, Begun
from running_muscles.classroom.journal import Journal, unfinished
from running_muscles.classroom.whole_file import write_whole

QUIZ = "03-core"


def test_a_run_takes_over_what_one_of_its_own_number_has_left(tmp_path: Path) -> None:
    dead = Journal(tmp_path, QUIZ)
    dead.begin(["ada", "bob"])
    dead._file.close()  # as the system does when a process is killed
    mine = Journal(tmp_path, QUIZ)
    assert mine.left_behind() == {"ada", "bob"}
    assert unfinished(tmp_path, QUIZ) == {"ada", "bob"}  # should this one be killed, too
    mine.done(["ada"])
    assert unfinished(tmp_path, QUIZ) == {"bob"}
    mine.done(["bob"])
    mine.close()
    assert list((tmp_path / ".grading" / QUIZ).iterdir()) == []


def test_a_living_run_of_the_same_number_keeps_its_work(tmp_path: Path) -> None:
    there = Journal(tmp_path, QUIZ)
    there.begin(["ada"])
    here = Journal(tmp_path, QUIZ)
    assert here.stage != there.stage
    assert here.left_behind() == set()
    here.begin(["bob"])
    here.done(["bob"])
    here.close()
    assert unfinished(tmp_path, QUIZ) == {"ada"}
    there.close()


def test_a_wish_says_less_than_what_has_begun(tmp_path: Path) -> None:
    begun = Begun(tmp_path)
    begun.wish(["ada", "bob"])
    begun.begin({"ada": {"words": "seen"}})
    Begun(tmp_path).wish(["ada", "cleo"])
    assert begun.students() == {"ada": CHANGING, "bob": WISHED, "cleo": WISHED}
    assert begun.kept("ada") == {"words": "seen"}


def test_of_two_who_write_one_file_neither_sees_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    replace = Path.replace

    def meanwhile(self: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        write_whole(path, b"other")  # another machine, in the middle
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", meanwhile)
    write_whole(path, json.dumps("mine").encode(), on_disk=True)
    assert path.read_bytes() == b'"mine"'
    assert os.listdir(tmp_path) == ["page.html"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "page.html", b"x")
    assert os.listdir(tmp_path) == ["page.html"]
