"""Where a lesson's facts come from, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import chain
from re import sub

from running_muscles.tables import (
    Reference,
    claims,
    exercises,
    lessons,
    muscles,
    norms,
    protocols,
    references,
    reliability,
    stride_paths,
    strides,
)
from running_muscles.translation.content import content, content_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets.lesson.cards import known_id
from running_muscles.widgets.lesson.terms import TERMS
from running_muscles.widgets.page import Page, page, paragraph
from running_muscles.widgets.speaking import _, settle

NO_SOURCE = N_("This page explains how the course works. It draws on no study of its own.")
UNFINISHED = N_("What we could not see of this source: {missing}.")


class References(Page):
    """Every source that a lesson's muscles, claims, tests and exercises name.

    Parameters
    ----------
    lesson : str
        Id of a lesson.

    Raises
    ------
    ValueError
        If the course has no such lesson.
    """

    def __init__(self, lesson: str) -> None:
        settle()
        used = set(citations(known_id(lesson, lessons())))
        sources = sorted(
            (row for row in references().values() if row.key in used),
            key=lambda row: row.text.casefold(),
        )
        listed = "".join(f"<li>{_source(row)}</li>" for row in sources)
        html = f"<ul>{listed}</ul>" if sources else paragraph(_(NO_SOURCE))
        text = "\n".join(
            " ".join(filter(None, (f"- {row.text}", _unseen(row), row.url))) for row in sources
        )
        super().__init__(page(html), text or _(NO_SOURCE))


class Glossary(Page):
    """The words of the course: muscles and tests from the tables, and terms of training."""

    def __init__(self) -> None:
        settle()
        entries = dict(TERMS)
        entries |= {row.name: f"{row.actions}. {row.running_role}" for row in muscles().values()}
        entries |= {row.name: row.what_it_tells for row in protocols().values()}
        ordered = sorted(entries.items(), key=lambda entry: entry[0].casefold())
        listed = "".join(
            f'<dt id="{anchor(term)}">{escape(term)}</dt><dd>{escape(text)}</dd>'
            for term, text in ordered
        )
        text = "\n".join(f"{term}: {text}" for term, text in ordered)
        super().__init__(page(f'<dl class="rm-glossary"{content_lang()}>{listed}</dl>'), text)


def anchor(term: str) -> str:
    """Return the id of a term in the page, for links: ``"term-early-stance"``."""
    return f"term-{sub(r'[^a-z0-9]+', '-', term.lower()).strip('-')}"


def citations(lesson: str) -> Iterable[str]:
    """Give the citation keys that the tables name for a lesson, some of them more than once."""
    tests = {row.test for row in protocols().values() if row.lesson == lesson}
    lists: chain[Iterable[str]] = chain(
        (row.citations for row in claims().values() if row.lesson == lesson),
        (row.source_key for row in muscles().values() if row.lesson == lesson),
        (row.source_key for row in exercises().values() if row.lesson == lesson),
        (row.source_key for row in protocols().values() if row.lesson == lesson),
        ((row.source_key,) for row in norms() if row.test in tests),
        ((row.source_key,) for row in reliability() if row.test in tests),
        _of_the_stride(lesson),
    )
    return chain.from_iterable(lists)


def _of_the_stride(lesson: str) -> Iterable[Iterable[str]]:
    """Give the sources of the running leg, where it shows muscles of the lesson."""
    paths = [row for row in stride_paths().values() if muscles()[row.muscle].lesson == lesson]
    if paths:
        yield (row.source_key for row in strides().values())
    yield from (row.source_key for row in paths)


def _source(row: Reference) -> str:
    link = (
        f' <a href="{escape(row.url)}" target="_blank" rel="noopener noreferrer">'
        f"{escape(sub('^https?://', '', row.url))}</a>"
        if row.url
        else ""
    )
    unseen = _unseen(row)
    note = f' <span class="rm-soft">{escape(unseen)}</span>' if unseen else ""
    return f"{content(escape(row.text))}{link}{note}"


def _unseen(row: Reference) -> str:
    """Say which details of a source are missing; nothing where it is whole."""
    return _(UNFINISHED).format(missing=row.missing) if row.missing else ""
