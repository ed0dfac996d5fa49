"""Which language is spoken, and a sentence in it."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).resolve().parents[1] / "locale"
VARIABLE = "RUNNING_MUSCLES_LANGUAGE"
DOMAIN = "running_muscles"
ENGLISH = "en"

_TAG = re.compile(r"[A-Za-z]{2,3}")
# What was chosen in this process; a list, because it is filled in later.
_chosen: list[str] = []
# What is spoken for a moment, such as while a file for machines is written.
_aside: ContextVar[str] = ContextVar("aside", default="")


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages that there are, English first."""
    found = LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parts[-3] for path in found))


def own_name(code: str) -> str:
    """Return the name of a language in its own words."""
    # For translators: the name of your own language
    return _catalogue(code).gettext(N_("English"))


def known(told: str | None) -> str | None:
    """Return the language that a tag such as ``de``, ``de_DE`` or ``de-AT`` names, if we speak it.

    Returns
    -------
    str or None
        Its code; None where it is missing, or a language without a catalogue.
    """
    code = _TAG.match(told or "")
    name = code.group().lower() if code else ""
    return name if name in languages() else None


def speak(name: str) -> None:
    """Speak a language from now on; what is on the page already stays as it is.

    Raises
    ------
    ValueError
        If there is no catalogue of it; the message names those that there are.
    """
    code = known(name)
    if code is None:
        there = ", ".join(languages())
        raise ValueError(f"The course does not speak {name!r}. Choose one of: {there}.")
    _chosen[:] = [code]


def chosen() -> str | None:
    """Return the language that was chosen in this process, or by the environment."""
    return _chosen[0] if _chosen else known(os.environ.get(VARIABLE))


def current() -> str:
    """Return the code of the language that is spoken."""
    return _aside.get() or chosen() or ENGLISH


@contextmanager
def in_english() -> Iterator[None]:
    """Speak English inside: for what is kept or exported as data, whoever reads it."""
    before = _aside.set(ENGLISH)
    try:
        yield
    finally:
        _aside.reset(before)


def N_(text: str) -> str:  # noqa: N802
    """Mark a sentence for the catalogues that `_` says later."""
    return text


def _(text: str) -> str:
    """Return a sentence in the language that is spoken."""
    # The empty sentence is a catalogue's own head.
    return _catalogue(current()).gettext(text) if text else ""


def ngettext(one: str, other: str, count: float) -> str:
    """Return the form of a sentence that goes with a count."""
    # Rules of plurals are written for whole numbers.
    whole = int(count) if count == int(count) else 2
    return _catalogue(current()).ngettext(one, other, whole)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
