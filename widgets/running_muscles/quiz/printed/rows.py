"""Questions that are answered row by row, on paper: numbered choices, and a blank for each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from running_muscles.quiz.by_row import Labels, Rowed, numbered, rows_of
from running_muscles.quiz.markup import block, flow, inline
from running_muscles.quiz.printed.places import drawing, numbers, place_name

BLANK = '<span class="rm-blank"></span>'


def match(entry: Mapping[str, Any]) -> str:
    """Return the rows of a `Match`, each with a blank, and its choices with their numbers."""
    return (
        '<p class="rm-how">Write the number that belongs to each line.</p>'
        f"{_listed(entry['choices'])}{_blanks(row['text'] for row in entry['rows'])}"
    )


def gaps(entry: Mapping[str, Any]) -> str:
    """Return the text of a `Gaps` with numbered gaps, and the numbered list of each."""
    places = {gap["id"]: number for number, gap in enumerate(entry["gaps"], 1)}
    lists = "".join(
        f'<p class="rm-how">Gap ({number}): {BLANK}</p>{_listed(gap["options"])}'
        for number, gap in enumerate(entry["gaps"], 1)
    )
    return (
        f'<div class="rm-stem">{block(numbered(entry["text"], places))}</div>'
        f'<p class="rm-how">Write one number for each gap.</p>{lists}'
    )


def labels(entry: Mapping[str, Any]) -> str:
    """Return the names of a `Labels`, each with a blank for the number of its place."""
    return (
        '<p class="rm-how">Write the number of its place beside each name.</p>'
        f"{drawing(entry['view'])}{_blanks(row['text'] for row in entry['rows'])}"
    )


def _blanks(texts: Iterable[str]) -> str:
    return "".join(f'<p dir="auto">{inline(text)}: {BLANK}</p>' for text in texts)


def _listed(choices: Iterable[Mapping[str, str]]) -> str:
    rows = "".join(
        f'<li><span>{number}.</span><span dir="auto">{inline(one["text"])}</span></li>'
        for number, one in enumerate(choices, 1)
    )
    return f'<ul class="rm-options">{rows}</ul>'


def key(question: Rowed, entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return the right number of each row as it stands on the sheet, and why."""
    told, why = [], []
    for row in rows_of(question):
        on_paper = _numbers(question, entry, row.id)
        right = " or ".join(
            f"<b>{on_paper[name]}</b> ({_name(question, row.choices, name)})" for name in row.right
        )
        told.append(f"{inline(row.text)}: {right}")
        why.append(f"<div>{flow(row.reason)}</div>")
    return "<br>".join(told), "".join(dict.fromkeys(why))


def _name(question: Rowed, texts: Mapping[str, str] | None, choice: str) -> str:
    return place_name(choice) if texts is None else inline(texts[choice])


def _numbers(question: Rowed, entry: Mapping[str, Any], row: str) -> Mapping[str, int]:
    if isinstance(question, Labels):
        return numbers(question.view)
    listed = entry.get("choices")
    if listed is None:
        listed = next(gap["options"] for gap in entry["gaps"] if gap["id"] == row)
    return {one["id"]: number for number, one in enumerate(listed, 1)}


ANSWERS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "match": match,
    "gaps": gaps,
    "labels": labels,
}
