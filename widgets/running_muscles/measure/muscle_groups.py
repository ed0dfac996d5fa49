"""The muscle groups of the course, in the order in which they are shown."""

from __future__ import annotations

from running_muscles.translation.spoken import N_, _

GROUP_NAMES = {
    "glutes": N_("Glutes"),
    "core": N_("Core"),
    "quadriceps": N_("Quadriceps"),
    "hamstrings": N_("Hamstrings"),
    "hip-flexors": N_("Hip flexors"),
    "adductors": N_("Inner thighs (adductors)"),
    "calves": N_("Calves"),
    "shin": N_("Shins"),
    "foot": N_("Feet and big toes"),
    "upper-body": N_("Arms and upper body"),
    "heart": N_("Heart"),
}
# The heart is trained by running, not in strength sessions.
STRENGTH_GROUPS = tuple(group for group in GROUP_NAMES if group != "heart")


def group_name(group: str) -> str:
    """Return the name of a muscle group in the language that is spoken."""
    return _(GROUP_NAMES[group])
