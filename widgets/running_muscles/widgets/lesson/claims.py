"""The claims of a lesson: first what the learner thinks and how sure, then what studies found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from html import escape
from typing import Any

import traitlets

from running_muscles.measure.store import Store
from running_muscles.tables import Claim, claims, lessons
from running_muscles.translation.content import content_lang
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import whole_day
from running_muscles.widgets import message
from running_muscles.widgets.lesson.cards import known_id
from running_muscles.widgets.page import cited, known, page, paragraph
from running_muscles.widgets.panel import Front, Keep, Panel
from running_muscles.widgets.speaking import _

# Verdict -> sign, word, what it means, and what a learner says who sees it so.
VERDICTS = {
    "supported": ("✓", N_("Supported"), N_("Published studies agree with it."), "holds"),
    "mixed": (
        "±",
        N_("Mixed"),
        N_("Studies disagree, or they answer only a part of it."),
        "partly",
    ),
    "contradicted": ("✗", N_("Contradicted"), N_("Published studies speak against it."), "fails"),
    "corrected": (
        "✎",
        N_("Corrected"),
        N_("The idea holds, but a detail of it has to change."),
        "partly",
    ),
    "not tested": ("?", N_("Not tested"), N_("We searched and found no study of it."), "untested"),
    "not searched": (
        "…",
        N_("Not searched"),
        N_("We have not looked for studies of it yet."),
        "untested",
    ),
}
STUDIES = {
    "trial": N_("a trial, in which people were put into groups"),
    "review": N_("a review of many studies"),
    "cohort": N_("a study that watched people"),
    "laboratory": N_("a study in a laboratory"),
    "opinion": N_("what experts say"),
}
SAYINGS = frozenset(saying for *_, saying in VERDICTS.values())
CERTAINTY = frozenset(("sure", "fairly", "guess"))
# Setting of the results file: claim id -> {"saying", "sure", "at"}.
KEPT = "claims"


class ClaimsFront(Front):
    """The visible part of a claim check.

    Attributes
    ----------
    claims : list of dict
        Each with `id`, `text`, `sign`, `word`, `meaning`, `saying` (what a learner says who sees
        it as the studies do), `evidence`, `rests` (what it rests on) and `sources`.
    kept : dict
        Claim id -> what this learner said: `saying` and `sure`.
    """

    claims = traitlets.List().tag(sync=True)
    kept = traitlets.Dict().tag(sync=True)


class ClaimCheck(Panel):
    """The claims of a lesson, one after the other.

    Parameters
    ----------
    lesson : str
        Id of a lesson.
    store : Store, optional
        Where it is remembered what the learner said; the learner's own file by default.

    Raises
    ------
    ValueError
        If the course has no such lesson.
    """

    script = "claims"
    base = ClaimsFront

    def __init__(self, lesson: str, store: Store | None = None) -> None:
        known_id(lesson, lessons())
        self._rows = [row for row in claims().values() if row.lesson == lesson]
        super().__init__(store, claims=[_shown(row) for row in self._rows])

    def _show(self) -> None:
        kept = _kept(self._store)
        said = {row.claim: kept[row.claim] for row in self._rows if row.claim in kept}
        self.front.kept = {
            name: {"saying": one["saying"], "sure": one["sure"]} for name, one in said.items()
        }

    def _keepers(self) -> dict[str, Keep]:
        return {**super()._keepers(), "claim": self._keep_claim}

    def _keep_claim(self, body: dict[str, Any], rev: int) -> None:
        # A browser sends what waits there to whichever widget listens first: any lesson's.
        name, saying, sure = body["claim"], body["saying"], body["sure"]
        if name not in claims() or saying not in SAYINGS or sure not in CERTAINTY:
            raise message.RefusedError(_("This claim check has changed. Run this cell again."))
        kept = _kept(self._store)
        if rev < kept.get(name, {}).get("at", -1):
            return
        self._store.remember(KEPT, {**kept, name: {"saying": saying, "sure": sure, "at": rev}})

    def _still(self) -> str:
        rows = "".join(_claim(number, row) for number, row in enumerate(self._rows, 1))
        return page(rows or paragraph(_(NONE)))


NONE = N_("This lesson checks no claim.")


def _kept(store: Store) -> dict[str, Any]:
    kept = store.setting(KEPT)
    return kept if isinstance(kept, dict) else {}


def _shown(row: Claim) -> dict[str, Any]:
    sign, word, meaning, saying = VERDICTS[row.verdict]
    return {
        "id": row.claim,
        "text": row.text,
        "kind": row.verdict.replace(" ", "-"),
        "sign": sign,
        "word": _(word),
        "meaning": _(meaning),
        "saying": saying,
        "evidence": row.evidence,
        "rests": _rests_on(row),
        "sources": [
            {"short": one.short, "text": one.text, "url": one.url} for one in known(row.citations)
        ],
    }


def _claim(number: int, row: Claim) -> str:
    told = _shown(row)
    cites, verdict, named = _("Sources:"), _("Show the verdict"), _("Claim {n}").format(n=number)
    sign = f'<span aria-hidden="true">{told["sign"]}</span>'
    badge = f'<span class="rm-badge rm-{told["kind"]}">{sign} {told["word"]}</span>'
    sources = cited(row.citations)
    links = f'<p class="rm-soft">{cites} {sources}</p>' if sources else ""
    return (
        f'<div class="rm-card"><p class="rm-soft">{named}</p>'
        f'<p class="rm-title"{content_lang()}>{escape(row.text)}</p>'
        f"<details><summary>{verdict}</summary>"
        f'<p>{badge} <span class="rm-soft">{told["meaning"]}</span></p>'
        f"<p{content_lang()}>{escape(row.evidence)}</p>"
        f'<p class="rm-soft">{escape(told["rests"])}</p>{links}</details></div>'
    )


def _rests_on(row: Claim) -> str:
    """Say what kind of study the verdict rests on and who was in it, or how we searched."""
    if row.verdict == "not searched":
        return _("This says nothing about whether it is true.")
    if row.verdict == "not tested":
        said = _("Words of our search, on {day}: {words}.")
        return said.format(day=_searched(row.searched_on), words=row.searched_words)
    said = (
        _("It rests on {studies}. People: {people}, n = {n}.")
        if row.n
        else _("It rests on {studies}. People: {people}.")
    )
    studies = _and(_(STUDIES[kind]) for kind in row.study)
    return said.format(studies=studies, people=row.people, n=row.n)


def _searched(on: str) -> str:
    return whole_day(date.fromisoformat(on))


def _and(names: Iterable[str]) -> str:
    """Return names in one sentence, each after the first behind an ``and``."""
    return reduce(lambda some, last: _("{some} and {last}").format(some=some, last=last), names)
