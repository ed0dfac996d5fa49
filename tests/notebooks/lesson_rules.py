"""What makes a lesson a lesson: rules that say, in a sentence, which file and cell breaks them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import nbformat
import pyphen

from running_muscles import tables
from running_muscles.widgets.lesson.opening import FIGURES
from running_muscles.widgets.lesson.terms import LINKED, TERMS

LONGEST_CODE = 3
GRADE = 9.0
OPENS_BEFORE = 6
MINUTES = "**{} minutes to read, {} to do.**"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
# A term opens where it stands: on hover by its title, by a press or a key in the fold below.
TERM = re.compile(r'<abbr title="([^"]*)">([^<]*)</abbr>')
FOLD_STARTS = '<details class="rm-term" style="margin-bottom: 1em">'
FOLD = re.compile(rf"{FOLD_STARTS}.*?</details>")
TAG = re.compile(r"<[^>]+>")
CALL = re.compile(r"^rm\.([\w.]+)\((.*)\)$")
SYLLABLES = pyphen.Pyphen(lang="en_GB")

Rule = Callable[[Path, Any], Iterator[str]]
RULES: list[Rule] = []


def rule(check: Rule) -> Rule:
    """Add a rule to those that every lesson must keep."""
    RULES.append(check)
    return check


def problems(path: Path) -> list[str]:
    """Return every broken rule of a lesson, one sentence each."""
    # As it stands in the file: nbformat's own reader would mend what a rule should name.
    notebook = nbformat.from_dict(json.loads(path.read_text(encoding="utf-8")))
    for cell in notebook.cells:
        cell.source = "".join(cell.source)
    return [f"{path.name}, {said}" for check in RULES for said in check(path, notebook)]


def prose(notebook: Any) -> str:
    """Return the lesson's running text without headings, links' addresses and marks."""
    text = "\n\n".join(
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "markdown" and not cell.id.startswith("objectives")
    )
    text = HEADING.sub("", text)
    text = TAG.sub("", FOLD.sub("", text))
    text = LINK.sub(lambda found: found[0][1 : found[0].index("]")], text)
    return re.sub(r"[*_`>]|^\s*(?:[-+]|\d+\.)\s", "", text, flags=re.MULTILINE)


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al. 1975) of a text."""
    sentences = [part for part in re.split(r"[.!?:]+\s|\n\s*\n|\n", text) if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


@rule
def header_is_complete(path: Path, notebook: Any) -> Iterator[str]:
    lesson = tables.lessons()[path.stem]
    first = notebook.cells[0].source
    if not first.startswith(f"# {lesson.title}\n"):
        yield f"first cell: it must start with the heading '# {lesson.title}' of lessons.csv."
    minutes = MINUTES.format(lesson.read_minutes, lesson.do_minutes)
    if minutes not in first:
        yield f"first cell: it must say '{minutes}', as lessons.csv does. Run: make minutes"
    stated = {
        line.removeprefix("- ").strip()
        for cell in notebook.cells
        if cell.id == "objectives"
        for line in cell.source.splitlines()
        if line.startswith("- ")
    }
    wanted = {row.text for row in tables.objectives().values() if row.lesson == path.stem}
    for text in sorted(wanted ^ stated):
        where = "is in objectives.csv only" if text in wanted else "is not in objectives.csv"
        yield f"cell objectives: '{text}' {where}. The two must agree."
    headings = {
        heading
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for heading in re.findall(r"^#{2,3} (.+)$", cell.source, re.MULTILINE)
    }
    for row in tables.objectives().values():
        if row.lesson == path.stem and row.step not in headings:
            yield f"no heading is '{row.step}', the step of {row.objective} in objectives.csv."


@rule
def notebook_is_clean(path: Path, notebook: Any) -> Iterator[str]:
    ids = [cell.id for cell in notebook.cells]
    for cell_id in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"cell {cell_id}: another cell has the same id. Rename one."
    for cell in notebook.cells:
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", cell.id):
            yield f"cell {cell.id}: a program made this id. Give it a name."
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count is not None):
            yield f"cell {cell.id}: it holds output. Clear all outputs before saving."


@rule
def code_is_short_folded_and_introduced(path: Path, notebook: Any) -> Iterator[str]:
    before = None
    for cell in notebook.cells:
        if cell.cell_type == "code":
            if len(cell.source.splitlines()) > LONGEST_CODE:
                yield f"cell {cell.id}: more than {LONGEST_CODE} lines. Move code to the package."
            if not cell.metadata.get("jupyter", {}).get("source_hidden"):
                yield f"cell {cell.id}: the code is not folded (jupyter.source_hidden)."
            if before is None or before.cell_type != "markdown":
                yield f"cell {cell.id}: no text introduces it. Put a Markdown cell before it."
        before = cell


def short(term: str) -> str:
    """Return a term without what stands in brackets: ``"minimal detectable change"``."""
    name = term.split(" (", maxsplit=1)[0]
    return name[0].lower() + name[1:]


def marked(term: str, words: str) -> str:
    """Return a term as a lesson's text shows it: its meaning comes up under the pointer."""
    return f'<abbr title="{escape(TERMS[term], quote=False)}">{words}</abbr>'


def folded(term: str) -> str:
    """Return the fold below the text, which a tap, Space or Enter opens, also without a kernel."""
    asks = f"What does <em>{short(term)}</em> mean?"
    meaning = escape(TERMS[term], quote=False)
    return f"{FOLD_STARTS}<summary>{asks}</summary>{meaning}</details>"


