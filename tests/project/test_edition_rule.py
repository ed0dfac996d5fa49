"""A folder on disk and a browser agree on what counts as written in a lesson."""

from __future__ import annotations

import json
import re
from pathlib import Path

from running_muscles.cli.edition import RUN_MARKS

DOOR = Path(__file__).parents[2] / "widgets/door/src/edition.js"


def test_both_leave_out_the_same_marks_of_a_run():
    listed = re.search(r"RUN_MARKS = (\[.*?\]);", DOOR.read_text("utf-8"))
    assert listed is not None
    assert set(json.loads(listed[1])) == RUN_MARKS
