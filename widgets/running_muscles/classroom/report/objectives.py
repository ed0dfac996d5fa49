"""What the class has learned: each objective, met or not, and the step of the lesson to go to."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from running_muscles import tables
from running_muscles.analysis.items import Estimate, proportion
from running_muscles.classroom.report import rules
from running_muscles.classroom.report.sat import Sat

MET = "met"
NOT_MET = "not met"
CLOSE = "too close to say"
TOO_FEW = "too few answers"
RULE = (
    f"An objective is met by the class when the whole 95% interval of its share of points lies at"
    f" {rules.GOAL:.0%} or above, and not met when all of it lies below. The border is ours, a"
    " convention and not a finding; dropped questions do not count."
)


@dataclass(frozen=True, slots=True)
class Learned:
    """One objective in one class; `share` is the mean share of its points."""

    objective: str
    text: str
    lesson: str
    step: str
    share: Estimate

    @property
    def state(self) -> str:
        """Whether the class has met it."""
        if self.share.people < rules.FEWEST:
            return TOO_FEW
        if self.share.low >= rules.GOAL:
            return MET
        return NOT_MET if self.share.high < rules.GOAL else CLOSE


def learned(sats: list[Sat]) -> list[Learned]:
    """Return the objectives that these quizzes asked for, in the order of their slots."""
    parts = [_counted(sat) for sat in sats]
    every = pd.concat(parts) if parts else pd.DataFrame()
    if every.empty:
        return []
    sums = every.groupby(["objective", "student"], sort=False)[["points", "most"]].sum()
    shares = {
        name: one.to_numpy(float)
        for name, one in (sums["points"] / sums["most"]).groupby("objective", sort=False)
    }
    order = dict.fromkeys(
        question.objective for sat in sats for question in sat.source.questions.values()
    )
    return [
        _learned(name, float(shares[name].mean()), len(shares[name]))
        for name in order
        if name in shares
    ]


def _counted(sat: Sat) -> pd.DataFrame:
    """Return the answers that say something about an objective."""
    answers = sat.answers
    there = answers["points"].notna() & ~answers["question"].isin(list(sat.source.dropped))
    objective = answers["question"].map(lambda name: sat.source.questions[name].objective)
    return answers.assign(objective=objective)[there]


def _learned(name: str, share: float, people: int) -> Learned:
    row = tables.objectives().get(name)
    lesson = tables.lessons().get(row.lesson) if row else None
    return Learned(
        name,
        row.text if row else name,
        lesson.title if lesson else "",
        row.step if row else "",
        proportion(share, people),
    )
