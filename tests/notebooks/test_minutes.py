"""A lesson says how long it takes, as measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from running_muscles import tables

ROOT = Path(__file__).parents[2]
ASK = (
    "import json, sys; from make.minutes import minutes; "
    "print(json.dumps([minutes(name) for name in sys.argv[1:]]))"
)


def test_every_lesson_takes_as_long_as_it_says():
    rows = tables.lessons()
    done = subprocess.run(
        (sys.executable, "-c", ASK, *rows),
        env={**os.environ, "PYTHONPATH": str(ROOT / "data")},
        capture_output=True,
        text=True,
        check=True,
    )
    measured = dict(zip(rows, map(tuple, json.loads(done.stdout)), strict=True))
    said = {name: (row.read_minutes, row.do_minutes) for name, row in rows.items()}
    assert said == measured, "run: make minutes"
