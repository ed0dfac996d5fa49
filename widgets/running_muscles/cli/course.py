"""Lay the lessons into a learner's folder, and never over what the learner has changed.

A small file in the folder remembers what was laid there. It tells a lesson that was only read and
run, which a newer edition may replace, from one that somebody has written in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from running_muscles.cli.edition import Remembered, fingerprint, fingerprint_of
from running_muscles.cli.errors import CommandError
from running_muscles.tables.locate import course_path

# Checkpoints stay with the package: they belong to its edition, and hold their own answers.
# Pages in another language lie in a folder of their own.
LAID = ("*.ipynb", "[a-z][a-z]/*.ipynb", "LICENSE.md")


@dataclass
class Laid:
    """What was done in a folder: names of files, in order."""

    folder: Path
    new: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Say it, a sentence a line; nothing when nothing was done."""
        if self.new:
            # A page in another language is no lesson of its own.
            lessons = sum(name.endswith(".ipynb") and "/" not in name for name in self.new)
            few = ", ".join(self.new)
            yield f"Laid out in {self.folder}: {f'{lessons} lessons' if lessons > 3 else few}."
        if self.renewed:
            yield f"Renewed, since you had not changed them: {', '.join(self.renewed)}."
        for kept, beside in self.beside:
            yield f"Kept as you changed it: {kept}. The new edition is beside it: {beside}."
        for name in self.retired:
            yield f"Left as it is, though the course no longer has it: {name}."


def lay(folder: Path) -> Laid:
    """Lay the lessons of this installation into a folder.

    New lessons are added, unchanged ones renewed. A changed one stays, and its new edition is laid
    beside it, once.

    Raises
    ------
    CommandError
        When the folder cannot be written. What was laid until then stays and counts as laid.
    """
    if folder.resolve() == course_path().resolve():
        raise CommandError(f"{folder} is where the lessons come from. Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _lay(folder)
    except (FileExistsError, NotADirectoryError) as error:
        raise CommandError(
            f"{folder} cannot be made: a file is in the way. Name another folder."
        ) from error
    except OSError as error:
        raise CommandError(
            f"{error.filename or folder} cannot be written ({error.strerror}). "
            "Name a folder that you can write to: running-muscles open FOLDER"
        ) from error


def _lay(folder: Path) -> Laid:
    remembered = Remembered.of(folder)
    done = Laid(folder)
    here = course_path()
    shipped = {
        path.relative_to(here).as_posix(): path.read_bytes()
        for kind in LAID
        for path in here.glob(kind)
    }
    try:
        for name, content in sorted(shipped.items()):
            _lay_one(name, content, remembered, done)
        done.retired = [name for name in remembered.lessons if name not in shipped]
        for name in done.retired:
            del remembered.lessons[name]
    finally:
        remembered.write(folder)
    return done


def _lay_one(name: str, content: bytes, remembered: Remembered, done: Laid) -> None:
    edition = fingerprint(name, content)
    there = fingerprint_of(done.folder / name)
    last = remembered.lessons.get(name)
    if there is None:
        done.new.append(name)
        _write(done.folder / name, content)
    elif there not in (edition, last) and edition != last:
        beside = _name_beside(name, edition, remembered, done.folder)
        done.beside.append((name, beside))
        _write(done.folder / beside, content)
        remembered.beside[beside] = edition
    elif there == last != edition:
        done.renewed.append(name)
        _write(done.folder / name, content)
    remembered.lessons[name] = edition


def _name_beside(name: str, edition: str, remembered: Remembered, folder: Path) -> str:
    """Return the first name beside a lesson that takes nothing from the learner."""
    stem, suffix = os.path.splitext(name)
    number = 1
    while True:
        beside = f"{stem} (new{'' if number == 1 else f' {number}'}){suffix}"
        if fingerprint_of(folder / beside) in (None, edition, remembered.beside.get(beside)):
            return beside
        number += 1


def _write(path: Path, content: bytes) -> None:
    """Write a whole file or nothing, so that a full disk never leaves half a lesson."""
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
