"""How far each muscle group of a learner is, read from the learner's own results.

No published group has a say here: most of them are young or athletes, and a plan must fit
the one who trains. The lines from which a level is in reach are rules of our own
(`data/plan_rules.csv`, kind ``start-level``).

A standing is small and plain, so that it can be kept beside a plan: the plan then stays as it
is while new results come in, until the learner makes a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from running_muscles import tables
from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.measure.profile import GroupProfile, Measured, Profile
from running_muscles.plan.rules import choices_of
from running_muscles.plan.rules import number as rule_number
from running_muscles.tables import PlanRule
from running_muscles.translation.spoken import N_, _, in_english
from running_muscles.translation.written import number

FIRST_LEVEL = 1
_UNITS = {"s": N_("s"), "reps": N_("repetitions")}
_BEHIND = {
    "left": N_("{test}: your left side is behind ({left} {unit}, right {right})."),
    "right": N_("{test}: your right side is behind ({right} {unit}, left {left})."),
}
_SIDED = {"left": N_("{test}, left"), "right": N_("{test}, right")}


@dataclass(frozen=True)
class OwnResult:
    """One test of a learner: the result of the weaker side, and what it opens.

    Attributes
    ----------
    test : str
    value : float
        The latest result, of the weaker side where there are two.
    level : int
        Highest level, 1 to 3, that is in reach.
    weaker : str
        ``"left"`` or ``"right"`` when the sides differ by more than noise.
    share : float
        The result as a share of the line of level 2; below 1 the group needs it most.
    why : str
        Why the group should come first, in English; empty when it should not.
    left, right : float, optional
        The results of both sides, where one is weaker.
    side : str
        The side of `value`, where only that one has it.
    line : float, optional
        The line of level 2, where the result is below it.
    """

    test: str
    value: float
    level: int
    weaker: str = ""
    share: float = 1.0
    why: str = ""
    left: float | None = None
    right: float | None = None
    side: str = ""
    line: float | None = None

    @property
    def told(self) -> str:
        """Why the group should come first, in the language that is spoken.

        An older course kept its English words alone.
        """
        return " ".join(self._reasons()) or self.why

    def _reasons(self) -> Iterator[str]:
        protocol = tables.protocols().get(self.test)
        if protocol is None:
            return
        name, unit = _(protocol.name), _(_UNITS.get(protocol.unit, protocol.unit))
        if self.weaker and self.left is not None and self.right is not None:
            yield _(_BEHIND[self.weaker]).format(
                test=name, unit=unit, left=_written(self.left), right=_written(self.right)
            )
        if self.line is not None:
            test = _(_SIDED[self.side]).format(test=name) if self.side else name
            yield _("{test}: {value} {unit}. Below {line} {unit} we start you at level 1.").format(
                test=test, value=_written(self.value), unit=unit, line=_written(self.line)
            )


@dataclass(frozen=True)
class Standing:
    """What a plan knows about one muscle group.

    ``tests`` are those that speak for a level; ``tested`` tells of any score at all.
    """

    group: str
    tests: tuple[OwnResult, ...] = ()
    tested: bool = False

    @property
    def first(self) -> bool:
        """Whether the group should come first."""
        return bool(self.why)

    @property
    def level(self) -> int:
        """The lowest level that a test opens; level 1 without any."""
        return min((each.level for each in self.tests), default=FIRST_LEVEL)

    @property
    def weaker(self) -> str:
        """The weaker side, where a test told the sides apart."""
        return next((each.weaker for each in self.tests if each.weaker), "")

    @property
    def share(self) -> float:
        """The lowest share of a level 2 line among the tests."""
        return min((each.share for each in self.tests), default=1.0)

    @property
    def why(self) -> str:
        """Why the group should come first; empty when it should not."""
        return " ".join(each.why for each in self.tests if each.why)

    @property
    def told(self) -> str:
        """The same in the language that is spoken."""
        return " ".join(each.told for each in self.tests if each.why)

    @classmethod
    def from_mapping(cls, kept: Mapping[str, Any]) -> Standing:
        """Build a standing from a kept one; what an older version kept is left out."""
        names = OwnResult.__dataclass_fields__
        tests = (
            {name: value for name, value in each.items() if name in names}
            for each in kept.get("tests", ())
        )
        return cls(
            kept["group"], tuple(OwnResult(**each) for each in tests), bool(kept.get("tested"))
        )


def standings(profile: Profile) -> tuple[Standing, ...]:
    """Read the standing of every strength group from a profile, in the order of the course."""
    return tuple(_standing(profile.group(group)) for group in STRENGTH_GROUPS)


def _standing(group: GroupProfile) -> Standing:
    scored = [test for test in group.measured if test.scored]
    tests = (_tested(test, lines_of(test.test)) for test in scored)
    return Standing(group.group, tuple(each for each in tests if each is not None), bool(scored))


def lines_of(test: str) -> tuple[PlanRule, ...]:
    """Return the results from which level 2 and level 3 are in reach; none for some tests."""
    return tuple(each for each in choices_of("start-level") if test in each.words)


def level_of(value: float, lines: Iterable[PlanRule]) -> int:
    """Return the level, 1 to 3, that a result opens."""
    return FIRST_LEVEL + sum(value >= (line.value or 0.0) for line in lines)


def _tested(test: Measured, lines: tuple[PlanRule, ...]) -> OwnResult | None:
    if not lines:
        return None
    lowest = min(test.sides, key=lambda side: side.latest.value)
    value = lowest.latest.value
    level, line = level_of(value, lines), lines[0].value or 1.0
    weaker = weaker_side(test)
    values = {side.side: side.latest.value for side in test.sides} if weaker else {}
    even = len({side.latest.value for side in test.sides}) < len(test.sides)
    low = level == FIRST_LEVEL
    found = OwnResult(
        test.test,
        value,
        level,
        weaker,
        value / line,
        left=values.get("left"),
        right=values.get("right"),
        side=lowest.side if low and not even else "",
        line=line if low else None,
    )
    # What is kept beside a plan is data, and says in English what an older course reads.
    with in_english():
        return replace(found, why=found.told)


def _written(value: float) -> str:
    return number(round(value, 1))


def weaker_side(test: Measured) -> str:
    """Return the side that is weaker beyond noise; empty where there is none.

    Where no study tells the noise of a test, the rule ``side_gap`` decides.
    """
    gap = test.gap
    if gap is None or not gap.larger or gap.within_error is True:
        return ""
    if gap.within_error is None and gap.percent <= rule_number("side_gap"):
        return ""
    return "left" if gap.larger == "right" else "right"
