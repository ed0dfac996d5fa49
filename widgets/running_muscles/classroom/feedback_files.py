"""Which files stand beside a page of feedback: none of those that a student handed in.

nbgrader's GenerateFeedback copies everything that lies in ``autograded/`` to ``feedback/``, a
student's own pages and what their links lead to included, and gives every page there back.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback

from running_muscles.classroom import stamps

SECRET = "submission_secret.txt"
# What nbgrader needs to give a page back to the right student.
KEPT = (stamps.FILE_NAME, SECRET)


def leave_out_what_students_brought(converter: Any) -> None:
    """Let a GenerateFeedback copy time stamp and secret, and nothing else.

    Parameters
    ----------
    converter
        Its ``init_assignment`` is replaced. Anything but a GenerateFeedback is left alone.
    """
    if isinstance(converter, GenerateFeedback):
        converter.init_assignment = lambda *names: _copy_kept(converter.coursedir, *names)


def _copy_kept(coursedir: Any, assignment: str, student: str) -> None:
    source, target = (
        Path(coursedir.format_path(step, student, assignment))
        for step in (coursedir.autograded_directory, coursedir.feedback_directory)
    )
    target.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        path = source / name
        if path.is_file() and not path.is_symlink():
            (target / name).unlink(missing_ok=True)
            shutil.copyfile(path, target / name)
