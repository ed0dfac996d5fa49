"""A hub in a folder of the test's own, whose accounts are all whoever runs the test."""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a hub on one machine is a Linux machine", allow_module_level=True)

from academy.settings import Hub

ME = pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    homes = tmp_path / "home"
    etc = tmp_path / "etc"
    etc.mkdir()
    return Hub(
        course="autumn",
        teacher="teacher",
        roster=etc / "roster.csv",
        class_folder=homes / "teacher" / "autumn",
        etc=etc,
        exchange=tmp_path / "exchange",
        environment=tmp_path / "venv",
        state=tmp_path / "state",
        homes=homes,
    )
