"""What a week of a plan holds: which exercises in which session, within the time there is.

The choice is made once for a whole plan; later weeks raise the doses and step to harder forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from running_muscles.plan.ladders import Ladders, trained_by
from running_muscles.plan.pace import Pace
from running_muscles.plan.sparing import Held, Sparing
from running_muscles.tables import Exercise

BALANCE = "balance"  # asked for like a muscle group, by those who need it


@dataclass
class Room:
    """A session being filled.

    ``free`` is the time left, in seconds; ``eve`` tells of a hard run on the next day.
    """

    free: float
    eve: bool = False
    exercises: list[Exercise] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What a week should hold.

    Attributes
    ----------
    times : mapping of str to int
        How many sessions should train each group, the most needed first; may hold `BALANCE`.
    balance : frozenset of str
        Moves that count as balance work.
    """

    times: Mapping[str, int]
    balance: frozenset[str] = frozenset()

    def trains(self, exercise: Exercise, group: str, *, strictly: bool) -> bool:
        """Tell whether an exercise counts for a group; strictly only for its own group."""
        if group == BALANCE:
            return not self.balance.isdisjoint(exercise.movement)
        return exercise.group == group if strictly else group in trained_by(exercise)

    def short(self, rooms: Sequence[Room]) -> dict[str, int]:
        """Return how often each group comes that comes too rarely."""
        counts = {group: self.count(group, rooms, strictly=False) for group in self.times}
        return {
            group: counts[group] for group, times in self.times.items() if counts[group] < times
        }

    def count(self, group: str, rooms: Iterable[Room], *, strictly: bool) -> int:
        """Return how many sessions train a group."""
        return sum(
            any(self.trains(each, group, strictly=strictly) for each in room.exercises)
            for room in rooms
        )


@dataclass
class Filling:
    """The sessions of a week while exercises are placed into them.

    ``reserve`` is the time, in seconds, that further turns leave for the doses to grow.
    """

    rooms: tuple[Room, ...]
    wanted: Wanted
    ladders: Ladders
    pace: Pace
    sparing: Sparing
    reserve: float = 0.0

    def fill(self) -> None:
        """Give each group its turns, round by round, then a further turn where time is left."""
        most = max(self.wanted.times.values(), default=0)
        if not self._rounds(most, strictly=True):
            # With little time, an exercise counts for each group that it works most.
            for room in self.rooms:
                room.free += sum(self._seconds(each) for each in room.exercises)
                room.exercises.clear()
            self._rounds(most, strictly=False)
        # A further turn leaves room for the doses to grow.
        for room in self.rooms:
            room.free -= self.reserve
        for group in self.wanted.times:
            if group != BALANCE:
                self._place(group, strictly=True)
        for room in self.rooms:
            order = [*self.wanted.times]
            room.exercises.sort(key=lambda each: _rank(each, order))

    def _rounds(self, most: int, *, strictly: bool) -> bool:
        """Place every group as often as it is wanted; tell whether all found their place."""
        turns = [
            (turn, group)
            for turn in range(1, most + 1)
            for group, times in self.wanted.times.items()
            if turn <= times
        ]
        # Balance keeps its place however little time there is; then each group in turn.
        turns.sort(key=lambda each: each[1] != BALANCE)
        whole = True
        for turn, group in turns:
            if self.wanted.count(group, self.rooms, strictly=strictly) < turn:
                whole &= self._place(group, strictly=strictly)
        return whole

    def _place(self, group: str, *, strictly: bool) -> bool:
        """Put a group into the emptiest session that lacks it."""
        lacking = [
            room
            for room in self.rooms
            if not any(
                self.wanted.trains(each, group, strictly=strictly) for each in room.exercises
            )
        ]
        steps = self._steps(group, strictly=strictly)
        for room in sorted(lacking, key=lambda each: -each.free):
            for exercise in steps:
                if self._take(room, exercise):
                    return True
        return False

    def _steps(self, group: str, *, strictly: bool) -> list[Exercise]:
        """Return the exercises for a group: those used least first, then the best."""
        if group == BALANCE:
            steps = [each for each in self._all() if self.wanted.trains(each, group, strictly=True)]
        else:
            steps = list(self.ladders.start(group))
        used = {each.exercise: sum(each in room.exercises for room in self.rooms) for each in steps}
        if strictly:
            return sorted(steps, key=lambda each: used[each.exercise])
        lacking = self.wanted.short(self.rooms)
        return sorted(
            steps,
            key=lambda each: (-len(trained_by(each) & lacking.keys()), used[each.exercise]),
        )

    def _all(self) -> list[Exercise]:
        return [each for group in self.ladders.standing for each in self.ladders.start(group)]

    def _take(self, room: Room, exercise: Exercise) -> bool:
        seconds = self._seconds(exercise)
        at = next(at for at, each in enumerate(self.rooms) if each is room)
        held = Held([each.exercises for each in self.rooms], [each.eve for each in self.rooms])
        if (
            seconds > room.free
            or exercise in room.exercises
            or not self.sparing.fits(exercise, at, held)
        ):
            return False
        room.exercises.append(exercise)
        room.free -= seconds
        return True

    def _seconds(self, exercise: Exercise) -> float:
        amount = self.ladders.first_amount(exercise)
        return self.pace.seconds(exercise, exercise.sets_min, amount)


def _rank(exercise: Exercise, order: Sequence[str]) -> int:
    """Order a session by how much its groups need it."""
    return order.index(exercise.group) if exercise.group in order else len(order)
