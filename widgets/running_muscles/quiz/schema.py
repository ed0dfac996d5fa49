"""Check a bank against the published JSON Schema, in sentences an author can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from running_muscles.quiz.located_yaml import Located, Place, Unclear

_MENDS = {
    "reason": "Say why this is right or wrong: learners read it after they answer.",
    "sources": "Name where the answer comes from: a key of data/references.bib or table/row.",
    "slot": "Name one of this bank's `slots`: the questions in it are interchangeable.",
    "objective": "Name an id of data/objectives.csv.",
}
_TYPES = {
    "string": "text; put it in quotes",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping of keys to values",
    "boolean": "true or false",
}


def problems(located: Located, schema: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Yield (line, question id, sentence) for everything that breaks the schema."""
    seen: set[Place] = set()
    for error in Draft202012Validator(schema).iter_errors(located.data):
        place = tuple(error.absolute_path)
        if isinstance(error.instance, Unclear):
            # Whatever it should be, it is unclear in one way.
            if place in seen:
                continue
            seen.add(place)
        yield located.line(place), _question(located.data, place), _sentence(error, place)


def _question(data: Any, place: Place) -> str:
    if len(place) < 2 or place[0] != "questions":
        return ""
    question = data["questions"][place[1]]
    name = question.get("id") if isinstance(question, dict) else None
    return name if isinstance(name, str) else f"question {int(place[1]) + 1}"


def _sentence(error: ValidationError, place: Place) -> str:
    inner = place[2:] if place[:1] == ("questions",) else place
    what = ".".join(str(part + 1 if isinstance(part, int) else part) for part in inner)
    describe = _SENTENCES.get(str(error.validator))
    told = describe(error) if describe else f"{error.message}."
    if isinstance(error.instance, Unclear):
        start = f"{told} " if error.validator == "type" else ""
        told = f"{start}{error.instance.sentence}"
    mark = ":" if told[:1].isupper() else ""
    return f"`{what}`{mark} {told}" if what else f"This {told}"


def _required(error: ValidationError) -> str:
    instance: Any = error.instance
    missing = next(k for k in _strings(error.validator_value) if error.message.startswith(repr(k)))
    name = instance.get("id") if isinstance(instance, dict) else None
    inside = len(error.absolute_path) > 2
    owner = f"(`{name}`) " if inside and isinstance(name, str) else ""
    return f"{owner}has no `{missing}`. {_MENDS.get(missing, f'Add `{missing}:`.')}"


def _strings(value: Any) -> list[str]:
    return [str(item) for item in value]


def _wanted(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    names = [wanted] if isinstance(wanted, str) else wanted
    return " or ".join(_TYPES.get(name, name) for name in names)


def _extra(error: ValidationError) -> str:
    schema: Any = error.schema
    instance: Any = error.instance
    known = schema["properties"]
    extra = ", ".join(f"`{key}`" for key in instance if key not in known)
    return f"has {extra}, which means nothing here. Known keys: {', '.join(known)}."


_SENTENCES: dict[str, Callable[[ValidationError], str]] = {
    "required": _required,
    "additionalProperties": _extra,
    "type": lambda e: f"must be {_wanted(e)}.",
    "enum": lambda e: (
        f"is {e.instance!r}. Choose one of: {', '.join(_strings(e.validator_value))}."
    ),
    "pattern": lambda e: (
        f"is {e.instance!r}. Use lower-case letters, digits and single hyphens"
        " (a lesson starts with two digits)."
    ),
    "minItems": lambda e: f"has too few entries; write at least {e.validator_value}.",
    "maxItems": lambda e: f"has too many entries; keep at most {e.validator_value}.",
    "minLength": lambda _e: "is empty. Write it.",
    "maxLength": lambda e: f"is too long; at most {e.validator_value} characters.",
    "minimum": lambda e: f"is {e.instance}; it must be at least {e.validator_value}.",
    "maximum": lambda e: f"is {e.instance}; it must be at most {e.validator_value}.",
    "exclusiveMinimum": lambda e: f"is {e.instance}; it must be more than {e.validator_value}.",
}
