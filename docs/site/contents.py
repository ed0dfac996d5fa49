"""What the site consists of: which file of the repository becomes which page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Page:
    """A page: its address without ending, and the file it is made of."""

    address: str
    file: str


FRONT = Page("index", "docs/guides/index.md")
INSTRUCTOR = (
    "marking",
    "questions",
    "dates",
    "hand-ins",
    "report",
    "mending",
    "interchange",
    "exam",
    "systems",
)


def _instructor_pages() -> tuple[Page, ...]:
    """Return the pages in the order named here; one that is new stands at the end."""
    there = {path.stem for path in (ROOT / "assessments/guide").glob("*.md")}
    names = [n for n in INSTRUCTOR if n in there] + sorted(there - set(INSTRUCTOR))
    return tuple(Page(f"instructor/{name}", f"assessments/guide/{name}.md") for name in names)


# A caption of the menu, and what stands below it.
PARTS: dict[str, tuple[Page, ...]] = {
    "Learn": (Page("learner", "docs/guides/learner.md"),),
    "Teach": (Page("instructor/index", "assessments/README.md"), *_instructor_pages()),
    "Change the course": (
        Page("author", "docs/guides/author.md"),
        Page("author/rooms", "CONTRIBUTING.md"),
        Page("author/tables", "data/README.md"),
        Page("author/versions", "CHANGELOG.md"),
    ),
    "Run it for others": (
        Page("operator", "docs/guides/operator.md"),
        Page("operator/hub", "deploy/hub/README.md"),
        Page("operator/single-machine", "deploy/hub/single-machine/README.md"),
        Page("operator/kubernetes", "deploy/hub/kubernetes/README.md"),
    ),
}
PAGES = (FRONT, *(page for part in PARTS.values() for page in part))
# Pages that are written by a program: the API, and the commands.
REFERENCE = "Look up"
