"""One item of QTI 1.2, and what its conditions ask and do."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange.collector import Collector, common, slug

_SECTION_OF_ALL = "root-section"


@dataclass(frozen=True, slots=True)
class Condition:
    """What one condition of an item asks, and what follows."""

    chosen: tuple[str, ...]
    refused: tuple[str, ...]
    low: float
    high: float
    action: str
    score: float
    shows: tuple[str, ...]
    places: dict[str, str]


class Item:
    """One item, with what its conditions say."""

    def __init__(self, into: Collector, item: etree._Element) -> None:
        self.into, self.item = into, item
        self.name = into.new_id(item.get("ident", "") if _sounds(item) else item.get("title", ""))
        self.fields = dict(fields_of(item))
        self.conditions = [_condition(one) for one in item.iter("respcondition")]
        self.full = _full_score(item) or 1.0
        self.feedback = {
            one.get("ident", ""): html_in(one) for one in item.iter("itemfeedback", "feedback")
        }

    def about(self) -> dict[str, Any]:
        """Return what all questions share."""
        section = self.item.getparent()
        slot = slug(section.get("ident", "")) if section is not None else ""
        return common(
            self.name,
            self.into.text(self.name, self.stem()),
            number(self.fields.get("points_possible", ""), 1.0),
            slot="" if slot == _SECTION_OF_ALL else slot,
            objective=self.fields.get("objective", ""),
            level=self.fields.get("level", ""),
            sources=tuple(self.fields.get("sources", "").split()),
        )

    def stem(self) -> str:
        """Return what is asked, as HTML."""
        asked = self.item.find("presentation")
        asked = (
            asked.find("flow") if asked is not None and asked.find("flow") is not None else asked
        )
        return "" if asked is None else "".join(map(html_in, asked.findall("material")))

    def labels(self) -> list[tuple[str, str]]:
        """Return each choice: its name, and its text as HTML."""
        return [(one.get("ident", ""), html_in(one)) for one in self.item.iter("response_label")]

    def reason(self, *names: str) -> str:
        """Return the text of the first feedback there is among several names."""
        found = next((self.feedback[name] for name in names if self.feedback.get(name)), "")
        return self.into.text(self.name, found)

    def reason_of(self, choice: str) -> str:
        """Return what is told of one choice."""
        shown = [name for one in self.conditions if one.chosen == (choice,) for name in one.shows]
        return self.reason(*shown, f"{choice}_fb")


def _condition(condition: etree._Element) -> Condition:
    tests = condition.find("conditionvar")
    chosen: list[str] = []
    refused: list[str] = []
    places: dict[str, str] = {}
    low = high = math.nan
    for test in tests.iter() if tests is not None else ():
        value = (test.text or "").strip()
        negated = any(each.tag == "not" for each in test.iterancestors())
        if test.tag == "varequal":
            (refused if negated else chosen).append(value)
            if test.get("index", "").isdigit():
                places[value] = test.get("index")
        elif test.tag in ("vargte", "vargt"):
            low = number(value, math.nan)
        elif test.tag in ("varlte", "varlt"):
            high = number(value, math.nan)
    if not math.isfinite(low + high) and len(chosen) == 1:
        low = high = number(chosen[0], math.nan)
    setting = condition.find("setvar")
    return Condition(
        tuple(chosen),
        tuple(refused),
        low,
        high,
        setting.get("action", "Set") if setting is not None else "",
        number((setting.text or "").strip(), 0.0) if setting is not None else 0.0,
        tuple(each.get("linkrefid", "") for each in condition.findall("displayfeedback")),
        places,
    )


def fields_of(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each field of an item's metadata."""
    for field in item.iter("qtimetadatafield"):
        yield field.findtext("fieldlabel") or "", (field.findtext("fieldentry") or "").strip()


def _full_score(item: etree._Element) -> float:
    for score in item.iter("decvar"):
        if (most := number(score.get("maxvalue", ""), 0.0)) > 0:
            return most
    scores = [number(each.text or "", 0.0) for each in item.iter("setvar")]
    return max(scores, default=0.0)


def html_in(element: etree._Element) -> str:
    """Return all texts of an element as HTML."""
    return "".join(
        (text.text or "") if text.get("texttype") == "text/html" else _as_html(text.text or "")
        for text in element.iter("mattext")
    )


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _sounds(item: etree._Element) -> bool:
    """Say whether an item's ident was given by a person: words, not one long number."""
    ident = item.get("ident", "")
    return slug(ident) == ident and not any(len(part) > 20 for part in ident.split("-"))


def number(text: str, otherwise: float) -> float:
    """Return the number in a text, or another one where there is none."""
    try:
        value = float(text)
    except ValueError:
        return otherwise
    return value if math.isfinite(value) else otherwise
