"""Where a learner's lessons are: the folder to open, and the lesson in it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from running_muscles.cli.errors import CommandError
from running_muscles.tables.locate import START, course_path, in_checkout

FOLDER = "Running Muscles"
# What marks an instructor's class, where the answers to graded questions are.
CLASS = ("nbgrader_config.py", "gradebook.db")
CLASS_INSIDE = "assessments/nbgrader_config.py"
LESSON_LIKE = re.compile(r"\d+(-[a-z-]*)?")


@dataclass(frozen=True)
class Place:
    """A course folder and the notebook to open in it."""

    folder: Path
    notebook: str = START


def names() -> list[str]:
    """Return the ids of the lessons, in their order."""
    return sorted(path.stem for path in course_path().glob("*.ipynb"))


def lesson_id(word: str) -> str | None:
    """Return the lesson that a word means: an id, its number or its name; None for no lesson."""
    number = word.zfill(2) if word.isdecimal() else word
    for lesson in names():
        if number in (lesson, *lesson.split("-", 1)):
            return lesson
    return None


def around(here: Path) -> Path | None:
    """Return the course folder that `here` is in, or that lies in a folder above it."""
    for folder in (here, *here.parents):
        for course in (folder, folder / "course"):
            if (course / START).is_file():
                return course
    return None


def usual() -> Path:
    """Return where the lessons go when no folder is named: in Documents or in the home folder.

    Raises
    ------
    CommandError
        When this account has no home folder.
    """
    try:
        homes = [platformdirs.user_documents_path(), Path.home()]
    except RuntimeError as error:
        raise CommandError(
            "This account has no home folder. Name a folder: running-muscles open FOLDER."
        ) from error
    kept = [home / FOLDER for home in homes if (home / FOLDER / START).is_file()]
    there = [home / FOLDER for home in homes if home.is_dir()]
    return next(iter([*kept, *there, homes[-1] / FOLDER]))


def own() -> Path:
    """Return the course folder of this call: around it, the checkout's, or the usual one."""
    return around(Path.cwd()) or (course_path() if in_checkout() else usual())


def find(where: str | None) -> Path:
    """Return the folder that a learner named, or the usual one.

    Raises
    ------
    CommandError
        When the folder is a file, or belongs to a class with its answers.
    """
    if where is None:
        return usual()
    folder = Path(os.path.abspath(os.path.expanduser(where)))
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{folder} is a file. Name a folder for the lessons.")
    _refuse_a_class(folder)
    return folder


def place(where: str | None) -> Place:
    """Return what to open: a folder, a lesson, or the start of this learner's course.

    Raises
    ------
    CommandError
        When neither a folder nor a lesson is meant.
    """
    if where is None:
        return Place(own())
    lesson = lesson_id(where)
    if lesson is not None:
        return Place(own(), f"{lesson}.ipynb")
    path = Path(where).expanduser()
    if path.is_file() and path.suffix == ".ipynb" and (path.parent / START).is_file():
        return Place(path.parent.absolute(), path.name)
    if LESSON_LIKE.fullmatch(where) and not path.exists():
        raise CommandError(f"There is no lesson {where!r}. The lessons are: {', '.join(names())}.")
    inside = path / "course"
    return Place(inside.absolute()) if (inside / START).is_file() else Place(find(where))


def _refuse_a_class(folder: Path) -> None:
    home = Path(os.path.expanduser("~"))
    # Settings in the home folder make no class of everything in it.
    around_it = [above for above in folder.parents if above != home]
    marks = [folder / CLASS_INSIDE, *(at / name for at in (folder, *around_it) for name in CLASS)]
    for mark in marks:
        if mark.exists():
            raise CommandError(
                f"{folder} belongs to a class and its answers: {mark} is there. Name another "
                "folder for the lessons. For the class, run `jupyter lab` in its own folder."
            )
