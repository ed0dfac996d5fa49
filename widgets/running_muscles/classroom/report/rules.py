"""What a report claims, and by which rule: one place for thresholds, and for their words.

`AT_ONCE` is shared by all comparisons of a kind in one quiz (Bonferroni): in a class where nothing
is the matter, at most one report in a hundred shows such a flag.
"""

from __future__ import annotations

from dataclasses import dataclass

FEWEST = 10  # answers; nothing is claimed from less
FEW = 5  # who gave one wrong answer
AT_ONCE = 0.01
ONCE_IN_A_HUNDRED = 0.98  # two-sided level, of which one end counts
GOAL = 0.6
HARD = 0.4
OPEN = 0.1
MISTAKEN = 0.25
FALL = 0.3
EARLIER = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A flag: what it is called, what it says, and when it is raised."""

    title: str
    says: str
    rule: str

    @property
    def heading(self) -> str:
        """The title as the start of a paragraph."""
        return self.title if self.title.endswith("?") else f"{self.title}."


KEY = Rule(
    "Is the key right?",
    "An answer that counts as wrong is given by those who do well elsewhere.",
    "More people chose a wrong answer than the right one, and choosing it goes with doing well in"
    " the rest of the quiz, or the right one with doing badly, beyond what chance does once in a"
    " hundred times. Or choosing a wrong answer goes with doing well elsewhere, beyond chance,"
    " and at least 5 did.",
)
APART = Rule(
    "Does not tell people apart",
    "Those who do well elsewhere do worse here.",
    "The points here and the rest of the quiz go against each other (correlation below 0), beyond"
    " what chance does once in a hundred times.",
)
MISCONCEPTION = Rule(
    "A misconception to teach",
    "Many choose the same wrong answer.",
    f"At least {MISTAKEN:.0%} of those asked chose it, and it drew more of the wrong answers than"
    " equal guessing among them would, beyond chance.",
)
HARDER = Rule(
    "Harder than its siblings",
    "People who know as much get fewer points here than for the other questions of the slot.",
    "Compared with the other questions of the slot among people with the same rest of the quiz,"
    " beyond chance.",
)
EASIER = Rule(
    "Easier than its siblings",
    "People who know as much get more points here than for the other questions of the slot.",
    HARDER.rule,
)
NUMBERS = Rule(
    "Its numbers matter",
    "Some of the numbers that it is asked with make it harder.",
    "People with the lower half of a number compared with those with the higher half, at the same"
    " rest of the quiz, beyond chance.",
)
DIFFICULT = Rule(
    "Few could",
    "Most of its points were not earned.",
    f"The whole 95% interval of the share of points lies below {HARD:.0%}, and no other flag, nor"
    " an objective that is not met, explains it.",
)
LEFT = Rule(
    "Often left open",
    "Many did not answer.",
    f"The whole 95% interval of the share without an answer lies above {OPEN:.0%}.",
)
# What follows from a flag is not told as another one.
FOLLOWS = {
    KEY: (MISCONCEPTION, HARDER, DIFFICULT),
    MISCONCEPTION: (HARDER, DIFFICULT),
    HARDER: (DIFFICULT,),
}
RULES = (KEY, APART, MISCONCEPTION, HARDER, EASIER, NUMBERS, DIFFICULT, LEFT)


@dataclass(frozen=True, slots=True)
class Flag:
    """A rule that a question has met, and what exactly was seen; `told` may hold markup."""

    rule: Rule
    told: str
