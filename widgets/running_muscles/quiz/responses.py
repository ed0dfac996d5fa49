"""Read ``responses.json``: keep every valid answer, say what is wrong with the rest.

The file comes from a learner's machine. It may be missing, cut short, huge, a link to some
other file, or written by hand to look right. Nothing in it is trusted, and nothing in it can
stop the grading.
"""

from __future__ import annotations

import codecs
import json
import math
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from running_muscles.quiz import answer_time, certainty
from running_muscles.quiz.fitting import problem_with
from running_muscles.quiz.questions import Question, is_open
from running_muscles.quiz.shown_text import shown

FILE_NAME = "responses.json"
FORMAT = 1
MAX_BYTES = 256 * 1024
# A file of nonsense may break a thousand rules; a learner needs to read only a few.
MAX_PROBLEMS = 12


class UnreadableError(ValueError):
    """A file as a whole is of no use; the message is a sentence for the learner."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What could be read: valid answers by question id, and sentences about the rest.

    `certainty` is how sure the learner was of a valid answer, where it was asked and said;
    `seconds` how long its question was on the screen, where that is recorded.
    """

    values: Mapping[str, Any]
    problems: tuple[str, ...]
    certainty: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


def valid(entries: Mapping[str, Any], questions: Mapping[str, Question]) -> Answers:
    """Keep the answers that fit their questions. Never raises for anything in them.

    Parameters
    ----------
    entries
        The raw entries of the file by question id.
    questions
        The questions that the student was asked, by id, in the order of the quiz.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    numbers = {name: number for number, name in enumerate(questions, 1)}
    for name, entry in entries.items():
        question = questions.get(name)
        if question is None:
            problems.append(
                f"The file answers '{shown(name)}', which this student was not asked,"
                " so it does not count."
            )
            continue
        answer = f"The answer to question {numbers[name]} ('{name}')"
        value = entry.get("value") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or "value" not in entry:
            problems.append(f"{answer} has no value, so it does not count.")
            continue
        wrong = problem_with(question, value)
        if wrong:
            problems.append(f"{answer} {wrong}, so it does not count.")
        elif not is_open(value):
            values[name] = value
    if len(problems) > MAX_PROBLEMS:
        rest = len(problems) - MAX_PROBLEMS
        problems = [*problems[:MAX_PROBLEMS], f"There are {rest} more problems of this kind."]
    sure = {
        name: mark
        for name in values
        if questions[name].certainty and (mark := certainty.level(entries[name]))
    }
    took = {
        name: told for name in values if (told := answer_time.seconds(entries[name])) is not None
    }
    return Answers(values, tuple(problems), sure, took)


def content(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a plain file of at most `limit`; follow no link, wait for no pipe.

    Raises
    ------
    UnreadableError
        With a sentence, when there is no such file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        # Windows has no O_NOFOLLOW, hence the look before.
        if path.is_symlink():
            raise UnreadableError(f"{FILE_NAME} is a link to another file, so it was not read.")
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise UnreadableError(
            f"There is no {FILE_NAME}, so there are no answers to mark."
        ) from None
    except OSError as error:
        raise UnreadableError(f"{FILE_NAME} could not be opened ({error.strerror}).") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableError(f"{FILE_NAME} is not a plain file, so it was not read.")
    with open(handle, "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"{FILE_NAME} is larger than {limit // 1024} kB, so it was not read.")
    return data


def decoded(data: bytes) -> Any:
    """Return the JSON value in `data`.

    Raises
    ------
    UnreadableError
        With a sentence, when it is not JSON.
    """
    if not data.strip():
        raise UnreadableError(f"{FILE_NAME} is empty, so there are no answers to mark.")
    try:
        return json.loads(
            data.decode(_encoding(data)), parse_int=_integer, object_pairs_hook=_without_twins
        )
    except UnicodeDecodeError:
        raise UnreadableError(f"{FILE_NAME} is not UTF-8 text, so it could not be read.") from None
    except UnreadableError:
        raise
    except RecursionError:
        raise UnreadableError(f"{FILE_NAME} is nested too deeply, so it was not read.") from None
    except ValueError:
        raise UnreadableError(
            f"{FILE_NAME} is damaged or cut short: it is not valid JSON, so it could not be read."
        ) from None


def _encoding(data: bytes) -> str:
    """Return how a file is encoded: editors on Windows like to write a mark of that first."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Python would keep the last of two entries with one name, and lose the other without a word.
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise UnreadableError(
            f"{FILE_NAME} holds '{shown(twin)}' twice, so it is not clear which one counts."
        )
    return found


def _integer(digits: str) -> float:
    # Python refuses to read very long integers, and one of them must not cost the other answers.
    return int(digits) if len(digits) <= 20 else math.inf


def entries(data: Any, quiz: str) -> dict[str, Any]:
    """Return the raw entries by question id.

    Raises
    ------
    UnreadableError
        When the file has another format or belongs to another quiz.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UnreadableError(f"{FILE_NAME} has a format that this course does not know.")
    if data.get("quiz") != quiz:
        raise UnreadableError(
            f"{FILE_NAME} belongs to the quiz '{shown(data.get('quiz'))}', not to '{quiz}'."
        )
    responses = data.get("responses")
    if not isinstance(responses, dict):
        raise UnreadableError(f"{FILE_NAME} holds no list of answers.")
    return responses


def begun(data: Mapping[str, Any]) -> str:
    """Return when a learner says to have begun an exam: ISO 8601 with an offset; "" without."""
    told = data.get("begun")
    try:
        whole = isinstance(told, str) and datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        whole = False
    return str(told) if whole else ""
