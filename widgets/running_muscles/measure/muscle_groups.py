"""The muscle groups of the course, in the order in which they are shown."""

from __future__ import annotations

GROUP_NAMES = {
    "glutes": "Glutes",
    "core": "Core",
    "quadriceps": "Quadriceps",
    "hamstrings": "Hamstrings",
    "hip-flexors": "Hip flexors",
    "adductors": "Inner thighs (adductors)",
    "calves": "Calves",
    "shin": "Shins",
    "foot": "Feet and big toes",
    "upper-body": "Arms and upper body",
    "heart": "Heart",
}
# The heart is trained by running, not in strength sessions.
STRENGTH_GROUPS = tuple(group for group in GROUP_NAMES if group != "heart")
