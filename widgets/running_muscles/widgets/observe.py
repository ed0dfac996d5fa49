"""Tests in which the learner looks and describes: no norm, no score."""

from __future__ import annotations

from typing import Any, ClassVar

from running_muscles.widgets.assessment import SelfAssessment

Level = dict[str, str | bool]


def _level(value: str, label: str, text: str, *, good: bool = False) -> Level:
    return {"value": value, "label": label, "text": text, "good": good}


def _criterion(
    name: str, label: str, drawing: str, *levels: Level, drawn: tuple[str, str] | None = None
) -> dict[str, Any]:
    """Return something to look at; `drawn` names what its two drawings show."""
    captions = drawn or (str(levels[0]["label"]), str(levels[1]["label"]))
    return {
        "id": name,
        "label": label,
        "drawing": drawing,
        "drawn": list(captions),
        "levels": list(levels),
    }


def _graded(name: str, label: str, drawing: str, *texts: str) -> dict[str, Any]:
    good, fair, poor = texts
    return _criterion(
        name,
        label,
        drawing,
        _level("good", "Good", good, good=True),
        _level("fair", "Fair", fair),
        _level("poor", "Poor", poor),
        drawn=("✓ Good", "✗ Not good"),
    )


class Observe(SelfAssessment):
    """What was seen, in words; the value counts what was seen as good."""

    script = "observe"
    charted = False
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
            _level("level", "Level", "it lies level with the table, or lower", good=True),
            _level("above", "Above", "it stays above the table"),
            _level("unsure", "Not sure", "I cannot tell"),
        ),
        _criterion(
            "knee",
            "The knee of that leg",
            "knee_bend",
            _level("bent", "Bent", "the lower leg hangs straight down", good=True),
            _level("straighter", "Straighter", "the lower leg points forward"),
            _level("unsure", "Not sure", "I cannot tell"),
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
            _level("held", "Held", "it stayed under the toe", good=True),
            _level("slipped", "Slipped", "it came away"),
        ),
    )


class JumpInPlace(Observe):
    """What touches the floor first, and how the knees bend, in small jumps."""

    test = "jump_in_place"
    criteria: ClassVar[tuple[dict[str, Any], ...]] = (
        _criterion(
            "first",
            "What touched the floor first",
            "first",
            _level("ball", "Ball of the foot", "", good=True),
            _level("whole", "Whole foot", "all of it at once"),
            _level("heel", "Heel", ""),
            drawn=("Ball of the foot", "Heel"),
        ),
        _graded(
            "knees",
            "How your knees took the landing",
            "knees",
            "they bent softly",
            "they bent a little",
            "they stayed stiff",
        ),
    )
