"""References: from ``references.bib`` to a short linked citation.

The file is read by pybtex, imported when the first citation is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING

from .errors import TableError

if TYPE_CHECKING:
    from pybtex.database import Entry, Person  # type: ignore[import-untyped]

BIB_FILE = "references.bib"
_VENUES = ("journal", "booktitle", "publisher", "howpublished")
_WORDS_OF_TITLE = 6
_NO_LAST_WORDS = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "the",
    "to",
    "with",
}

_MISSING = re.compile(r"PARTIAL: missing ([^.]+)")


@dataclass(frozen=True)
class Reference:
    """A source, as far as its details are known; unknown texts are ``""``.

    ``missing`` names what could not be seen of it, such as ``"volume, pages"``.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    venue: str
    year: int | None
    doi: str
    pmid: str
    pmcid: str
    url: str
    short: str
    text: str
    complete: bool
    missing: str

    @property
    def html(self) -> str:
        """The short citation as a link, safe to put into a page."""
        shown = f'<span title="{escape(self.text)}">{escape(self.short)}</span>'
        if not self.url:
            return shown
        return (
            f'<a href="{escape(self.url)}" target="_blank" rel="noopener noreferrer" '
            f'title="{escape(self.text)}">{escape(self.short)}</a>'
        )


def read_references(folder: Path) -> dict[str, Reference]:
    """Read the bibliography of a folder.

    Parameters
    ----------
    folder : Path
        Folder with a ``references.bib``.

    Returns
    -------
    dict of str to Reference
        By key, in the order of the file.

    Raises
    ------
    TableError
        When the file is missing, is not UTF-8 or not BibTeX, or names a key twice.
    """
    from pybtex.database import BibliographyDataError, parse_string
    from pybtex.scanner import PybtexSyntaxError  # type: ignore[import-untyped]

    path = folder / BIB_FILE
    try:
        entries = parse_string(path.read_text(encoding="utf-8"), "bibtex").entries
    except OSError:
        raise TableError(path, "the file is missing", "Put it back beside the tables.") from None
    except UnicodeDecodeError:
        raise TableError(path, "the file is not UTF-8", "Save it as UTF-8.") from None
    except PybtexSyntaxError as error:
        raise TableError(
            path,
            f"the BibTeX breaks off here ({str(error).partition(': ')[2]})",
            "Check the braces and commas of this entry and of the one before it.",
            line=error.lineno,
        ) from None
    except BibliographyDataError as error:
        raise TableError(
            path, str(error), "Give every entry a key of its own and every field once."
        ) from None
    return _told_apart({key: _reference(path, key, entry) for key, entry in entries.items()})


def _told_apart(references: dict[str, Reference]) -> dict[str, Reference]:
    """Add a letter where several sources would be named alike: Clark et al. 2017a, 2017b."""
    alike: dict[str, list[str]] = {}
    for key, reference in references.items():
        alike.setdefault(reference.short, []).append(key)
    for short, keys in alike.items():
        for key, letter in zip(keys, ascii_lowercase if len(keys) > 1 else ("",), strict=False):
            references[key] = replace(references[key], short=f"{short}{letter}")
    return references


def _plain(path: Path, key: str, latex: str) -> str:
    """Undo BibTeX's braces and escapes; accents stand in the file as UTF-8.

    pybtex could decode all of LaTeX, but takes 20 s for this file.
    """
    text = re.sub(r"\\([&%$#_{}])|[{}]", lambda found: found[1] or "", latex)
    if "\\" in text:
        raise TableError(
            path,
            f'"{key}" holds the LaTeX command in "{latex}"',
            "Write the character itself in UTF-8.",
        )
    return re.sub(r"\s+", " ", text.replace("--", "\N{EN DASH}")).strip()


def _family(person: Person) -> str:
    return " ".join((*person.prelast_names, *person.last_names))


def _full(person: Person) -> str:
    initials = " ".join(
        name if name.endswith(".") else f"{name[0]}."
        for name in (*person.first_names, *person.middle_names)
    )
    return ", ".join(filter(None, (_family(person), initials, *person.lineage_names)))


def _short(families: list[str], title: str, year: int | None) -> str:
    """Name a source as a reader would: first author or title, and year."""
    if not families:
        who = _short_title(title)
    elif families[-1] == "others" or len(families) > 2:
        who = f"{families[0]} et al."
    else:
        who = " and ".join(families)
    return f"{who} {year}" if year else who


def _short_title(title: str) -> str:
    """Cut a long title at its first colon or question mark, or after a word that can end it."""
    title = title.strip("[]")  # a title in brackets is our description of an untitled source
    words = title.split()
    if len(words) <= _WORDS_OF_TITLE:
        return title
    head = re.split(r"(?<=[:?])\s", title)[0].rstrip(":").split()[:_WORDS_OF_TITLE]
    while len(head) > 1 and head[-1].lower() in _NO_LAST_WORDS:
        head.pop()
    return " ".join(head) + "\N{HORIZONTAL ELLIPSIS}"


def _reference(path: Path, key: str, entry: Entry) -> Reference:
    fields = {name.lower(): _plain(path, key, value) for name, value in entry.fields.items()}
    people = entry.persons.get("author", [])
    families = [_plain(path, key, _family(person)) for person in people]
    title = fields.get("title", "")
    if not families and not title:
        raise TableError(
            path, f'"{key}" has neither author nor title', "Give the entry at least one of them."
        )
    year_text = fields.get("year", "")
    if year_text and not year_text.isdecimal():
        raise TableError(path, f'the year of "{key}" is "{year_text}"', "Write four digits.")
    year = int(year_text) if year_text else None
    authors = tuple(
        "others" if family == "others" else _plain(path, key, _full(person))
        for person, family in zip(people, families, strict=True)
    )
    venue = next((fields[name] for name in _VENUES if name in fields), "")
    doi, pmid, pmcid = (fields.get(name, "") for name in ("doi", "pmid", "pmcid"))
    return Reference(
        key=key,
        authors=authors,
        title=title,
        venue=venue,
        year=year,
        doi=doi,
        pmid=pmid,
        pmcid=pmcid,
        url=_url(doi, pmid, pmcid, fields.get("url", "")),
        short=_short(families, title, year),
        text=_text(authors, year, title, venue, fields),
        complete=fields.get("note", "").startswith("COMPLETE"),
        missing=missing[1] if (missing := _MISSING.match(fields.get("note", ""))) else "",
    )


def _url(doi: str, pmid: str, pmcid: str, url: str) -> str:
    links = (
        ("https://doi.org/", doi),
        ("https://pubmed.ncbi.nlm.nih.gov/", pmid),
        ("https://pmc.ncbi.nlm.nih.gov/articles/", pmcid),
        ("", url),
    )
    return next((prefix + value for prefix, value in links if value), "")


def _text(
    authors: tuple[str, ...], year: int | None, title: str, venue: str, fields: dict[str, str]
) -> str:
    place = venue
    if volume := fields.get("volume"):
        place += f", {volume}" + (f"({fields['number']})" if "number" in fields else "")
    if pages := fields.get("pages"):
        place += f", {pages}"
    who = "; ".join(authors).replace("; others", " and others")
    parts = (who, str(year or ""), title, place)
    return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)
