"""What a plan consists of: weeks, days, sessions and doses. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from running_muscles.plan.wishes import DAYS, Wishes

# A hard run that the plan asks to run easily, or to leave out, while something hurts.
EASED = "eased"
# Kinds of notes that are made of words and not of rules.
SPOKEN = frozenset({"days", "short", "spare"})


@dataclass(frozen=True)
class Dose:
    """One exercise of a session: ``sets`` times ``amount``, in the exercise's own unit.

    ``first`` is the weaker side, ``"left"`` or ``"right"``, where the exercise has sides and
    a test told them apart.
    """

    exercise: str
    group: str
    sets: int
    amount: int
    first: str = ""


@dataclass(frozen=True)
class Session:
    """A strength session; ``minutes`` with its warm-up, rounded up."""

    minutes: int
    doses: tuple[Dose, ...]


@dataclass(frozen=True)
class Day:
    """A day of the plan; ``run`` is ``""``, ``"easy"``, ``"hard"`` or ``"eased"``."""

    date: date
    run: str
    session: Session | None

    @property
    def name(self) -> str:
        """Name of the weekday."""
        return DAYS[self.date.weekday()]

    @property
    def rest(self) -> bool:
        """Whether there is neither a run nor a session."""
        return not self.run and self.session is None


@dataclass(frozen=True)
class Week:
    """A week from Monday to Sunday.

    ``rule`` says what is special about it, ``new`` which harder forms are new.
    """

    number: int
    lighter: bool
    rule: str
    days: tuple[Day, ...]
    new: str = ""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions of the week."""
        return tuple(day.session for day in self.days if day.session is not None)

    @property
    def minutes(self) -> int:
        """Minutes of strength training in the week."""
        return sum(session.minutes for session in self.sessions)


@dataclass(frozen=True)
class Focus:
    """A muscle group that comes first, and why; ``rule`` is what the rules say of it."""

    group: str
    why: str
    source_key: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class Note:
    """A sentence to the learner.

    ``kind`` is ``stop``, ``pain``, ``running``, ``condition``, ``age``, ``days``, ``short``,
    ``spare`` or ``advice``.
    """

    kind: str
    title: str
    text: str
    basis: str = "ours"
    source_key: tuple[str, ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether it is worked out here, and so said in the learner's language.

        What the rules say is content and stays as their table has it, as a whole: a note on pain
        or health is never half in one language and half in another.
        """
        return self.kind in SPOKEN


@dataclass(frozen=True)
class Plan:
    """A whole plan; without any week when nobody should train with what was answered."""

    wishes: Wishes
    focus: tuple[Focus, ...]
    weeks: tuple[Week, ...]
    notes: tuple[Note, ...]
