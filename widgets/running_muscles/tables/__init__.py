"""The tables: everything that a learner is told as a fact, with its source.

This room is the only reader of ``data/``. Every table is read once, on first use; pandas is
imported for :func:`frame` alone.
"""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .catalogue import check, load
from .errors import TableError
from .locate import data_path
from .references import Reference, read_references
from .rows import (
    BodyRegion,
    Claim,
    Exercise,
    HealthQuestion,
    Lesson,
    MovementLimit,
    Muscle,
    MuscleTiming,
    Norm,
    Objective,
    PlanRule,
    Protocol,
    Reliability,
    RunningFact,
    Stride,
    StrideAngle,
    StrideLength,
    StridePath,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "BodyRegion",
    "Claim",
    "Exercise",
    "HealthQuestion",
    "Lesson",
    "MovementLimit",
    "Muscle",
    "MuscleTiming",
    "Norm",
    "Objective",
    "PlanRule",
    "Protocol",
    "Reference",
    "Reliability",
    "RunningFact",
    "Stride",
    "StrideAngle",
    "StrideLength",
    "StridePath",
    "TableError",
    "body_outlines",
    "body_regions",
    "check",
    "claims",
    "data_path",
    "drawing",
    "exercises",
    "frame",
    "lessons",
    "movement_limits",
    "muscle_timing",
    "muscles",
    "norms",
    "objectives",
    "plan_rules",
    "protocols",
    "references",
    "reliability",
    "running_facts",
    "screening",
    "still_style",
    "stills",
    "stride_angles",
    "stride_body",
    "stride_lengths",
    "stride_paths",
    "strides",
]

_BODY = Path(__file__).parent / "body.json"


@lru_cache(maxsize=1)
def lessons() -> dict[str, Lesson]:
    """Give the lessons by id, in their order."""
    return {row.lesson: row for row in load("lessons", Lesson, data_path())}


@lru_cache(maxsize=1)
def objectives() -> dict[str, Objective]:
    """Give the learning objectives by id."""
    return {row.objective: row for row in load("objectives", Objective, data_path())}


@lru_cache(maxsize=1)
def body_regions() -> dict[str, BodyRegion]:
    """Give the regions of the body drawing by id."""
    return {row.region: row for row in load("body_regions", BodyRegion, data_path())}


@lru_cache(maxsize=1)
def muscles() -> dict[str, Muscle]:
    """Give the muscles by id."""
    return {row.muscle: row for row in load("muscles", Muscle, data_path())}


@lru_cache(maxsize=1)
def exercises() -> dict[str, Exercise]:
    """Give the exercises by id."""
    return {row.exercise: row for row in load("exercises", Exercise, data_path())}


@lru_cache(maxsize=1)
def protocols() -> dict[str, Protocol]:
    """Give the self-assessment protocols by test id."""
    return {row.test: row for row in load("protocols", Protocol, data_path())}


@lru_cache(maxsize=1)
def movement_limits() -> tuple[MovementLimit, ...]:
    """Give the limits of moves, which tests and exercises share."""
    return load("movement_limits", MovementLimit, data_path())


@lru_cache(maxsize=1)
def screening() -> tuple[HealthQuestion, ...]:
    """Give the health questions, in the order in which they are asked."""
    return load("screening", HealthQuestion, data_path())


@lru_cache(maxsize=1)
def claims() -> dict[str, Claim]:
    """Give the claims of the source texts by id."""
    return {row.claim: row for row in load("claims", Claim, data_path())}


@lru_cache(maxsize=1)
def plan_rules() -> dict[str, PlanRule]:
    """Give the rules of the plan builder by id, in their order."""
    return {row.rule: row for row in load("plan_rules", PlanRule, data_path())}


@lru_cache(maxsize=1)
def references() -> dict[str, Reference]:
    """Give the references by citation key."""
    return read_references(data_path())


@lru_cache(maxsize=1)
def norms() -> tuple[Norm, ...]:
    """Give the numbers about published groups."""
    return load("norms", Norm, data_path())


@lru_cache(maxsize=1)
def reliability() -> tuple[Reliability, ...]:
    """Give the numbers about how far each test can be trusted."""
    return load("reliability", Reliability, data_path())


@lru_cache(maxsize=1)
def muscle_timing() -> tuple[MuscleTiming, ...]:
    """Give the bursts of muscle activity in the stride."""
    return load("muscle_timing", MuscleTiming, data_path())


@lru_cache(maxsize=1)
def running_facts() -> tuple[RunningFact, ...]:
    """Give the numbers behind the figures and sentences of the lessons."""
    return load("running_facts", RunningFact, data_path())


@lru_cache(maxsize=1)
def strides() -> dict[float, Stride]:
    """Give the measured strides by speed, in metres a second."""
    return {row.speed_mps: row for row in load("strides", Stride, data_path())}


@lru_cache(maxsize=1)
def stride_angles() -> tuple[StrideAngle, ...]:
    """Give the measured stride moment by moment."""
    return load("stride_angles", StrideAngle, data_path())


@lru_cache(maxsize=1)
def stride_paths() -> dict[str, StridePath]:
    """Give the muscle paths of the running leg by id."""
    return {row.path: row for row in load("stride_paths", StridePath, data_path())}


@lru_cache(maxsize=1)
def stride_lengths() -> tuple[StrideLength, ...]:
    """Give the length of every path at every moment of the stride."""
    return load("stride_lengths", StrideLength, data_path())


@lru_cache(maxsize=1)
def stills() -> dict[str, Any]:
    """Give the still pictures of movements, and the style sheet by which they have colours.

    Written by ``make poses``. A picture is a view box and what is drawn in it; one that looks
    like another has the other's name.
    """
    return _drawn("stills.json", "make poses")


@lru_cache(maxsize=1)
def body_outlines() -> dict[str, Any]:
    """Give the outlines of the body drawing by view; built from body-muscles by ``bodydata.mjs``.

    Each view, ``front`` and ``back``, has a `viewBox` and `regions`: SVG paths by region id.
    """
    drawn: dict[str, Any] = json.loads(_BODY.read_text(encoding="utf-8"))
    return drawn


@lru_cache(maxsize=1)
def stride_body() -> dict[str, Any]:
    """Give the bones of the running leg, where they lie, and how its muscles run.

    Written by ``make stride``; ``data/README.md`` says what its parts mean.
    """
    return _drawn("stride_body.json", "make stride")


def _drawn(name: str, command: str) -> dict[str, Any]:
    """Read a file that a command of the checkout has written."""
    path, mend = data_path() / name, f"Write it again: {command}."
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise TableError(path, "the file is missing", mend) from None
    except ValueError as error:
        raise TableError(path, f"this is not JSON ({error})", mend) from None
    return read


def drawing(name: str, label: str) -> str:
    """Give the still picture of a movement as SVG; `still_style` has its colours.

    Parameters
    ----------
    name : str
        Id of an exercise or a self-assessment.
    label : str
        What the picture is called for people who do not see it.
    """
    pictures = stills()["pictures"]
    found = pictures[name]
    box, drawn = pictures[found] if isinstance(found, str) else found
    return (
        f'<svg class="rm-figure" viewBox="{box}" role="img" '
        f'aria-label="{escape(label, quote=True)}">{drawn}</svg>'
    )


def still_style() -> str:
    """Give the colours of the person; a page that shows a picture needs them once."""
    return str(stills()["style"])


def frame(table: str) -> pd.DataFrame:
    """Give a table as a new pandas frame; see :func:`running_muscles.tables.frames.frame`."""
    from .frames import frame as load_frame

    return load_frame(table)
