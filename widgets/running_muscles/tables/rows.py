"""The rows of the tables, one frozen class per table.

The columns, their units and what they may hold are described in ``data/datapackage.json``;
a test holds the two together. A missing number is ``None``, a missing text ``""``, a missing
list ``()``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lesson:
    """A lesson, with its time in minutes: to read it, and to do what it asks for."""

    lesson: str
    number: int
    title: str
    read_minutes: int
    do_minutes: int
    summary: str

    @property
    def minutes(self) -> int:
        """Minutes in all."""
        return self.read_minutes + self.do_minutes


@dataclass(frozen=True)
class Objective:
    """What a learner can do after a lesson, and the heading in it that teaches it."""

    objective: str
    lesson: str
    text: str
    step: str


@dataclass(frozen=True)
class Muscle:
    """A muscle or part, and what it does in each phase of the running stride."""

    muscle: str
    name: str
    group: str
    origin: str
    insertion: str
    actions: str
    running_role: str
    early_stance: str
    late_stance: str
    early_swing: str
    late_swing: str
    regions: tuple[str, ...]
    lesson: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class BodyRegion:
    """A region of the body drawing: in which view it is, and what a learner reads for it."""

    region: str
    view: str
    name: str


@dataclass(frozen=True)
class Exercise:
    """An exercise; ``amount_*`` are in ``amount_unit``, for each side if ``per_side``."""

    exercise: str
    name: str
    group: str
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    equipment: tuple[str, ...]
    level: int
    steps: tuple[str, ...]
    sets_min: int
    sets_max: int
    amount_min: int
    amount_max: int
    amount_unit: str
    per_side: bool
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    movement: tuple[str, ...]
    cautions: str
    lesson: str
    dose_basis: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class Protocol:
    """A self-assessment; ``rest_s`` and ``count_in_s`` in seconds, ``max_value`` in ``unit``."""

    test: str
    name: str
    family: str
    group: str
    sides: tuple[str, ...]
    unit: str
    scored: bool
    better: str
    trials: int
    rest_s: int | None
    count_in_s: int | None
    max_value: float | None
    steps: tuple[str, ...]
    stop_criteria: tuple[str, ...]
    equipment: tuple[str, ...]
    movement: tuple[str, ...]
    skip_if: tuple[str, ...]
    what_it_tells: str
    version: str
    lesson: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class MovementLimit:
    """Who should leave out a move, and what to do ``instead``; tests and exercises share it."""

    movement: str
    whom: str
    limit: str
    instead: str
    basis: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class HealthQuestion:
    """A question before a first test; after a yes: whom to see, what to say, what is fine."""

    question: str
    group: str
    leads_to: str
    text: str
    who: str
    say: str
    fine: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class Norm:
    """One number about a published group; ``value`` in ``unit``, ages in years."""

    test: str
    metric: str
    unit: str
    sex: str
    age_min: int | None
    age_max: int | None
    population: str
    who: str
    selected: bool
    n: int | None
    statistic: str
    value: float
    source_key: str
    verified: str


@dataclass(frozen=True)
class Reliability:
    """One number about how far a test can be trusted, and ``how`` it was obtained."""

    test: str
    metric: str
    unit: str
    population: str
    n: int | None
    statistic: str
    value: float
    how: str
    source_key: str
    verified: str


@dataclass(frozen=True)
class MuscleTiming:
    """One burst of a muscle, in percent of the stride from foot contact."""

    gait: str
    muscle: str
    on_percent: float
    off_percent: float
    source_key: str
    verified: str


@dataclass(frozen=True)
class RunningFact:
    """One number behind a figure or a sentence; ``value`` in ``unit``, ``x`` in ``x_unit``."""

    fact: str
    topic: str
    label: str
    x: float | None
    x_unit: str
    value: float
    unit: str
    population: str
    n: int | None
    source_key: str
    verified: str


@dataclass(frozen=True)
class Claim:
    """A claim of the source texts, and what published work says to it.

    ``n`` counts the people of the main study; ``searched_on`` is an ISO date.
    """

    claim: str
    lesson: str
    text: str
    source_file: tuple[str, ...]
    verdict: str
    evidence: str
    citations: tuple[str, ...]
    study: tuple[str, ...]
    people: str
    n: int | None
    searched_words: str
    searched_on: str


@dataclass(frozen=True)
class PlanRule:
    """One rule of the plan builder; ``value`` in ``unit``."""

    rule: str
    kind: str
    value: float | None
    unit: str
    groups: tuple[str, ...]
    words: tuple[str, ...]
    label: str
    text: str
    basis: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class Stride:
    """The mean running stride at one speed, and how many people were measured."""

    speed_mps: float
    stride_s: float
    stride_s_sd: float
    contact_percent: float
    contact_percent_sd: float
    runners: int
    source_key: str
    verified: str


@dataclass(frozen=True)
class StrideAngle:
    """The leg at one moment of the measured stride; angles in degrees."""

    speed_mps: float
    percent: int
    thigh_deg: float
    knee_deg: float
    foot_deg: float
    pelvis_tilt_deg: float
    pelvis_height_mm: float


@dataclass(frozen=True)
class StridePath:
    """A path of muscle and tendon over the bones; ``main`` stands for its muscle in curves."""

    path: str
    muscle: str
    name: str
    part: str
    main: bool
    model_name: str
    source_key: tuple[str, ...]


@dataclass(frozen=True)
class StrideLength:
    """Length of a path at one moment of the stride, as a multiple of standing."""

    path: str
    speed_mps: float
    percent: int
    length: float
