"""Only a hand-in that is wholly graded has a mark for other systems; lateness is taken off."""

from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from running_muscles.classroom import status
from running_muscles.classroom.interchange import class_marks
from running_muscles.classroom.status import Standing

STANDINGS = [
    Standing("ada", status.GRADED, 12.0, raw=10.0, penalty=1.5),
    Standing("zoe", status.GRADED, 12.0, raw=0.0),
    Standing("bob", status.NEEDS_MARKING, 12.0, raw=8.0),
    Standing("carl", status.NOT_SUBMITTED, 12.0, raw=0.0),
    Standing("dora", status.FAILED, 12.0),
    Standing("eve", status.UNREADABLE, 12.0),
]


def test_a_failure_is_no_zero(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    @contextmanager
    def gradebook() -> Any:
        yield None

    classroom: Any = SimpleNamespace(
        folder=tmp_path,
        gradebook=gradebook,
        assignment=lambda _book, _name: SimpleNamespace(max_score=12),
    )
    monkeypatch.setattr(class_marks, "standings", lambda *_: iter(STANDINGS))
    found = class_marks.of_quiz(classroom, "03-core")
    assert {name: one.points for name, one in found.marks.items()} == {
        "ada": 8.5,
        "zoe": 0.0,
        "bob": None,
        "carl": None,
        "dora": None,
        "eve": None,
    }
    assert (found.titles, found.most) == (("03-core",), 12.0)
