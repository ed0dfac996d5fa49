"""Start a question of one's own: from a pattern, or from one that is there."""

from __future__ import annotations

import re
from pathlib import Path

from running_muscles.quiz import joined, located_yaml
from running_muscles.quiz.bank import BankError, Problem
from running_muscles.quiz.questions import Bank

# What a pattern leaves to be written; the rules refuse a question that still says it.
TODO = "TODO"
_OPTION = "      - {{id: {id}, text: TODO an option,{right} reason: TODO why this is {what}}}\n"
_OPTIONS = "    options:\n" + "".join(
    _OPTION.format(id=name, right=" correct: true," * right, what="right" if right else "wrong")
    for name, right in (("one", True), ("two", False), ("three", False), ("four", False))
)
_ITEM = "      - {{id: {id}, text: TODO a step, reason: TODO why it stands here}}\n"
_GAP_OPTION = "          - {{id: {id}, text: TODO words,{right} reason: TODO why this is {what}}}\n"
_OWN: dict[str, str] = {
    "single": _OPTIONS,
    "multiple": _OPTIONS.replace(
        "{id: two, text: TODO an option, reason: TODO why this is wrong}",
        "{id: two, text: TODO an option, correct: true, reason: TODO why this is right}",
    ),
    "numeric": (
        "    answer: {value: 1, tolerance: 0.1, unit: m}\n"
        "    reason: TODO how to get there\n"
        "    mistakes:\n"
        "      - {value: 2, tolerance: 0.1, reason: TODO what went wrong}\n"
    ),
    "order": "    items:\n" + "".join(_ITEM.format(id=name) for name in ("third", "first", "next")),
    "hotspot": (
        "    view: front\n    regions:\n"
        "      - {id: quads-left, correct: true, reason: TODO why here}\n"
        "    elsewhere: TODO what to say about every other place\n"
    ),
    "text": (
        "    max_words: 80\n    rubric:\n"
        "      - {points: 1, criterion: TODO what earns this point}\n"
        "    model_answer: TODO an answer that earns all points\n"
    ),
    "match": (
        "    rows:\n"
        "      - {id: one, text: TODO a line, answer: gamma, reason: TODO why these two}\n"
        "      - {id: two, text: TODO a line, answer: beta, reason: TODO why these two}\n"
        "    choices:\n"
        "      - {id: alpha, text: TODO belongs to no line, reason: TODO what is wrong with it}\n"
        "      - {id: beta, text: TODO belongs to two}\n"
        "      - {id: gamma, text: TODO belongs to one}\n"
    ),
    "gaps": (
        "    text: TODO a sentence with a {{gap}}.\n"
        "    gaps:\n      - id: gap\n        options:\n"
        + "".join(
            _GAP_OPTION.format(
                id=name, right=" correct: true," * right, what="right" if right else "wrong"
            )
            for name, right in (("one", True), ("two", False))
        )
    ),
    "labels": (
        "    view: front\n    labels:\n"
        "      - {id: thigh, text: TODO a name, regions: [quads-left], reason: TODO why here}\n"
        "      - {id: belly, text: TODO a name, regions: [abs-upper-left], reason: TODO why here}\n"
        "    elsewhere: TODO what to say about every other place\n"
    ),
}
TYPES = tuple(_OWN)


def pattern(question_id: str, slot: str, kind: str) -> str:
    """Return the YAML of a question to be filled in.

    Parameters
    ----------
    question_id, slot
        Its id and the slot that it may fill.
    kind
        One of `TYPES`.
    """
    return (
        f"  - id: {question_id}\n    slot: {slot}\n    type: {kind}\n"
        f"    stem: TODO the question\n{_OWN[kind]}    sources: [doi:TODO]\n"
    )


def copied(bank: Bank, question_id: str, new_id: str) -> str:
    """Return the YAML of a question of a bank under another id.

    Raises
    ------
    KeyError
        When the bank holds no such question.
    """
    question = bank.question(question_id)
    lines = question.origin.read_text(encoding="utf-8").splitlines(keepends=True)
    located = located_yaml.read(question.origin)
    starts = [located.line(("questions", n)) - 1 for n in range(len(located.data["questions"]))]
    here = starts.index(question.line - 1)
    end = starts[here + 1] if here + 1 < len(starts) else len(lines)
    block = lines[question.line - 1 : end]
    # A heading above the next question is a comment on that one.
    while block and (not block[-1].strip() or block[-1].lstrip().startswith("#")):
        block.pop()
    text = re.sub(rf"\bid: {re.escape(question_id)}\b", f"id: {new_id}", "".join(block), count=1)
    return text if text.endswith("\n") else text + "\n"


def add(folder: Path, bank: Bank, block: str) -> Path:
    """Add a question to the academy's own file of a quiz, and return that file.

    Parameters
    ----------
    folder
        The bank folder.
    bank
        The quiz that the question is for.
    block
        The YAML of one question, as `pattern` and `copied` give it.
    """
    path = folder / joined.OWN / f"{bank.quiz}.yaml"
    if path.exists():
        text = path.read_text(encoding="utf-8")
        text = text if text.endswith("\n") else text + "\n"
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (
            "# yaml-language-server: $schema=../question-bank.schema.json\n"
            f"quiz: {bank.quiz}\ntitle: {bank.title}\nlesson: {bank.lesson}\nquestions:\n"
        )
    new = text + block
    temporary = path.with_suffix(".new")
    temporary.write_text(new, encoding="utf-8")
    try:
        located_yaml.read(temporary)
    except located_yaml.YamlError as error:
        raise BankError(
            [Problem(path, error.line, "", f"A question cannot be added: {error.sentence}")]
        ) from error
    else:
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
