"""The measured running stride: how long it takes, and how long each muscle is in it.

Lengths are those of whole paths of muscle and tendon in a generic skeleton, as multiples of their
length in standing. They are no forces, and not the lengths of fibres. Between the measured speeds
and samples, values are mixed in proportion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from running_muscles import tables
from running_muscles.translation.spoken import N_

SAMPLES = 50
STEP_PERCENT = 2
# Part of the contact or of the swing -> up to which share of it, and what a learner reads.
PHASES = {
    "contact": (
        (0.12, N_("as the foot lands")),
        (0.35, N_("soon after the foot lands")),
        (0.7, N_("in the middle of the contact")),
        (0.9, N_("as the foot pushes off")),
        (1.0, N_("as the foot leaves the ground")),
    ),
    "swing": (
        (0.12, N_("as the foot leaves the ground")),
        (0.45, N_("as the heel swings up behind")),
        (0.65, N_("as the knee comes forward")),
        (0.88, N_("as the leg reaches forward")),
        (1.0, N_("just before the foot lands")),
    ),
}


@dataclass(frozen=True)
class Moment:
    """A length at one moment: ``percent`` of the stride, ``length`` as a multiple of standing."""

    percent: int
    length: float
    words: str


def speeds() -> tuple[float, ...]:
    """Give the speeds that were measured, in metres a second, from slow to fast."""
    return tuple(sorted(tables.strides()))


def checked_speed(speed: float) -> float:
    """Give a speed back if the stride is known for it.

    Raises
    ------
    ValueError
        If it is no number, or slower or faster than what was measured.
    """
    slow, fast = speeds()[0], speeds()[-1]
    number = isinstance(speed, int | float) and not isinstance(speed, bool)
    if not number or not slow <= speed <= fast:
        raise ValueError(
            f"The stride was measured from {slow:g} to {fast:g} m/s, and speed={speed!r} is not "
            f"a number in between. Choose one, such as {speeds()[1]:g}."
        )
    return float(speed)


def between(speed: float) -> tuple[int, float]:
    """Give the measured speed below, by its place in `speeds`, and the share of the one above."""
    known = speeds()
    below = max(place for place in range(len(known) - 1) if known[place] <= speed)
    return below, (speed - known[below]) / (known[below + 1] - known[below])


def mixed(values: Sequence[float], speed: float) -> float:
    """Mix values that belong to the measured speeds in proportion to a speed."""
    below, share = between(speed)
    return values[below] * (1 - share) + values[below + 1] * share


def stride_seconds(speed: float) -> float:
    """Give how long a stride takes, from a touch of the foot to its next, in seconds."""
    return mixed([tables.strides()[each].stride_s for each in speeds()], speed)


def contact_percent(speed: float) -> float:
    """Give for how much of the stride the foot is down, in percent."""
    return mixed([tables.strides()[each].contact_percent for each in speeds()], speed)


@cache
def _measured() -> dict[str, dict[float, tuple[float, ...]]]:
    rows: dict[str, dict[float, dict[int, float]]] = {}
    for row in tables.stride_lengths():
        rows.setdefault(row.path, {}).setdefault(row.speed_mps, {})[row.percent] = row.length
    return {
        path: {
            speed: tuple(at[place * STEP_PERCENT] for place in range(SAMPLES))
            for speed, at in by_speed.items()
        }
        for path, by_speed in rows.items()
    }


def lengths(path: str, speed: float) -> tuple[float, ...]:
    """Give the length of a path at every sample of the stride, as multiples of standing.

    Parameters
    ----------
    path : str
        As in ``stride_paths.csv``.
    speed : float
        In metres a second, within the measured ones.
    """
    known = [_measured()[path][each] for each in speeds()]
    return tuple(mixed(values, speed) for values in zip(*known, strict=True))


def length_at(path: str, speed: float, percent: float) -> float:
    """Give the length of a path at any moment of the stride, as a multiple of standing."""
    values = lengths(path, speed)
    place = (percent % 100) / STEP_PERCENT
    before, share = int(place), place % 1
    return values[before] * (1 - share) + values[(before + 1) % SAMPLES] * share


def longest(path: str, speed: float) -> Moment:
    """Give the moment at which a path is longest."""
    values = lengths(path, speed)
    return _moment(values, values.index(max(values)), speed)


def shortest(path: str, speed: float) -> Moment:
    """Give the moment at which a path is shortest."""
    values = lengths(path, speed)
    return _moment(values, values.index(min(values)), speed)


def _moment(values: Sequence[float], place: int, speed: float) -> Moment:
    percent = place * STEP_PERCENT
    return Moment(percent, values[place], phase(percent, contact_percent(speed)))


def phase(percent: float, contact: float) -> str:
    """Say in words where in the stride a moment lies.

    Parameters
    ----------
    percent : float
        The moment, in percent of the stride from the touch of the foot.
    contact : float
        For how much of the stride the foot is down, in percent.
    """
    part, share = (
        ("contact", percent / contact)
        if percent <= contact
        else ("swing", (percent - contact) / (100 - contact))
    )
    return next(words for until, words in PHASES[part] if share <= until)


def timing_rows(muscle: str) -> tuple[tables.MuscleTiming, ...]:
    """Give the rows of the table of timing for a muscle in running."""
    return tuple(
        row for row in tables.muscle_timing() if row.gait == "run" and row.muscle == muscle
    )


def active(muscle: str) -> tuple[tuple[float, float], ...]:
    """Give when a muscle is switched on in running, as pairs of percents of the stride.

    Empty when our table of timing does not have the muscle: unknown, not switched off.
    """
    return tuple((row.on_percent, row.off_percent) for row in timing_rows(muscle))


def muscles() -> tuple[str, ...]:
    """Give the muscles whose length over the stride is known, in the order of the table."""
    return tuple(dict.fromkeys(row.muscle for row in tables.stride_paths().values()))


def paths_of(chosen: Iterable[str]) -> tuple[tables.StridePath, ...]:
    """Give the paths of some muscles, muscle by muscle.

    Raises
    ------
    ValueError
        If no muscle is named, one is named twice, or the stride does not know one.
    """
    names = [chosen] if isinstance(chosen, str) else list(chosen)
    if not names:
        raise ValueError(f"Name at least one muscle. There are: {', '.join(muscles())}.")
    for place, name in enumerate(names):
        if name not in muscles():
            raise ValueError(
                f"The running leg has no muscle {name!r}. There are: {', '.join(muscles())}."
            )
        if name in names[:place]:
            raise ValueError(f'The muscle "{name}" is named twice. Name it once.')
    rows = tables.stride_paths().values()
    return tuple(row for name in names for row in rows if row.muscle == name)
