"""Numbers as people and spreadsheets write them: one rule for every table that comes in."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

from running_muscles.translation.spoken import _

LONGEST = 40
_SIGNS = str.maketrans({"\u2212": "-", "\u066b": "."})
# Spaces and apostrophes group digits in some countries: 1 234, 1'234.
_GROUPING = re.compile(r"(?<=\d)[ '\u2019](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}(([.,])\d{3})(\2\d{3})*([.,]\d+)?", re.ASCII)
# One mark and three digits behind it: a thousand in one country, a decimal in another.
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


class NumberError(ValueError):
    """A text that is no number, or one that can be read in two ways; says which and the mend."""


def number(text: str, decimal: str = "") -> float:
    """Read a number, whichever of point and comma marks its decimals.

    Parameters
    ----------
    text : str
        Such as ``"38.2"``, ``"38,2"``, ``"1 234,5"`` or ``"7.0"``.
    decimal : str, optional
        ``"."`` or ``","`` where the whole table tells which it uses; `decimal_mark` finds out.

    Raises
    ------
    NumberError
    """
    shown = f"{text[:LONGEST]!r}"
    if len(text) > LONGEST:
        raise NumberError(_("{text}... is too long for a number.").format(text=shown))
    plain = _GROUPING.sub("", _in_plain_digits(text))
    if _UNCLEAR.fullmatch(plain) and decimal != plain.strip("+-0123456789"):
        digits = re.sub("[.,]", "", plain)
        told = _("{text} can be read in two ways. Write {whole}, or with a zero behind it, {part}.")
        raise NumberError(told.format(text=shown, whole=digits, part=f"{plain.replace(',', '.')}0"))
    if _PLAIN.fullmatch(plain):
        value = float(plain.replace(",", "."))
    elif (grouped := _GROUPED.fullmatch(plain)) and grouped[2] != (grouped[4] or " ")[0]:
        value = float(plain.replace(grouped[2], "").replace(",", "."))
    else:
        raise NumberError(_("{text} is not a number.").format(text=shown))
    if not math.isfinite(value):
        raise NumberError(_("{text} is too large.").format(text=shown))
    return value


def whole(text: str) -> int:
    """Read a whole number, also one that a program wrote with a point, such as ``"7.0"``.

    Raises
    ------
    NumberError
    """
    value = number(text)
    if not value.is_integer():
        told = _("{text} is not a whole number.")
        raise NumberError(told.format(text=repr(text[:LONGEST])))
    return int(value)


def decimal_mark(texts: Iterable[str]) -> str:
    """Return the mark that clear numbers among the texts use for decimals.

    Returns
    -------
    str
        ``"."``, ``","``, or ``""`` where none tells or two contradict each other.
    """
    marks = {
        found[1]
        for text in texts
        if (found := re.fullmatch(r"[+-]?\d+([.,])\d+", text.strip(), re.ASCII))
        and not _UNCLEAR.fullmatch(text.strip())
    }
    return marks.pop() if len(marks) == 1 else ""


def _in_plain_digits(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().translate(_SIGNS)
    return "".join(str(unicodedata.decimal(one, one)) for one in plain)


def written(value: float) -> str:
    """Return a number as text without the noise of arithmetic: 2.07, not 2.0700000000000003."""
    return repr(float(f"{value:.15g}")) if math.isfinite(value) else ""