def first_use(cells: list[Any], term: str) -> tuple[Any, bool] | None:
    """Find a term's first use in running text: its cell, and whether it is marked there."""
    word = re.compile(rf"\b{re.escape(short(term))}s?\b", re.I)
    for cell in cells:
        if cell.cell_type != "markdown" or cell.id == "objectives":
            continue
        aside = [one.span() for kind in (HEADING, FOLD, TAG) for one in kind.finditer(cell.source)]
        aside += [one.span(1) for one in LINK.finditer(cell.source)]
        marks = [one.span(2) for one in TERM.finditer(cell.source)]
        for found in word.finditer(cell.source):
            if not _within(found, aside):
                return cell, _within(found, marks)
    return None


def _within(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= found.start() < end for start, end in spans)


@rule
def terms_open_in_place(path: Path, notebook: Any) -> Iterator[str]:
    for term in LINKED:
        use = first_use(notebook.cells, term)
        if use is not None and not use[1]:
            yield (
                f"cell {use[0].id}: '{term}' stands here first; write it as "
                f"{marked(term, short(term))}, and below the paragraph {folded(term)}"
            )
    meanings = {escape(meaning, quote=False): term for term, meaning in TERMS.items()}
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        if "#Glossary" in cell.source:
            yield f"cell {cell.id}: a link to the glossary leaves the page. Let the term open here."
        for title, words in TERM.findall(cell.source):
            term = meanings.get(title)
            if term is None or short(term) != words.strip("*").lower():
                yield f"cell {cell.id}: what '{words}' means is not what terms.py says."
            elif folded(term) not in cell.source.split("\n"):
                yield f"cell {cell.id}: '{words}' opens for the mouse alone; add {folded(term)}"


@rule
def headings_are_in_order(path: Path, notebook: Any) -> Iterator[str]:
    depth = 0
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for marks, title in HEADING.findall(cell.source):
            if len(marks) > depth + 1:
                yield f"cell {cell.id}: heading '{title}' skips a level."
            if len(marks) == 1 and depth > 0:
                yield f"cell {cell.id}: '{title}' is a second title."
            depth = len(marks)


@rule
def links_are_alive(path: Path, notebook: Any) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for target in LINK.findall(cell.source):
            file = target.split("#")[0]
            if not re.match(r"https?:", target) and file and not (path.parent / file).exists():
                yield f"cell {cell.id}: the link {target} leads nowhere."
        for alt in IMAGE.findall(cell.source):
            if not alt.strip():
                yield f"cell {cell.id}: a picture has no alternative text."


@rule
def text_is_plain(path: Path, notebook: Any) -> Iterator[str]:
    grade = reading_grade(prose(notebook))
    if grade > GRADE:
        yield f"whole text: reading grade {grade:.1f}; at most {GRADE:.0f}. Shorten the sentences."
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            words = LINK.sub("", cell.source)
            for word in re.findall(
                r"\b(?:simply|obviously|easily|just (?!as|below|above|before|after|over)\w+)\b",
                words,
                re.I,
            ):
                yield f"cell {cell.id}: the word '{word}' makes a reader feel slow. Leave it out."


@rule
def every_part_is_there(path: Path, notebook: Any) -> Iterator[str]:
    calls = [CALL.match(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    shown = {call[1]: call[2] for call in calls if call}
    needed = ["Checkpoint", "References"]
    if path.stem != "00-start-here":
        needed += ["ClaimCheck", "Exercises"]
    for name in needed:
        if shown.get(name) != f'"{path.stem}"':
            yield f'whole lesson: rm.{name}("{path.stem}") is missing.'
    if shown.get("Review") != "":
        yield "whole lesson: rm.Review() is missing."
    if not any(name.startswith("figures.") for name in shown):
        yield "whole lesson: there is no figure (rm.figures…)."


@rule
def it_opens_with_a_moving_figure_and_one_question(path: Path, notebook: Any) -> Iterator[str]:
    if path.stem == "00-start-here":
        return  # the course map opens it
    at = next((place for place, cell in enumerate(notebook.cells) if cell.id == "opening"), 0)
    wanted = f'rm.MovementFigure("{FIGURES[path.stem]}")'
    if not 0 < at < OPENS_BEFORE or notebook.cells[at].source != wanted:
        yield f"cell opening: among the first {OPENS_BEFORE} cells, it must be {wanted}."
    elif notebook.cells[at - 1].source.count("?") != 1:
        yield f"cell {notebook.cells[at - 1].id}: ask one question above the figure."


@rule
def no_norm_is_typed(path: Path, notebook: Any) -> Iterator[str]:
    """Numbers with a unit of a test live in data/, where their source stands beside them."""
    values = {
        f"{row.value:g}" for row in tables.norms() if row.value is not None and row.value >= 10
    }
    unit = r"(?:s|seconds?|reps?|repetitions?|bpm|beats a minute|percent|%|ml/kg/min)\b"
    for cell in notebook.cells:
        if cell.cell_type != "markdown" or "made-up" in cell.source:
            continue
        for number in re.findall(rf"(?<![\w.])(\d+\.\d+|\d{{3,}})\s*{unit}", cell.source):
            if number in values:
                yield f"cell {cell.id}: {number} is a norm. Show it through data/, not in the text."
