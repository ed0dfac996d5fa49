"""What nbgrader's GenerateFeedback works on: everybody's marks, and nothing that anybody brought.

By itself it copies all that lies in ``autograded/`` to ``feedback/``, a student's own pages and
what their links lead to included, and gives every page there back. And it passes over a student
whose id holds what means something in a pattern.
"""

from __future__ import annotations

import fnmatch
import shutil
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback

from running_muscles.classroom import stamps
from running_muscles.classroom.folder import handled

SECRET = "submission_secret.txt"
# What nbgrader needs to give a page back to the right student.
KEPT = (stamps.FILE_NAME, SECRET)


def prepare(converter: Any) -> None:
    """Let a GenerateFeedback copy time stamp and secret only, and pass over nobody.

    Parameters
    ----------
    converter
        Changed in place. Anything but a GenerateFeedback is left alone.
    """
    if not isinstance(converter, GenerateFeedback):
        return
    coursedir = converter.coursedir
    converter.init_assignment = lambda *names: copy_kept(coursedir, *names)
    graded = handled(coursedir, "autograded", coursedir.assignment_id, coursedir.student_id)
    for folder in graded.values():
        notebooks = [
            str(path)
            for path in sorted(folder.glob("*.ipynb"))
            if fnmatch.fnmatchcase(path.stem, coursedir.notebook_id)
        ]
        if notebooks and str(folder) not in converter.assignments:
            converter.assignments[str(folder)] = notebooks


def copy_kept(coursedir: Any, assignment: str, student: str) -> None:
    """Copy time stamp and secret of a graded hand-in beside its feedback; follow no link."""
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
