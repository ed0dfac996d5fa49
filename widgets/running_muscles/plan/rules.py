"""The rules of the plan as the builder asks for them, from `data/plan_rules.csv`.

The table may be changed by an instructor. What the builder cannot do without is asked for
here, so that a missing row is told in words and not as a broken plan.
"""

from __future__ import annotations

from running_muscles.tables import PlanRule, TableError, plan_rules

FILE = "plan_rules.csv"


def rule(name: str) -> PlanRule:
    """Return a rule by id.

    Raises
    ------
    TableError
        If the table no longer has it.
    """
    try:
        return plan_rules()[name]
    except KeyError:
        raise TableError(
            FILE, f'the rule "{name}" is missing', "Put it back; the plan builder needs it."
        ) from None


def number(name: str) -> float:
    """Return the value of a rule of the kind ``number``, in the unit of its row.

    Raises
    ------
    TableError
        If the rule is missing or has no value.
    """
    value = rule(name).value
    if value is None:
        raise TableError(FILE, f'the rule "{name}" has no value', "Give it a number.")
    return value


def choices_of(*kinds: str) -> tuple[PlanRule, ...]:
    """Return the rules of some kinds, in the order of the table; there may be none."""
    return tuple(each for each in plan_rules().values() if each.kind in kinds)


def rules_of(*kinds: str) -> tuple[PlanRule, ...]:
    """Return the rules of some kinds that a plan needs, in the order of the table.

    Raises
    ------
    TableError
        If there is none.
    """
    found = choices_of(*kinds)
    if not found:
        raise TableError(
            FILE, f"there is no rule of the kind {' or '.join(kinds)}", "Add at least one."
        )
    return found
