"""Equations that estimate oxygen uptake from a field test; the numbers are in `data/`.

Every one is linear: a constant, and for each input a factor. They estimate VO2max, the most
oxygen that a body can use, in mL per kilogram and minute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from running_muscles import tables

UNIT = "mL/kg/min"
POUNDS_PER_KILOGRAM = 1 / 0.45359237  # by definition of the international pound


@dataclass(frozen=True)
class Equation:
    """One equation and for whom it was made.

    Attributes
    ----------
    constant : float
        In mL/kg/min.
    factors : dict of str to float
        For each of ``distance_m``, ``weight_kg``, ``age``, ``male`` (1 or 0), ``minutes``
        and ``pulse`` that the equation uses: mL/kg/min for each of its units.
    ages : tuple of int or None
        The youngest and oldest for whom it was made; None where that is not known.
    error : float or None
        Standard error of the estimate, in mL/kg/min.
    shortest : dict of int to float
        For women (0) and men (1), the shortest time in minutes that the study allowed.
    highest_pulse : float or None
        The highest pulse that the study allowed, in beats a minute.
    """

    test: str
    constant: float
    factors: Mapping[str, float]
    ages: tuple[int, int] | None
    population: str
    n: int
    error: float | None
    source_key: str
    shortest: Mapping[int, float] = field(default_factory=dict)
    highest_pulse: float | None = None

    def estimate(self, values: Mapping[str, float]) -> float:
        """Return VO2max in mL/kg/min.

        Raises
        ------
        ValueError
            If an input is missing, or age, time or pulse lies outside those the equation was
            made with.
        """
        missing = [name for name in self.factors if name not in values]
        if missing:
            raise ValueError(f"The equation also needs: {', '.join(missing)}.")
        if self.ages is not None and not self.ages[0] <= values.get("age", -1) <= self.ages[1]:
            raise ValueError(
                f"The equation was made with people aged {self.ages[0]} to {self.ages[1]}. "
                "Outside these ages it has not been tested."
            )
        least = self.shortest.get(int(values.get("male", 0)))
        if least is not None and values["minutes"] < least:
            raise ValueError(
                f"The equation was made with easy jogs of {least:g} minutes or longer. "
                "Jog the mile again, more slowly."
            )
        if self.highest_pulse is not None and values["pulse"] > self.highest_pulse:
            raise ValueError(
                f"The equation was made with a pulse of {self.highest_pulse:g} at most. "
                "Jog the mile again, more slowly."
            )
        return self.constant + sum(factor * values[name] for name, factor in self.factors.items())


# Which fact of `data/running_facts.csv` is the factor of which input.
_ROCKPORT = {"age": "age", "male": "sex", "minutes": "time", "pulse": "pulse"}
_JOG = {"weight_kg": "weight", "male": "sex", "minutes": "time", "pulse": "pulse"}


@cache
def equation(test: str) -> Equation:
    """Return the equation of a test of the `calculate` family.

    Raises
    ------
    KeyError
        If the test has no equation.
    """
    return {"cooper_12min": _cooper, "rockport_mile": _rockport, "one_mile_jog": _jog}[test]()


def _cooper() -> Equation:
    divisor = _fact("cooper-divisor").value
    constant = -_fact("cooper-offset").value / divisor
    return _made("cooper_12min", "cooper-offset", constant, {"distance_m": 1 / divisor}, None)


def _rockport() -> Equation:
    factors = {name: _fact(f"rockport-{part}").value for name, part in _ROCKPORT.items()}
    factors["weight_kg"] = _fact("rockport-weight").value * POUNDS_PER_KILOGRAM
    constant = _fact("rockport-constant").value
    return _made("rockport_mile", "rockport-constant", constant, factors, (30, 69))


def _jog() -> Equation:
    factors = {name: _fact(f"one-mile-jog-{part}").value for name, part in _JOG.items()}
    constant = _fact("one-mile-jog-constant").value
    made = _made("one_mile_jog", "one-mile-jog-constant", constant, factors, (18, 29))
    shortest = {
        male: _fact(f"one-mile-jog-fastest-{who}").value for male, who in ((0, "women"), (1, "men"))
    }
    return replace(made, shortest=shortest, highest_pulse=_fact("one-mile-jog-highest-pulse").value)


def _made(
    test: str, fact: str, constant: float, factors: dict[str, float], ages: tuple[int, int] | None
) -> Equation:
    row = _fact(fact)
    errors = [
        each.value
        for each in tables.reliability()
        if (each.test, each.statistic, each.unit) == (test, "see", UNIT)
    ]
    return Equation(
        test,
        constant,
        factors,
        ages,
        row.population,
        row.n or 0,
        max(errors, default=None),
        row.source_key,
    )


def _fact(name: str) -> tables.RunningFact:
    return next(fact for fact in tables.running_facts() if fact.fact == name)
