"""What a week of a plan holds: which exercises in which session, within the time there is.

The choice is made once for a whole plan, and room is kept for the sets that come later. So the
exercises stay the same while their dose grows, and no week is longer than it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from running_muscles.plan.rules import number
from running_muscles.tables import Exercise

SECONDS = 60


def seconds_of(exercise: Exercise, sets: int, amount: int) -> int:
    """Return how long an exercise takes, in seconds, with its rests and getting into place."""
    once = amount if exercise.amount_unit == "s" else amount * number("seconds_per_rep")
    sides = 2 if exercise.per_side else 1
    rest = number("rest_after_set")
    return round(sets * (sides * once + rest) + number("change_exercise"))


@dataclass
class Slot:
    """A place in a session; ``seconds`` is the time kept for it."""

    exercise: Exercise
    sets_most: int
    seconds: int


@dataclass
class SessionRoom:
    """A session being filled; ``free`` is the time left, in seconds."""

    free: int
    slots: list[Slot] = field(default_factory=list)

    def holds(self, group: str) -> bool:
        """Tell whether a muscle group is in it already."""
        return any(slot.exercise.group == group for slot in self.slots)

    def take(self, exercise: Exercise, sets: int) -> bool:
        """Add an exercise at its largest amount, if the time is there."""
        seconds = seconds_of(exercise, sets, exercise.amount_max)
        if seconds > self.free:
            return False
        self.slots.append(Slot(exercise, sets, seconds))
        self.free -= seconds
        return True

    def sort(self, order: Sequence[str]) -> None:
        """Bring the groups into an order, so that the weakest is trained fresh."""
        self.slots.sort(key=lambda slot: order.index(slot.exercise.group))

    def add_sets(self, slot: Slot) -> None:
        """Keep room for as many sets as the exercise may have and the time allows."""
        for sets in range(slot.sets_most + 1, slot.exercise.sets_max + 1):
            seconds = seconds_of(slot.exercise, sets, slot.exercise.amount_max)
            if seconds - slot.seconds > self.free:
                return
            self.free -= seconds - slot.seconds
            slot.sets_most, slot.seconds = sets, seconds


@dataclass(frozen=True)
class Filled:
    """The sessions of a week, and how often each group that fell short is trained."""

    sessions: tuple[SessionRoom, ...]
    short: Mapping[str, int]


def fill(
    sessions: int,
    minutes: int,
    focus: Sequence[str],
    others: Sequence[str],
    ladders: Mapping[str, tuple[Exercise, ...]],
) -> Filled:
    """Fill the sessions of a week, focus groups first.

    Parameters
    ----------
    sessions : int
        How many there are.
    minutes : int
        How long each may be, with its warm-up.
    focus, others : sequence of str
        Muscle groups, weakest first.
    ladders : mapping of str to tuple of Exercise
        The exercises of each of these groups, best first, at least one.
    """
    free = round((minutes - number("warm_up")) * SECONDS)
    rooms = tuple(SessionRoom(free) for _ in range(sessions))
    wanted = {group: int(number("focus_times")) for group in focus}
    wanted |= {group: int(number("other_times")) for group in others}
    for group in _rounds(wanted):
        _place(group, ladders[group], rooms, most_sets=False)
    short = {
        group: times for group, least in wanted.items() if (times := count(group, rooms)) < least
    }
    for room in rooms:
        room.sort([*wanted])
        for slot in room.slots:
            room.add_sets(slot)
    # Time that is left goes round the groups once more, weakest first.
    for _ in rooms:
        for group in wanted:
            _place(group, ladders[group], rooms, most_sets=True)
    for room in rooms:
        room.sort([*wanted])
    return Filled(rooms, short)


def count(group: str, rooms: Iterable[SessionRoom]) -> int:
    """Return how many sessions hold a muscle group."""
    return sum(room.holds(group) for room in rooms)


def _rounds(wanted: Mapping[str, int]) -> Iterable[str]:
    """Yield each group as often as it is wanted: all focus groups round by round, then others."""
    for times in sorted(set(wanted.values()), reverse=True):
        for _ in range(times):
            yield from (group for group, least in wanted.items() if least == times)


def _place(
    group: str, steps: tuple[Exercise, ...], rooms: Sequence[SessionRoom], *, most_sets: bool
) -> None:
    """Put a group into the emptiest session that lacks it, with an exercise that is new."""
    turn = count(group, rooms) % len(steps)
    in_turn = (*steps[turn:], *steps[:turn])
    lacking = [room for room in rooms if not room.holds(group)]
    for room in sorted(lacking, key=lambda each: -each.free):
        for exercise in in_turn:
            if room.take(exercise, exercise.sets_max if most_sets else exercise.sets_min):
                return
