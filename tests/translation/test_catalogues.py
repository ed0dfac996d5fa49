"""The catalogues: complete, sound, and made of what the source says today."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog, Message, pofile

from running_muscles.translation import script
from running_muscles.translation.spoken import LOCALES
from running_muscles.widgets.scripts import STATIC

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "data"))

from make.words import __main__ as words  # noqa: E402
from make.words.sources import DOMAINS, found  # noqa: E402

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
# A place by its name, whatever form a number in it takes.
PLACE = re.compile(r"{(\w+)(?::\w+)?}")
TAG = re.compile(r"<[^>]+>|\*\*|\]\([^)]*\)")


def catalogue(language: str, domain: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each English form with what is said instead."""
    if message.pluralizable:
        one, other = message.id
        yield from zip((one, *[other] * (len(message.string) - 1)), message.string, strict=True)
    else:
        yield message.id, message.string


EACH = [(language, domain) for language in LANGUAGES for domain in DOMAINS]


@pytest.fixture(scope="module")
def made() -> dict[Path, bytes]:
    return words.made()


def test_there_is_a_second_language():
    assert "de" in LANGUAGES


def test_what_is_committed_is_what_the_source_makes(made):
    drifted = [path.name for path, content in made.items() if path.read_bytes() != content]
    assert drifted == [], "Run: make words"


@pytest.mark.parametrize(("language", "domain"), EACH)
def test_every_sentence_is_translated(language, domain):
    missing = [
        message.id
        for message in catalogue(language, domain)
        if message.id and (message.fuzzy or not all(said for _, said in forms(message)))
    ]
    assert missing == []


@pytest.mark.parametrize(("language", "domain"), EACH)
def test_places_marks_and_edges_agree(language, domain):
    for message in catalogue(language, domain):
        for english, said in forms(message) if message.id else ():
            assert set(PLACE.findall(said)) <= set(PLACE.findall(english)), said
            # The form for one may say "1" where the form for many has a place.
            many = english == (message.id[-1] if message.pluralizable else message.id)
            assert not many or set(PLACE.findall(said)) == set(PLACE.findall(english)), said
            assert (english.endswith(" "), english[:1].isspace()) == (
                said.endswith(" "),
                said[:1].isspace(),
            ), said
            assert len(TAG.findall(english)) <= len(TAG.findall(said)), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_widgets_stands_in_a_script(language):
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    lost = [text for text in script.words(language) if not script.stands_in(text, scripts)]
    assert lost == []


def test_no_sentence_of_safety_is_spoken_alone(tmp_path):
    """One that is missing leaves all of them in English, in widgets, questions and start page."""
    shutil.copytree(LOCALES, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "de/LC_MESSAGES/running_muscles.po"
    with path.open("rb") as file:
        changed = pofile.read_po(file, locale="de")
    grave = next(each.text for each in found("running_muscles") if each.safety)
    changed[grave].string = ""
    with path.open("wb") as file:
        pofile.write_po(file, changed)
    folder = tmp_path / "de/LC_MESSAGES"
    broken = words.made(tmp_path)
    spoken = broken[folder / "widgets.json"].decode()
    assert '"Stop at once if you notice any of these"' not in spoken
    assert '"Trial {n} of {of} today"' in spoken
    page = broken[words.start.COURSE / "de" / words.start.NAME].decode()
    assert "**Stop at once** if you notice" in page
    assert "Taubheit" not in page
    assert "Hier geht es los" in page
    assert b"Taubheit oder Kribbeln" not in broken[folder / "running_muscles.mo"]


def test_a_changed_sentence_is_shown_in_english_until_somebody_looks(tmp_path):
    folder = tmp_path / "de/LC_MESSAGES"
    folder.mkdir(parents=True)
    path = folder / "door.po"
    old = Catalog(locale="de")
    old.add("This lesson was changed by you.", "Du hast diese Lektion geändert.")
    old.add("Gone from the source", "Weg")
    with path.open("wb") as file:
        pofile.write_po(file, old)
    merged = words.merged(path, "de", words.template("door"))
    assert merged["This lesson was changed."].fuzzy
    assert "This lesson was changed." not in words.said(merged)
    assert b"Gone from the source" not in words.po_text(merged)
