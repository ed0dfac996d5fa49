"""Measure how long every lesson takes, and write it where it is said: make minutes.

The rule, ours and rough: a page is read at 180 words a minute, slower than a story, because it is
read to learn. What is done counts by its kind, a test by its attempts and the rests between them. A
run of its own, such as that of the Cooper test, is another day and does not count.

With ``--since COMMIT`` it writes nothing. It prints each lesson's words and minutes beside those of
that commit, by the same rule and today's tables. What cells bring in is counted apart: claims with
what was found, steps with their options and one reason.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

import running_muscles
from running_muscles import tables
from running_muscles.quiz.bank import load
from running_muscles.tables import Protocol

DATA = Path(__file__).parents[1]
COURSE = DATA.parent / "course"
WORDS_A_MINUTE = 180
CALL = re.compile(r"^rm\.([\w.]+)\((.*)\)$")
OPENING = re.compile(r"\*\*\d+ minutes[^*]*\*\*")

STEP_S, CLAIM_S, QUESTION_S, CARD_S = 30, 45, 60, 30
ATTEMPT_S = 60  # a test's own length differs; most are over within a minute
SHOWN_S = 120  # something to move, look at or fill in
HEALTH_QUESTIONS_S = 180
ANOTHER_DAY = frozenset(("cooper_12min", "rockport_mile", "one_mile_jog"))
NOT_TO_DO = frozenset(("References", "Glossary", "Language", "language"))


def minutes(lesson: str) -> tuple[int, int]:
    """Return the minutes to read and the minutes to do of a lesson, each rounded up."""
    return _minutes(lesson, (COURSE / f"{lesson}.ipynb").read_text(encoding="utf-8"))


def _minutes(lesson: str, notebook: str) -> tuple[int, int]:
    calls = (CALL.match(source) for source in _sources(notebook, "code"))
    seconds = sum(_seconds(call[1], lesson) for call in calls if call)
    return math.ceil(words(notebook) / WORDS_A_MINUTE), math.ceil(seconds / 60)


def words(notebook: str) -> int:
    """Return how many words the text cells of a notebook hold, without its minutes."""
    return sum(_count(OPENING.sub("", source)) for source in _sources(notebook, "markdown"))


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _sources(notebook: str, kind: str) -> list[str]:
    cells = json.loads(notebook)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


def _seconds(name: str, lesson: str) -> int:
    if name in NOT_TO_DO:
        return 0
    if name in KINDS:
        return KINDS[name](lesson)
    test = getattr(getattr(running_muscles, name, None), "test", "")
    return _test(tables.protocols()[test]) if test in tables.protocols() else SHOWN_S


def _claims(lesson: str) -> int:
    return CLAIM_S * sum(row.lesson == lesson for row in tables.claims().values())


def _cards(lesson: str) -> int:
    return CARD_S * sum(row.lesson == lesson for row in tables.exercises().values())


def _questions(lesson: str) -> int:
    return QUESTION_S * len(load(COURSE / f"checkpoints/{lesson}.yaml").questions)


KINDS: dict[str, Callable[[str], int]] = {
    "Predict": lambda _: STEP_S,
    "Check": lambda _: STEP_S,
    "Screening": lambda _: HEALTH_QUESTIONS_S,
    "ClaimCheck": _claims,
    "Exercises": _cards,
    "Checkpoint": _questions,
}


def _test(row: Protocol) -> int:
    if row.test in ANOTHER_DAY:
        return SHOWN_S
    attempts = row.trials * max(1, len(row.sides))
    return attempts * ATTEMPT_S + (attempts - 1) * row.rest_s + ATTEMPT_S


def opening(read: int, do: int) -> str:
    """Return the words with which a lesson begins."""
    return f"**{read} minutes to read, {do} to do.**"


def brought_in(lesson: str, claims: str, steps: str) -> int:
    """Return how many words a lesson's cells show: of its claims, and of its questions."""
    rows = [row for row in csv.DictReader(io.StringIO(claims)) if row["lesson"] == lesson]
    asked = (yaml.safe_load(steps) or {"questions": []})["questions"]
    options = [option for one in asked for option in one["options"]]
    return (
        sum(_count(f"{row['text']} {row['evidence']}") for row in rows)
        + sum(_count(one["stem"]) for one in asked)
        + sum(_count(option["text"]) for option in options)
        + sum(_count(option["reason"]) for option in options if option.get("correct"))
    )


def compare(commit: str) -> None:
    """Print words and minutes of every lesson, at a commit and now."""
    sums = [0, 0, 0, 0]
    print("lesson               words          %  brought in  read      do")
    for lesson in tables.lessons():
        notebook, claims, steps = f"{lesson}.ipynb", DATA / "claims.csv", f"steps/{lesson}.yaml"
        if not (old := _at(commit, COURSE / notebook)):
            sys.exit(f"{commit}: no commit with the lesson {lesson} has this name.")
        new = (COURSE / notebook).read_text(encoding="utf-8")
        counts = [words(old), words(new)]
        counts.append(brought_in(lesson, _at(commit, claims), _at(commit, COURSE / steps)))
        now = (COURSE / steps).read_text(encoding="utf-8")
        counts.append(brought_in(lesson, claims.read_text(encoding="utf-8"), now))
        sums = [total + count for total, count in zip(sums, counts, strict=True)]
        before, after = _minutes(lesson, old), _minutes(lesson, new)
        spent = "  ".join(f"{a:>2} > {b:>2}" for a, b in zip(before, after, strict=True))
        print(f"{lesson:<17} {_line(counts)}  {spent}")
    print(f"{'all':<17} {_line(sums)}")


def _line(counts: list[int]) -> str:
    old, new, shown, shows = counts
    return f"{old:>5} > {new:>5}  {new / old - 1:>6.1%}  {shown:>4} > {shows:>4}"


def _at(commit: str, path: Path) -> str:
    """Return a file as it stood at a commit, empty where it was not there yet."""
    place = path.relative_to(DATA.parent).as_posix()
    done = subprocess.run(
        ("git", "show", f"{commit}:{place}"),
        cwd=DATA.parent,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def main() -> None:
    """Write the table and the first cell of every lesson."""
    match sys.argv[1:]:
        case ["--since", commit]:
            return compare(commit)
        case [_, *_]:
            sys.exit("Give nothing, or --since and a commit.")
    table = DATA / "lessons.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        read, do = minutes(row["lesson"])
        row["read_minutes"], row["do_minutes"] = str(read), str(do)
        path = COURSE / f"{row['lesson']}.ipynb"
        text = path.read_text(encoding="utf-8")
        changed, count = OPENING.subn(opening(read, do), text, count=1)
        if count == 0:
            sys.exit(f"{path}: the first cell says no **... minutes ...**.")
        path.write_text(changed, encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
