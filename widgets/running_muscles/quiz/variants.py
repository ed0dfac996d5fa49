"""Numeric questions whose numbers differ from student to student.

The expressions come from a bank. They are worked out by simpleeval, which knows arithmetic and a
few functions and nothing else: no attribute, no name but the parameters.
"""

from __future__ import annotations

import ast
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product
from typing import Any

from running_muscles.quiz.questions import Numeric, Parameter, Question

# `quiz check` tries all members of a family up to this many, and else as many drawn by lot.
TRIED = 500
MAX_VALUES = 1_000
_FUNCTIONS = {"round": round, "floor": math.floor, "ceil": math.ceil, "sqrt": math.sqrt}


class ExpressionError(ValueError):
    """An expression that cannot be worked out; the message is a sentence for the author."""


def parameter(name: str, raw: Mapping[str, Any]) -> Parameter:
    """Return a parameter as a bank writes it: `values`, or `from`, `to` and `step`.

    Raises
    ------
    ExpressionError
        When a range is empty, infinite or too long.
    """
    if "values" in raw:
        values = tuple(float(value) for value in raw["values"])
    else:
        first, last, step = (float(raw[key]) for key in ("from", "to", "step"))
        if not all(map(math.isfinite, (first, last, step))) or last <= first:
            raise ExpressionError(f"`{name}` runs from {first:g} to {last:g}. Let it rise.")
        count = math.floor((last - first) / step + 1e-9) + 1
        if count > MAX_VALUES:
            raise ExpressionError(f"`{name}` has {count} values. Use a larger `step`.")
        # Twelve digits are enough for a question and hide the noise of 0.1 + 0.2.
        values = tuple(float(f"{first + n * step:.12g}") for n in range(count))
    if len(set(values)) < 2 or not all(map(math.isfinite, values)):
        raise ExpressionError(f"`{name}` needs two different finite values. Mend them.")
    return Parameter(name, values)


def work_out(expression: str, values: Mapping[str, float]) -> float:
    """Return the value of an expression.

    Raises
    ------
    ExpressionError
        When it is no arithmetic over these values, or has no finite value.
    """
    from simpleeval import SimpleEval

    try:
        evaluator = SimpleEval(functions=_FUNCTIONS, names=dict(values))
        evaluator.nodes.pop(ast.Attribute)  # numbers have attributes, and none is arithmetic
        result = evaluator.eval(expression)
        number = float(result)
    except Exception as error:  # whatever an author wrote, it gets a sentence
        raise ExpressionError(f"{expression!r} cannot be worked out ({error}).") from error
    if isinstance(result, bool | str) or not math.isfinite(number):
        raise ExpressionError(f"{expression!r} gives {result!r}, which is no finite number.")
    return float(f"{number:.12g}")


def filled(text: str, values: Mapping[str, float]) -> str:
    """Return a text with each `{name}` replaced by its number; other braces stay."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", f"{value:.10g}")
    return text


def member(question: Numeric, values: Mapping[str, float]) -> Numeric:
    """Return the question of a family with these values of its parameters.

    Raises
    ------
    ExpressionError
        When an expression has no value there.
    """
    family = question.family
    if family is None:
        return question
    answer = work_out(family.value, values)
    shown = {**values, "answer": answer}
    mistakes = tuple(
        replace(mistake, value=work_out(expression, values), reason=filled(mistake.reason, shown))
        for mistake, expression in zip(question.mistakes, family.mistakes, strict=True)
    )
    return replace(
        question,
        stem=filled(question.stem, values),
        reason=filled(question.reason, shown),
        value=answer,
        mistakes=mistakes,
        family=None,
    )


def picked(parameters: Mapping[str, list[float]], seed: str) -> dict[str, float]:
    """Return the value of each parameter that a seed picks, the same one on every machine.

    Parameters
    ----------
    parameters
        Values by name, as ``questions.json`` has them.
    seed
        What tells one student's question from another's.
    """
    lot = random.Random(seed)
    # Only `random()` is promised to give the same numbers in every version of Python.
    return {
        name: parameters[name][int(lot.random() * len(parameters[name]))]
        for name in sorted(parameters)
    }


def as_asked(question: Question, seed: str) -> Question:
    """Return a question as the student with this seed gets it."""
    if not isinstance(question, Numeric) or question.family is None:
        return question
    return member(question, picked(values_of(question), seed))


def values_of(question: Numeric) -> dict[str, list[float]]:
    """Return the values of each parameter by name; empty without a family."""
    parameters = question.family.parameters if question.family else ()
    return {parameter.name: list(parameter.values) for parameter in parameters}


def members(question: Numeric) -> Iterator[tuple[dict[str, float], Numeric]]:
    """Yield the members of a family, all of them or `TRIED` drawn by lot.

    Raises
    ------
    ExpressionError
        At the first member whose expressions have no value.
    """
    values = values_of(question)
    count = math.prod(len(each) for each in values.values())
    if count <= TRIED:
        combinations = [dict(zip(values, each, strict=True)) for each in product(*values.values())]
    else:
        combinations = list(islice(_drawn(question.id, values), TRIED))
    for combination in combinations:
        yield combination, member(question, combination)


def _drawn(seed: str, values: Mapping[str, list[float]]) -> Iterator[dict[str, float]]:
    number = 0
    while True:
        yield picked(values, f"{seed}/{number}")
        number += 1
