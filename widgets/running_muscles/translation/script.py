"""A widget's script with the words of the learner's language before it.

The scripts themselves hold English alone. Each gets only the sentences that stand in it, so that
a page does not carry the whole catalogue with every widget.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from running_muscles.translation.spoken import ENGLISH, LOCALES, current

WORDS = "widgets.json"
# The course door speaks the same language (`door/src/language.js`).
TOLD = 'try{localStorage.setItem("running-muscles:language","%s")}catch{}\n'


def with_words(script: Path) -> str:
    """Return a script as it is sent to the browser (`lib/words/catalogue.js`)."""
    return _with_words(script, current())


@cache
def _with_words(script: Path, language: str) -> str:
    text = script.read_text(encoding="utf-8")
    if language == ENGLISH:
        return TOLD % language + text
    held = {english: said for english, said in words(language).items() if stands_in(english, text)}
    # `<` would end a page's own script element in an exported page.
    catalogue = json.dumps({"lang": language, "words": held}, ensure_ascii=False)
    return (
        f"{TOLD % language}const rmCatalogue={catalogue.replace('<', chr(92) + 'u003c')};\n{text}"
    )


def stands_in(english: str, script: str) -> bool:
    """Say whether a built script holds a sentence."""
    return english in script


@cache
def words(language: str) -> dict[str, Any]:
    """Return the widgets' sentences: English, and what is said instead.

    A sentence with a plural stands under its form for one; its forms under the names that
    `Intl.PluralRules` gives them.
    """
    path = LOCALES / language / "LC_MESSAGES" / WORDS
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["words"]
    return held
