"""What a learner looks at in a test without a number, and the words for what they saw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from running_muscles.measure.result import Result
from running_muscles.translation.spoken import N_
from running_muscles.widgets.speaking import _

Level = dict[str, str]
Criterion = dict[str, Any]


def _level(value: str, label: str, text: str) -> Level:
    return {"value": value, "label": label, "text": text}


UNSURE = _level("unsure", N_("Not sure"), N_("I could not tell"))


def _criterion(
    name: str, label: str, drawing: str, drawn: tuple[str, str], *levels: Level
) -> Criterion:
    """Return something to look at; `drawn` names what its two drawings show."""
    return {
        "id": name,
        "label": label,
        "drawing": drawing,
        "drawn": list(drawn),
        "levels": list(levels),
    }


def _graded(name: str, label: str, drawing: str, *texts: str) -> Criterion:
    good, fair, poor = texts
    return _criterion(
        name,
        label,
        drawing,
        (N_("✓ Good"), N_("✗ Not good")),
        _level("good", N_("Good"), good),
        _level("fair", N_("Fair"), fair),
        _level("poor", N_("Poor"), poor),
    )


CRITERIA: Mapping[str, tuple[Criterion, ...]] = {
    "single_leg_squat_quality": (
        _graded(
            "overall",
            N_("The whole movement"),
            "overall",
            N_("smooth and steady, and as deep each time"),
            N_("a small wobble, or one squat less deep than the others"),
            N_("jerky, out of balance, or hardly any depth"),
        ),
        _graded(
            "trunk",
            N_("Your trunk"),
            "trunk",
            N_("it stays upright and still"),
            N_("it leans or turns a little"),
            N_("you see at once that it leans, turns or sways"),
        ),
        _graded(
            "pelvis",
            N_("Your pelvis"),
            "pelvis",
            N_("it stays level"),
            N_("one side dips a little"),
            N_("one side clearly drops or turns away"),
        ),
        _graded(
            "hip",
            N_("Your hip"),
            "hip",
            N_("it stays above your foot, and your thigh points ahead"),
            N_("it drifts out, or your thigh turns in, a little"),
            N_("it clearly moves out to the side, or your thigh turns in"),
        ),
        _graded(
            "knee",
            N_("Your knee over your foot"),
            "knee_over_foot",
            N_("the middle of your knee stays over your foot"),
            N_("it moves a little to the inside"),
            N_("it moves past your big toe to the inside, or shakes"),
        ),
    ),
    "modified_thomas": (
        _criterion(
            "thigh",
            N_("The hanging thigh"),
            "thigh",
            (N_("Level"), N_("Above")),
            _level("above", N_("Above"), N_("I saw it stay above the table")),
            _level("level", N_("Level"), N_("I saw it lie level with the table")),
            _level("below", N_("Below"), N_("I saw it hang below the table")),
            UNSURE,
        ),
        _criterion(
            "knee",
            N_("The knee of that leg"),
            "knee_bend",
            (N_("Bent"), N_("Straighter")),
            _level("bent", N_("Bent"), N_("I saw the lower leg hang straight down")),
            _level("straighter", N_("Straighter"), N_("I saw the lower leg point forward")),
            UNSURE,
        ),
    ),
    "paper_grip": (
        _criterion(
            "card",
            N_("The card under your big toe"),
            "card",
            (N_("Held"), N_("Slipped")),
            _level("held", N_("Held"), N_("I saw it stay under the toe")),
            _level("slipped", N_("Slipped"), N_("I saw it come away")),
        ),
    ),
    "jump_in_place": (
        _criterion(
            "first",
            N_("What touched the floor first"),
            "first",
            (N_("Ball of the foot"), N_("Heel")),
            _level("ball", N_("Ball of the foot"), N_("I saw the front of my foot touch first")),
            _level("whole", N_("Whole foot"), N_("I saw all of it touch at once")),
            _level("heel", N_("Heel"), N_("I saw my heel touch first")),
            UNSURE,
        ),
        _criterion(
            "knees",
            N_("Your knees in the landing"),
            "knees",
            (N_("Bent"), N_("Straight")),
            _level("much", N_("Bent a lot"), N_("I saw my knees bend clearly")),
            _level("little", N_("Bent a little"), N_("I saw my knees bend a bit")),
            _level("straight", N_("Straight"), N_("I saw my knees stay nearly straight")),
            UNSURE,
        ),
    ),
}


def shown(criterion: Criterion) -> Criterion:
    """Return a criterion in the learner's language, for the browser."""
    said = {name: _in_words(criterion[name]) for name in ("label", "drawn", "levels")}
    return {**criterion, **said}


def _in_words(told: Any) -> Any:
    """Return a text, texts, or levels in the learner's language; a level's id stays as it is."""
    if isinstance(told, str):
        return _(told)
    if isinstance(told, dict):
        return {name: text if name == "value" else _(text) for name, text in told.items()}
    return [_in_words(each) for each in told]


def seen_text(result: Result) -> str:
    """Return what was seen in the learner's language; empty where a result does not tell."""
    told = [f"{_(label)}: {_(level)}" for label, level in _rated(result.test, result.details)]
    seen = result.details.get("seen")
    if not told and isinstance(seen, list):
        told = [str(each) for each in seen]
    return "; ".join(told)


def kept_words(test: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the browser sent with the words as they are kept: in English, in any language."""
    details = body.get("details")
    rated = _rated(test, details)
    if not rated or not isinstance(details, dict):
        return body
    return {**body, "details": {**details, "seen": [f"{one}: {two}" for one, two in rated]}}


def _rated(test: str, details: Any) -> list[tuple[str, str]]:
    """Return label and level of each criterion, in English; none where one is not told."""
    ratings = details.get("ratings") if isinstance(details, dict) else None
    if not isinstance(ratings, dict):
        return []
    found = [
        (one["label"], level["label"])
        for one in CRITERIA.get(test, ())
        for level in one["levels"]
        if level["value"] == ratings.get(one["id"])
    ]
    return found if len(found) == len(CRITERIA.get(test, ())) else []
