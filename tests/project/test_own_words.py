"""Nothing that a learner reads shares nine words in a row with the five source texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shingles import KEPT, RUN, kept, runs

ROOT = Path(__file__).parents[2]
# The titles in references.bib are quoted as they stand, so that file is not among them.
WHERE = (
    "course/checkpoints/*.yaml",
    "course/steps/*.yaml",
    "assessments/bank/*.yaml",
    "assessments/source/*/*.ipynb",
    "assessments/**/*.md",
    "data/*.csv",
    "data/*.md",
    "data/make/**/*.py",
    "docs/*.py",
    "widgets/running_muscles/**/*.py",
    "widgets/js/lib/**/*.js",
    "widgets/js/widgets/**/*.js",
    "*.md",
)
# What stands between the words that a reader sees one after the other.
TAG = re.compile(r"<[^<>]*>")
NEXT_LINE_OF_A_STRING = re.compile(r"""["']\s*\+?\s*\n\s*[frb]*["'`]""")


def texts() -> Iterator[tuple[str, str]]:
    """Give a name and the words of every text that learners may meet."""
    for path in sorted((ROOT / "course").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            yield f"{path.name}, cell {cell['id']}", "".join(cell["source"])
    for pattern in WHERE:
        for path in sorted(ROOT.glob(pattern)):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def shared(text: str, hashes: frozenset[str]) -> list[str]:
    """Return the runs of a text, as it is written and as it is read, that a source has too."""
    read = TAG.sub("", NEXT_LINE_OF_A_STRING.sub("", text))
    return [run for each in (text, read) for run, code in runs(each) if code in hashes]


def test_no_text_shares_a_run_of_words_with_a_source() -> None:
    hashes = kept()
    found = {name: runs[0] for name, text in texts() if (runs := shared(text, hashes))}
    assert not found, f"Say it in words of our own: {found}"


def test_a_borrowed_run_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shingles

    source = "One two three, four five six seven eight nine ten."
    (tmp_path / "a.txt").write_text(source, encoding="utf-8")
    monkeypatch.setattr(shingles, "KEPT", tmp_path / "kept")
    shingles.main(tmp_path)
    hashes = shingles.kept()
    assert shared("We say: TWO three four five\nsix seven eight nine, ten!", hashes)
    assert shared("two three <abbr title='4'>four</abbr> five six seven eight nine ten", hashes)
    assert shared('"two three four five six "\n    f"seven eight nine ten"', hashes)
    assert not shared("two three four five six seven eight nine", hashes)
    assert not shared("one two three four 5 six seven eight nine ten", hashes)


@pytest.mark.parametrize("pattern", WHERE)
def test_every_place_holds_texts(pattern: str) -> None:
    assert any(ROOT.glob(pattern))


def test_the_kept_file_holds_hashes_only() -> None:
    lines = KEPT.read_text(encoding="ascii").splitlines()
    assert len(lines) > 3000
    assert all(len(line) == 16 and int(line, 16) >= 0 for line in lines)
    assert RUN == 9
