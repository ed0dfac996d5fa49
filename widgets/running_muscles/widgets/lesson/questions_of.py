"""Where the ungraded questions of a lesson are: beside the notebook, or as installed."""

from __future__ import annotations

import re
from pathlib import Path

from running_muscles.tables.locate import course_path
from running_muscles.widgets.speaking import _

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
        said = _("{name} is no lesson. Write its id, such as '03-core'.")
        raise ValueError(said.format(name=repr(lesson)))
    here = Path.cwd()
    for place in (here / folder, here / "course" / folder, course_path() / folder):
        path = place / f"{lesson}.yaml"
        if path.is_file():
            return path
    said = _(
        "The questions of this lesson are not here: {file} is missing. "
        "Open the lesson inside the course folder, then run this cell again."
    )
    raise ValueError(said.format(file=f"{folder}/{lesson}.yaml"))
