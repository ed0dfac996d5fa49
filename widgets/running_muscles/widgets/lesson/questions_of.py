"""Where the ungraded questions of a lesson are: beside the notebook, or as installed."""

from __future__ import annotations

import re
from pathlib import Path

from running_muscles.tables.locate import course_path

# Folders beside the lessons.
CHECKPOINTS, STEPS = "checkpoints", "steps"


def questions_of(lesson: str, folder: str) -> Path:
    """Return the file of a lesson's questions.

    Parameters
    ----------
    lesson : str
        Id of the lesson.
    folder : str
        ``checkpoints`` or ``steps``, in the folder of the lessons.

    Raises
    ------
    ValueError
        With a sentence for the learner, when there is none.
    """
    if not re.fullmatch(r"[0-9a-z-]+", lesson):
        raise ValueError(f"{lesson!r} is no lesson. Write its id, such as '03-core'.")
    here = Path.cwd()
    for place in (here / folder, here / "course" / folder, course_path() / folder):
        path = place / f"{lesson}.yaml"
        if path.is_file():
            return path
    raise ValueError(
        f"The questions of this lesson are not here: {folder}/{lesson}.yaml is missing. "
        "Open the lesson inside the course folder, then run this cell again."
    )
