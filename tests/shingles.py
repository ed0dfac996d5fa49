"""Runs of nine words that texts share, held as hashes so that no text is kept.

Run as a program with a folder of texts, this renews ``source_shingles.txt``:
``python tests/shingles.py FOLDER``.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 9
KEPT = Path(__file__).parent / "source_shingles.txt"
# Half of a SHA-256 is more than enough to tell some thousands of runs apart.
_LENGTH = 16


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case and without marks."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", plain)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Give each run of nine words in a text with its hash."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        run = " ".join(found[start : start + RUN])
        yield run, hashlib.sha256(run.encode()).hexdigest()[:_LENGTH]


def kept() -> frozenset[str]:
    """Read the hashes of the source texts."""
    return frozenset(KEPT.read_text(encoding="ascii").split())


def main(folder: Path) -> None:
    """Write the hashes of all texts of a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    hashes = sorted({code for text in texts for _, code in runs(text)})
    KEPT.write_text("\n".join(hashes) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
