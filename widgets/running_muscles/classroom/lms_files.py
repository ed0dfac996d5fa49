"""Sort the files of a download into hand-ins: whose each one is, and what it is called there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from running_muscles.classroom.lms_names import SYSTEMS, Name, of_student, student_of, system_of
from running_muscles.classroom.roster import FILE_NAME as ROSTER
from running_muscles.classroom.roster import Entry
from running_muscles.quiz import responses
from running_muscles.quiz.shown_text import shown

# Everything else that a student sends stays where it was unpacked. A questions.json is the
# quiz's own, and a timestamp.txt may say anything.
WANTED = (".json", ".ipynb", ".json.txt")
UNWANTED = ("questions.json",)
_NO_ROSTER = (
    f"cannot be looked up, as the class has no {ROSTER}. Take one over with:"
    " running-muscles class students ROSTER"
)
# Canvas numbers a file when its student has another one of this name: responses-1.json.
_NUMBERED = re.compile(r"(?P<stem>.+)-\d+(?P<end>\.\w+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a hand-in. `target` is its path in the submitted folder."""

    student: str
    target: str
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Every file that is taken, and sentences about what is not, or may surprise."""

    parts: Mapping[Path, Part]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A file and who has sent it. `own` is its path as the student had it."""

    path: Path
    name: Name
    own: tuple[str, ...]


def sort(
    root: Path, files: Iterable[Path], entries: Mapping[str, Entry], notebooks: Iterable[str]
) -> Sorted:
    """Sort files that were unpacked below a folder.

    Parameters
    ----------
    root
        The folder; each archive has a folder of its own in it.
    entries
        The roster of the class.
    notebooks
        Names of the assignment's notebooks, without ending.
    """
    known = {responses.FILE_NAME, *(f"{name}.ipynb" for name in notebooks)}
    senders, strangers = _senders(root, files, entries)
    hand_ins: dict[str, list[_Found]] = defaultdict(list)
    problems = [
        f"'{shown(path, 120)}' is named neither as Moodle, Canvas or Blackboard name hand-ins,"
        " nor like a student's id. It was not taken."
        for path in strangers
    ]
    unmatched: dict[str, str] = {}
    for found in senders:
        student, why = student_of(found.name, entries)
        if student:
            hand_ins[student].append(found)
        else:
            unmatched[found.name.shown] = why if entries else _NO_ROSTER
    problems += [
        f"'{shown(name, 80)}' {why}. The hand-in was not taken."
        for name, why in sorted(unmatched.items())
    ]
    parts: dict[Path, Part] = {}
    notes: list[str] = []
    for student, found_files in sorted(hand_ins.items()):
        newest = _newest(found_files)
        moment = newest[0].name.moment
        for path, target in _targets(newest, known).items():
            parts[path] = Part(student, target, moment)
        if any(found.name.late for found in newest):
            notes.append(f"Canvas calls the hand-in of '{student}' late, and does not say when.")
    return Sorted(parts, tuple(problems), tuple(notes))


def _senders(
    root: Path, files: Iterable[Path], entries: Mapping[str, Entry]
) -> tuple[list[_Found], list[PurePath]]:
    """Return the wanted files with their senders, and where others lie."""
    archives: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        inside = path.relative_to(root).parts
        archives[inside[0] if len(inside) > 1 else ""].append(path)
    found: list[_Found] = []
    strangers: dict[PurePath, None] = {}
    for archive, paths in archives.items():
        # The outermost name is not the student's to choose, but for the end of it.
        system = system_of({name for path in paths if (name := _outermost(root, path))})
        for path in paths:
            inside = path.relative_to(root).parts
            if not _is_wanted(inside):
                continue
            one = _sender(path, inside, system, entries)
            if one is None:
                strangers[PurePath(*inside[: 2 if archive else 1])] = None
            else:
                found.append(one)
    return found, list(strangers)


def _outermost(root: Path, path: Path) -> str:
    for name in path.relative_to(root).parts:
        if any(read(name) is not None for read in SYSTEMS.values()):
            return name
    return ""


def _sender(
    path: Path, inside: tuple[str, ...], system: str, entries: Mapping[str, Entry]
) -> _Found | None:
    for depth, part in enumerate(inside):
        last = depth == len(inside) - 1
        if part in entries and not last:
            name = of_student(part)
        else:
            name = SYSTEMS[system](part) if system else None
        if name is not None:
            return _Found(path, name, inside[depth + 1 :] or (name.file or part,))
    return None


def _is_wanted(inside: tuple[str, ...]) -> bool:
    # A Mac puts a shadow of each file into its archives.
    if "__MACOSX" in inside or inside[-1].startswith("._"):
        return False
    name = inside[-1].lower()
    return name.endswith(WANTED) and not name.endswith(UNWANTED)


def _newest(found: list[_Found]) -> list[_Found]:
    """Return the files of the last attempt; all of them where no times are known."""
    moments = {one.name.moment for one in found}
    if None in moments or len(moments) == 1:
        return found
    last = max(moment for moment in moments if moment is not None)
    return [one for one in found if one.name.moment == last]


def _targets(found: list[_Found], known: set[str]) -> dict[Path, str]:
    """Say what each file is called in the hand-in. What may be meant twice keeps two names."""
    alike: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        alike[_plain(one.own[-1], known)].append(one)
    targets: dict[Path, str] = {}
    for name, files in alike.items():
        different = list({one.path.read_bytes(): one for one in reversed(files)}.values())[::-1]
        highest = min(len(one.own) for one in different)
        top = [one for one in different if len(one.own) == highest]
        if len(top) == 1:
            targets[top[0].path] = name
        else:
            targets |= {one.path: _counted(name, at) for at, one in enumerate(top, 1)}
        below = [one for one in different if len(one.own) > highest]
        targets |= {one.path: _counted(name, at, "also") for at, one in enumerate(below, 1)}
    return targets


def _plain(name: str, known: set[str]) -> str:
    match = _NUMBERED.fullmatch(name)
    without = match["stem"] + match["end"] if match else name
    return without if name not in known and without in known else name


def _counted(name: str, number: int, word: str = "") -> str:
    stem, dot, end = name.partition(".")
    return f"{stem} ({word}{' ' if word else ''}{number}){dot}{end}"
