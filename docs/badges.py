"""Print a table with a Binder badge for each lesson: python -m docs.badges OWNER/REPOSITORY.

The address of the published repository is not ours to know; whoever publishes it pastes the table
into the README. Each link opens its lesson in the course door.
"""

from __future__ import annotations

import re
import sys

from running_muscles import tables

BADGE = "https://mybinder.org/badge_logo.svg"
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


def table(repository: str, branch: str = "HEAD") -> str:
    """Return the table in Markdown.

    Raises
    ------
    ValueError
        If the repository is not named as GitHub names it.
    """
    if not REPOSITORY.fullmatch(repository):
        raise ValueError(f"{repository!r} is no OWNER/REPOSITORY. Write it as GitHub does.")
    base = f"https://mybinder.org/v2/gh/{repository}/{branch}?urlpath="
    rows = [
        f"| {lesson.title} | [![Open {lesson.title} on Binder]({BADGE})]"
        f"({base}lab/tree/{lesson.lesson}.ipynb) | "
        f"[{lesson.title}, phone]({base}notebooks/{lesson.lesson}.ipynb) |"
        for lesson in sorted(tables.lessons().values(), key=lambda each: each.number)
    ]
    return "\n".join(("| Lesson | Computer | Phone |", "|---|---|---|", *rows))


def main(words: list[str]) -> None:
    """Print the table, or say what is missing."""
    if len(words) not in (1, 2):
        sys.exit("Say which repository: python -m docs.badges OWNER/REPOSITORY [BRANCH]")
    try:
        print(table(*words))
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
