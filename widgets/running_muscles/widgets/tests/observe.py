"""Tests in which the learner looks and describes: no norm, no score."""

from __future__ import annotations

from typing import Any, ClassVar

from running_muscles.widgets.tests.assessment import SelfAssessment

Level = dict[str, str]


def _level(value: str, label: str, text: str) -> Level:
    return {"value": value, "label": label, "text": text}


UNSURE = _level("unsure", "Not sure", "I could not tell")


def _criterion(
    name: str, label: str, drawing: str, drawn: tuple[str, str], *levels: Level
) -> dict[str, Any]:
    """Return something to look at; `drawn` names what its two drawings show."""
    return {
        "id": name,
        "label": label,
        "drawing": drawing,
        "drawn": list(drawn),
        "levels": list(levels),
    }


def _graded(name: str, label: str, drawing: str, *texts: str) -> dict[str, Any]:
    good, fair, poor = texts
    return _criterion(
        name,
        label,
        drawing,
        ("✓ Good", "✗ Not good"),
        _level("good", "Good", good),
        _level("fair", "Fair", fair),
        _level("poor", "Poor", poor),
    )


class Observe(SelfAssessment):
    """What was seen, in words; the value only counts what was looked at, and is not shown."""

    script = "observe"
    criteria: ClassVar[tuple[dict[str, Any], ...]]

    def _options(self) -> dict[str, Any]:
        return {"easy": True, "criteria": list(self.criteria)}


class SingleLegSquatQuality(Observe):
    """Five things to see in a squat on one leg, left and right; the words are our own."""

    test = "single_leg_squat_quality"
    criteria: ClassVar[tuple[dict[str, Any], ...]] = (
        _graded(
            "overall",
            "The whole movement",
            "overall",
            "smooth and steady, and as deep each time",
            "a small wobble, or one squat less deep than the others",
            "jerky, out of balance, or hardly any depth",
        ),
        _graded(
            "trunk",
            "Your trunk",
            "trunk",
            "it stays upright and still",
            "it leans or turns a little",
            "you see at once that it leans, turns or sways",
        ),
        _graded(
            "pelvis",
            "Your pelvis",
            "pelvis",
            "it stays level",
            "one side dips a little",
            "one side clearly drops or turns away",
        ),
        _graded(
            "hip",
            "Your hip",
            "hip",
            "it stays above your foot, and your thigh points ahead",
            "it drifts out, or your thigh turns in, a little",
            "it clearly moves out to the side, or your thigh turns in",
        ),
        _graded(
            "knee",
            "Your knee over your foot",
            "knee_over_foot",
            "the middle of your knee stays over your foot",
            "it moves a little to the inside",
            "it moves past your big toe to the inside, or shakes",
        ),
    )


class ModifiedThomas(Observe):
    """How the thigh rests over the end of a table, left and right."""

    test = "modified_thomas"
    criteria: ClassVar[tuple[dict[str, Any], ...]] = (
        _criterion(
            "thigh",
            "The hanging thigh",
            "thigh",
            ("Level", "Above"),
            _level("above", "Above", "I saw it stay above the table"),
            _level("level", "Level", "I saw it lie level with the table"),
            _level("below", "Below", "I saw it hang below the table"),
            UNSURE,
        ),
        _criterion(
            "knee",
            "The knee of that leg",
            "knee_bend",
            ("Bent", "Straighter"),
            _level("bent", "Bent", "I saw the lower leg hang straight down"),
            _level("straighter", "Straighter", "I saw the lower leg point forward"),
            UNSURE,
        ),
    )


class PaperGrip(Observe):
    """Whether the big toe holds a card against a gentle pull, left and right."""

    test = "paper_grip"
    criteria: ClassVar[tuple[dict[str, Any], ...]] = (
        _criterion(
            "card",
            "The card under your big toe",
            "card",
            ("Held", "Slipped"),
            _level("held", "Held", "I saw it stay under the toe"),
            _level("slipped", "Slipped", "I saw it come away"),
        ),
    )


class JumpInPlace(Observe):
    """What touches the floor first, and how the knees bend, in small jumps.

    No way to land is named good or bad: nothing links a jump on the spot to running
    (`data/claims.csv`, form-jump).
    """

    test = "jump_in_place"
    criteria: ClassVar[tuple[dict[str, Any], ...]] = (
        _criterion(
            "first",
            "What touched the floor first",
            "first",
            ("Ball of the foot", "Heel"),
            _level("ball", "Ball of the foot", "I saw the front of my foot touch first"),
            _level("whole", "Whole foot", "I saw all of it touch at once"),
            _level("heel", "Heel", "I saw my heel touch first"),
            UNSURE,
        ),
        _criterion(
            "knees",
            "Your knees in the landing",
            "knees",
            ("Bent", "Straight"),
            _level("much", "Bent a lot", "I saw my knees bend clearly"),
            _level("little", "Bent a little", "I saw my knees bend a bit"),
            _level("straight", "Straight", "I saw my knees stay nearly straight"),
            UNSURE,
        ),
    )
