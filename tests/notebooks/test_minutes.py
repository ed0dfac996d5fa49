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


COUNT = """
import json
from make.minutes import brought_in, opening, words
title = {"cell_type": "markdown", "source": ["# Calm\\n", opening(9, 2) + " Two words."]}
code = {"cell_type": "code", "source": ["rm.Glossary()"]}
claims = "lesson,text,evidence\\ncalm,Three words here,Two more\\nother,Not,these\\n"
steps = (
    "questions: [{stem: Is it so, options: [{text: Right, correct: true, reason: It is so},"
    " {text: Wrong, reason: Not counted}]}]"
)
print(words(json.dumps({"cells": [title, code]})), brought_in("calm", claims, steps))
"""


def run(program: str, *given: str) -> str:
    return subprocess.run(
        (sys.executable, "-c", program, *given),
        env={**os.environ, "PYTHONPATH": str(ROOT / "data")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_words_are_those_that_are_read():
    """Title and text without the minutes; a claim and its finding; a question with one reason."""
    assert run(COUNT).split() == ["3", "13"]


def test_every_lesson_takes_as_long_as_it_says():
    rows = tables.lessons()
    measured = dict(zip(rows, map(tuple, json.loads(run(ASK, *rows))), strict=True))
    said = {name: (row.read_minutes, row.do_minutes) for name, row in rows.items()}
    assert said == measured, "run: make minutes"
