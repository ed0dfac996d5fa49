"""The course's own rules for credit that a bank gives by its own measure."""

from __future__ import annotations

import math
from collections.abc import Iterator

from running_muscles.quiz.questions import Multiple, Order, Single

# Thirds are written as 0.33.
ROUNDED = 0.011


def single(question: Single) -> Iterator[str]:
    """Yield what is wrong with the shares of a question with one right option."""
    for option in question.options:
        if option.credit is None:
            continue
        if option.correct:
            yield f"The right option {option.id!r} has all points. Take its `credit` out."
        elif not 0 < option.credit < 1:
            yield (
                f"The `credit` of {option.id!r} is {option.credit:g}. Give it more than 0 and"
                " less than 1, or take it out."
            )


def multiple(question: Multiple) -> Iterator[str]:
    """Yield what is wrong with the shares of a question with several right options."""
    given = [option for option in question.options if option.credit is not None]
    if not given:
        return
    without = [option.id for option in question.options if option.credit is None]
    if without:
        yield f"Some options have a `credit` and others not: {', '.join(without)}. Give all one."
        return
    right = [(one.id, one.credit or 0.0) for one in given if one.correct]
    wrong = [(one.id, one.credit or 0.0) for one in given if not one.correct]
    for name, credit in right:
        if not credit > 0:
            yield f"The right option {name!r} has a `credit` of {credit:g}. Give it more than 0."
    for name, credit in wrong:
        if not credit < 0:
            yield (
                f"The wrong option {name!r} has a `credit` of {credit:g}. Let it take something:"
                " write less than 0."
            )
    total = math.fsum(credit for _, credit in right)
    if not math.isclose(total, 1, abs_tol=ROUNDED):
        yield f"The `credit` of the right options adds up to {total:g}. Let it add up to 1."
    left = total + math.fsum(credit for _, credit in wrong)
    if left > ROUNDED:
        yield (
            f"Ticking everything would earn {left:.0%} of the points. Let the wrong options take"
            " as much as the right ones give."
        )


def any_order(question: Order) -> Iterator[str]:
    """Yield what is wrong with the groups whose items may stand in any order."""
    ids = [item.id for item in question.items]
    grouped = [name for group in question.any_order for name in group]
    for name in sorted(set(grouped)):
        if name not in ids:
            yield f"`any_order` names {name!r}, which is no item of this question. Mend it."
        if grouped.count(name) > 1:
            yield f"`any_order` names {name!r} twice. Keep one."
    for group in question.any_order:
        places = [at for at, name in enumerate(ids) if name in group]
        if places and places != list(range(places[0], places[0] + len(places))):
            yield (
                f"The items {', '.join(group)} of `any_order` do not follow each other. Put them"
                " one after the other in `items`."
            )
    if len(set(question.ranks().values())) < 2:
        yield "All items may stand in any order, so there is no order to find. Narrow `any_order`."
