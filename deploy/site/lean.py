"""Leave out of a built site what no browser fetches that shows a lesson.

Icons in forms for browsers that are too old to run Python; and what draws diagrams from Mermaid's
words, which takes a tenth of the site and is used by no lesson (`jupyter-lite.json` turns it off).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

FORMS = (".eot", ".svg", ".ttf", ".woff")  # where there is a .woff2
FETCHES = re.compile(r'\.e\("?(\w+)"?\)')
CORE = "jlab_core"
ITS_NUMBER = re.compile(rf'(\d+)===e\?"{CORE}"')
DIAGRAMS = ("mermaidAPI", "org.eclipse.elk")


def main(out: Path) -> None:
    """Take away files of a built site, and say how many bytes that were."""
    build = out / "build"
    left = [
        older
        for icons in build.glob("*.woff2")
        for older in map(icons.with_suffix, FORMS)
        if older.exists()
    ]
    diagrams = only_for(build, DIAGRAMS)
    if not diagrams:
        sys.exit(
            f"{build}: nothing in it draws diagrams. JupyterLite is packed in another way now: "
            "mend deploy/site/lean.py, or delete it."
        )
    left += diagrams
    print(f"{out}: {sum(path.stat().st_size for path in left) / 1e6:.1f} MB left out")
    for path in left:
        path.unlink()


def only_for(build: Path, marks: tuple[str, ...]) -> list[Path]:
    """Return the scripts that are fetched only on the way to scripts with one of these words."""
    names = {path.name.split(".")[0]: path for path in build.glob("*.*.js")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in names.items()}
    pages = [path.read_text(encoding="utf-8") for path in build.glob("*/bundle.js")]
    numbers = {number: CORE for text in pages for number in ITS_NUMBER.findall(text)}

    def fetched(text: str) -> set[str]:
        return {numbers.get(name, name) for name in FETCHES.findall(text)} & names.keys()

    leads = {name: fetched(text) for name, text in texts.items()}
    begin = set().union(*map(fetched, pages))
    every = reached(begin, leads)
    found: set[str] = set()
    for first in leads[CORE]:
        without = reached(begin, {**leads, CORE: leads[CORE] - {first}})
        alone = every - without
        if any(mark in texts[name] for name in alone for mark in marks):
            found |= alone
    # What two of them share is reached by neither alone.
    found |= every - reached(begin, {name: to - found for name, to in leads.items()})
    return sorted(names[name] for name in found)


def reached(begin: set[str], leads: Mapping[str, set[str]]) -> set[str]:
    """Return every script that is fetched from a beginning on."""
    seen: set[str] = set()
    ahead = set(begin)
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead |= leads[name]
    return seen


if __name__ == "__main__":
    main(Path(sys.argv[1]))
