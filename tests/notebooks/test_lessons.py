"""Every lesson keeps the rules, and every objective is taught, checked and graded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter

from notebooks.lesson_rules import folded, marked, problems, reading_grade
from running_muscles import tables
from running_muscles.tables.schema import read_schemas
from running_muscles.widgets.lesson.terms import TERMS

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "course").glob("*.ipynb"))
BROKEN = Path(__file__).parent / "broken"


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_lesson_keeps_the_rules(path):
    assert problems(path) == []


def test_every_lesson_of_the_table_is_there():
    assert [path.stem for path in LESSONS] == sorted(tables.lessons())


def asked(path: Path) -> set[str]:
    """Return the objectives of a file: of its slots when graded, else of its questions."""
    bank = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {each["objective"] for each in bank.get("slots", bank["questions"])}


VERDICTS = next(
    column.enum
    for column in read_schemas(tables.data_path())["claims"].columns
    if column.name == "verdict"
)


def told(path: Path) -> dict[str, str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]) for cell in cells}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_claim_check_names_every_verdict_there_is(path):
    intro = told(path).get("claim-check-intro", "")
    assert not intro or [each for each in VERDICTS if f"*{each}*" not in intro] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_outcomes_are_named_as_they_were_measured(path):
    """A trial of runners who could not finish is not told as a share that was hurt."""
    assert not re.search(
        r"(groups?|share|in 100|runners|people) (was|were|got) hurt", str(told(path))
    )


@pytest.mark.parametrize("lesson", sorted(tables.lessons()))
def test_every_objective_is_checked_and_graded(lesson):
    wanted = {key for key, row in tables.objectives().items() if row.lesson == lesson}
    assert wanted - asked(ROOT / "course/checkpoints" / f"{lesson}.yaml") == set()
    assert wanted - asked(ROOT / "assessments/bank" / f"{lesson}.yaml") == set()


STRIDE = marked("Stride", "stride")


def a_lesson(tmp_path, change):
    notebook = json.loads((ROOT / "course/03-core.ipynb").read_text(encoding="utf-8"))
    change(notebook["cells"])
    (tmp_path / "03-core.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    for link in ("00-start-here.ipynb", "04-arm-swing.ipynb"):
        (tmp_path / link).touch()
    return problems(tmp_path / "03-core.ipynb")


def opening(cells):
    return next(place for place, cell in enumerate(cells) if cell["id"] == "opening")


def first_code(cells):
    return next(cell for cell in cells if cell["cell_type"] == "code")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda cells: cells[0].update(source="# Other\n"), "first cell: it must start with"),
        (lambda cells: cells[1].update(source="- Fly.\n"), "is not in objectives.csv"),
        (lambda cells: cells[2].update(id=cells[1]["id"]), "another cell has the same id"),
        (lambda cells: first_code(cells).update(execution_count=3), "it holds output"),
        (lambda cells: first_code(cells).update(source="a\nb\nc\nd"), "more than 3 lines"),
        (lambda cells: first_code(cells).update(metadata={}), "the code is not folded"),
        (lambda cells: cells.insert(0, first_code(cells)), "no text introduces it"),
        (lambda cells: cells[2].update(source="##### Deep\n"), "skips a level"),
        (lambda cells: cells[2].update(source="[x](gone.ipynb)"), "leads nowhere"),
        (lambda cells: cells[2].update(source="![](a.png)"), "no alternative text"),
        (lambda cells: cells[2].update(source="You simply hold."), "'simply'"),
        (lambda cells: cells[2].update(source="Most hold 106.15 s."), "106.15 is a norm"),
        (
            lambda cells: cells[2].update(source="It is adduction."),
            "'Adduction' stands here",
        ),
        (lambda cells: cells[2].update(source=f"{STRIDE} two."), "opens for the mouse alone"),
        (lambda cells: cells[2].update(source=STRIDE.replace("two", "ten")), "not what terms.py"),
        (lambda cells: cells[2].update(source="[x](00-start-here.ipynb#Glossary)"), "leaves the"),
        (lambda cells: cells.pop(opening(cells)), "it must be rm.MovementFigure"),
        (lambda cells: cells[opening(cells) - 1].update(source="Look."), "ask one question"),
        (lambda cells: cells[-3:].clear() or cells.__delitem__(slice(-4, None)), "is missing"),
    ],
)
def test_a_broken_lesson_is_named_in_a_sentence(tmp_path, change, said):
    found = a_lesson(tmp_path, change)
    assert any(said in sentence for sentence in found), found
    assert all(sentence.startswith("03-core.ipynb, ") for sentence in found)


def test_an_exported_page_keeps_what_opens_a_term():
    page, _ = HTMLExporter(template_name="basic").from_filename(ROOT / "course/03-core.ipynb")
    soup = BeautifulSoup(page, "html.parser")
    term = soup.find("abbr", string="stride")
    assert term.parent.name == "p"
    assert term["title"] == TERMS["Stride"]
    fold = term.parent.find_next_sibling("details")
    assert str(fold) == folded("Stride")


def test_the_reading_grade_tells_plain_from_dense():
    plain = "You lie down. You lift your hips. You hold still. Then you rest."
    dense = (
        "Neuromuscular coordination necessitates proprioceptive integration across "
        "lumbopelvic musculature, notwithstanding considerable interindividual variability."
    )
    assert reading_grade(plain) < 3
    assert reading_grade(dense) > 15
