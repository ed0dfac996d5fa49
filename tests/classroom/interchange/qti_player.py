"""Scores answers by the rules that stand in QTI files, as a player would: no rule of the bank."""

import math
from collections.abc import Callable
from typing import Any

from lxml import etree

NAMESPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


class Item21:
    """An item of QTI 2.1; `play` gives its outcomes."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)
        self.kinds = {
            one.get("identifier"): (one.get("cardinality"), one.get("baseType"))
            for one in self.root
            if local(one).endswith("Declaration")
        }
        self.feedback = {
            one.get("identifier"): "".join(one.itertext())
            for one in self.root
            if local(one) == "modalFeedback"
        }
        self.right = {
            one.get("identifier"): [value.text for value in one.iter(f"{NAMESPACE}value")]
            for one in self.root
            if local(one) == "responseDeclaration"
        }

    def play(self, **answers: Any) -> dict[str, Any]:
        self.held: dict[str, Any] = dict.fromkeys(self.kinds)
        for one in self.root.iter(f"{NAMESPACE}outcomeDeclaration"):
            value = one.find(f"{NAMESPACE}defaultValue/{NAMESPACE}value")
            if value is not None:
                self.held[one.get("identifier")] = float(value.text)
        self.held |= answers
        for step in self.root.find(f"{NAMESPACE}responseProcessing"):
            self._step(step)
        return self.held

    def _step(self, step: Any) -> None:
        if local(step) == "setOutcomeValue":
            self.held[step.get("identifier")] = self._value(step[0])
            return
        assert local(step) == "responseCondition"
        for branch in step:
            test = branch[0] if local(branch) == "responseIf" else None
            if test is None or self._value(test) is True:
                for inner in branch[int(test is not None) :]:
                    self._step(inner)
                return

    def _value(self, one: Any) -> Any:
        inside = [self._value(child) for child in one]
        known: dict[str, Callable[[], Any]] = {
            "variable": lambda: self.held[one.get("identifier")],
            "baseValue": lambda: (
                one.text if one.get("baseType") == "identifier" else float(one.text)
            ),
            "correct": lambda: self._correct(one.get("identifier")),
            "match": lambda: None if None in inside else self._same(*inside),
            "member": lambda: None if None in inside else inside[0] in inside[1],
            "multiple": lambda: inside,
            "mapResponse": lambda: self._mapped(one.get("identifier")),
            "index": lambda: self._indexed(inside[0], int(one.get("n"))),
            "product": lambda: None if None in inside else math.prod(inside),
            "sum": lambda: sum(inside),
            "lt": lambda: inside[0] < inside[1],
            "gt": lambda: inside[0] > inside[1],
            "equal": lambda: self._near(one, *inside),
        }
        return known[local(one)]()

    def _correct(self, name: str) -> Any:
        values = self.right[name]
        return values[0] if self.kinds[name][0] == "single" else values

    def _same(self, one: Any, other: Any) -> bool:
        if self.kinds["RESPONSE"][0] == "multiple" and isinstance(one, list):
            return sorted(one) == sorted(other)
        return bool(one == other)

    @staticmethod
    def _indexed(values: Any, at: int) -> Any:
        return None if values is None else values[at - 1]

    @staticmethod
    def _near(one: Any, given: Any, wanted: Any) -> Any:
        if given is None:
            return None
        low, high = map(float, one.get("tolerance").split())
        return wanted - low <= given <= wanted + high

    def _mapped(self, name: str) -> float:
        mapping = self.root.find(
            f"{NAMESPACE}responseDeclaration[@identifier='{name}']/{NAMESPACE}mapping"
        )
        shares = {one.get("mapKey"): float(one.get("mappedValue")) for one in mapping}
        given = self.held[name] or []
        given = given if isinstance(given, list) else [given]
        total = sum(shares.get(one, float(mapping.get("defaultValue"))) for one in given)
        return min(max(total, float(mapping.get("lowerBound"))), float(mapping.get("upperBound")))


def score12(item: Any, answer: Any) -> tuple[float, list[str]]:
    """The share of the points that QTI 1.2 gives an answer, and the feedback it shows."""
    score, shown = 0.0, []
    for condition in item.iter("{*}respcondition"):
        if not _holds(condition.find("{*}conditionvar")[0], answer):
            continue
        setting = condition.find("{*}setvar")
        if setting is not None:
            value = float(setting.text)
            score = value if setting.get("action") == "Set" else score + value
        shown += [one.get("linkrefid") for one in condition.findall("{*}displayfeedback")]
    [bounds] = item.iter("{*}decvar")
    low, high = float(bounds.get("minvalue")), float(bounds.get("maxvalue"))
    return min(max(score, low), high) / high, shown


def _holds(test: Any, answer: Any) -> bool:
    kind = local(test)
    if kind in ("and", "or", "not"):
        inside = [_holds(one, answer) for one in test]
        return {"and": all(inside), "or": any(inside), "not": not any(inside)}[kind]
    if kind == "other":
        return True
    if kind in ("vargte", "varlte"):
        number = float(test.text)
        return number <= answer + 1e-9 if kind == "vargte" else answer <= number + 1e-9
    if test.get("index"):
        return bool(answer[int(test.get("index")) - 1] == test.text)
    if isinstance(answer, float):
        return math.isclose(answer, float(test.text))
    return test.text in answer if isinstance(answer, list) else bool(test.text == answer)
