"""Health questions before a first test, and the rules for stopping.

The questions stand in `data/screening.csv`. They cover the ground of the PAR-Q+ and of the
screening of the American College of Sports Medicine (known disease of heart, metabolism or
kidneys; signs of such a disease; how used a person is to exercise), in our own words. They
are a pause for thought, not a medical examination: see Whitfield et al. 2017 for how many
adults such questions send to a doctor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from running_muscles import tables
from running_muscles.tables import HealthQuestion
from running_muscles.translation.spoken import N_, _

# Raised when more is asked: an outcome of an older version does not open the tests.
VERSION = "2"

# One group is one screen of a phone.
GROUPS = {
    "signs": N_("Signs you may have noticed"),
    "health": N_("Your health and your medicine"),
    "body": N_("Bones, joints and pregnancy"),
    "habit": N_("What you are used to"),
}

STOP_RULES = (
    N_("Pain or pressure in your chest, arm, neck or jaw"),
    N_("Feeling faint, dizzy or sick"),
    N_("Breathlessness that is unusual for you, or a racing or stumbling heartbeat"),
    N_("Sharp or rising pain in a joint, a tendon, a muscle or your back"),
    N_("Numbness or tingling"),
)

CLEAR = "clear"
GENTLE = "clear for gentle exercise"
CLEARED = "cleared by a professional"
OUTCOMES = (CLEAR, GENTLE, CLEARED)


def stop_rules() -> list[str]:
    """Return the rules for stopping, in the language that is spoken."""
    return [_(rule) for rule in STOP_RULES]


def questions() -> tuple[str, ...]:
    """Return the texts of all questions, in the order in which they are asked."""
    return tuple(_(row.text) for row in tables.screening())


def groups() -> list[dict[str, Any]]:
    """Return the questions by group, each with what follows from a yes, for the browser."""
    return [
        {
            "id": group,
            "title": _(title),
            "questions": [_asked(row) for row in tables.screening() if row.group == group],
        }
        for group, title in GROUPS.items()
    ]


def current(kept: Mapping[str, Any] | None) -> str | None:
    """Return a kept outcome of the questions as they are today.

    Returns
    -------
    str or None
        One of `OUTCOMES`; empty after a yes that nobody has cleared yet; ``None`` when these
        questions were never answered, or in an older version that asked less.
    """
    if kept is None or kept.get("version") != VERSION:
        return None
    return str(kept["outcome"])


def _asked(row: HealthQuestion) -> dict[str, str]:
    return {
        "id": row.question,
        "text": _(row.text),
        "leads_to": row.leads_to,
        "who": _(row.who),
        "say": _(row.say),
        "fine": _(row.fine),
    }
