"""Make a class: a private nbgrader course of an instructor's own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from running_muscles.classroom import roster, settings
from running_muscles.classroom.folder import CONFIG, Classroom, ClassroomError
from running_muscles.quiz import build, joined

CONFIG_TEXT = '''\
"""nbgrader's settings for this class; what is peculiar to it stands in class.toml."""

import os

from running_muscles.classroom.config import configure

c = get_config()
configure(c, os.path.dirname(os.path.abspath(__file__)))

# Where hand-ins travel, the same folder for you and your students:
# c.Exchange.root = "/srv/nbgrader/exchange"
'''
OWN_README = """\
Your own questions go here, one file a quiz, named like the open one (03-core.yaml).
Start one with:  running-muscles quiz new 03-core SLOT     (from a pattern)
           or:  running-muscles quiz copy QUESTION-ID     (from an open question)
"""


@dataclass(frozen=True)
class Made:
    """What was made. `students` is how many the roster holds."""

    folder: Path
    edition: str
    quizzes: int
    questions: int
    students: int


def make(folder: Path, open_bank: Path, students: Path | None = None, course: str = "") -> Made:
    """Make a class in a new folder.

    Parameters
    ----------
    folder
        A folder that is not there yet, or is empty.
    open_bank
        Where the open questions are.
    students
        A roster to enter.
    course
        nbgrader's course id; the name of the folder by default.

    Raises
    ------
    ClassroomError, SheetError, SettingsError, BankError
        With what to mend. A folder that was not there is not there then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ClassroomError(f"{folder} is there already. Name a new folder, or one that is empty.")
    banks = [path for path in build.bank_files(open_bank.parent) if path.parent == open_bank]
    if not banks:
        raise ClassroomError(
            f"{open_bank} holds no question banks. Name the folder of the open bank with --bank."
        )
    entries = roster.read(students) if students else {}
    was_there = folder.exists()
    try:
        return _filled(folder, open_bank, banks, entries, course or folder.absolute().name)
    except BaseException:
        # Half a class would look like a whole one.
        if not was_there:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _filled(
    folder: Path, open_bank: Path, banks: list[Path], entries: dict[str, roster.Entry], course: str
) -> Made:
    edition = settings.new_edition()
    (folder / "bank" / joined.OWN).mkdir(parents=True)
    (folder / "bank" / joined.OWN / "README.txt").write_text(OWN_README, encoding="utf-8")
    for path in banks:
        shutil.copyfile(path, folder / "bank" / path.name)
    (folder / settings.FILE_NAME).write_text(settings.as_text(course, edition), encoding="utf-8")
    settings.load(folder)  # a name that nbgrader cannot have is told now
    (folder / CONFIG).write_text(CONFIG_TEXT, encoding="utf-8")
    loaded = build.load_all(build.bank_files(folder))
    build.write(build.everything(folder, loaded, edition))
    if entries:
        roster.keep(folder, entries)
        with Classroom.of(folder).gradebook() as gradebook:
            roster.enter(gradebook, entries)
    return Made(
        folder,
        edition,
        len(loaded),
        sum(len(bank.questions) for bank in loaded),
        len(entries),
    )
