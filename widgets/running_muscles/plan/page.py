"""A plan as a page to print, and as a part of another page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from running_muscles import tables
from running_muscles.measure.limits import care
from running_muscles.plan.parts import Day, Dose, Focus, Note, Plan, Week
from running_muscles.plan.words import (
    START,
    day_parts,
    dose_basis,
    dose_line,
    focus_lines,
    used_exercises,
    warm_up_text,
    week_sum,
    week_title,
)
from running_muscles.translation.content import content, content_lang
from running_muscles.translation.spoken import N_, _, current
from running_muscles.translation.written import short_day, weekday

TITLE = N_("Your strength plan")


@dataclass(frozen=True)
class Pictures:
    """Drawings of the exercises: a style sheet that a page needs once, and what draws one."""

    style: str
    of: Callable[[str], str]


_STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 11pt/1.45 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { margin-top: 1.6rem; font-size: 1.15rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.3rem 0.5rem; border: 1px solid #999; text-align: left; vertical-align: top; }
th[scope=row] { width: 7.5rem; }
ul, ol { margin: 0.2rem 0; padding-left: 1.3rem; }
section, article { break-inside: avoid; }
article svg { display: block; width: 100%; max-height: 9rem; margin: 0.3rem 0; }
a { color: inherit; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
"""


def as_page(plan: Plan, pictures: Pictures | None = None) -> str:
    """Return a plan as a whole HTML page, without scripts and without a network."""
    title = escape(_(TITLE))
    return (
        f'<!doctype html>\n<html lang="{current()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        # White paper, whatever the reader's screen is like: the drawings have to know.
        f'<body data-jp-theme-light="true">\n'
        f"<h1>{title}</h1>\n{as_part(plan, 2, pictures)}\n</body>\n</html>\n"
    )


def as_part(plan: Plan, level: int = 3, pictures: Pictures | None = None) -> str:
    """Return a plan as HTML to be put into another page.

    Parameters
    ----------
    plan : Plan
    level : int, optional
        Level of the headings, 1 to 6.
    pictures : Pictures, optional
        What draws the exercises; without it they are told in words alone.
    """
    own = [note for note in plan.notes if note.kind != "advice"]
    advice = [note for note in plan.notes if note.kind == "advice"]
    parts = [_notes(own)]
    if plan.focus:
        parts += [_heading(level, _("What comes first")), *map(_focus, focus_lines(plan))]
    if any(week.sessions for week in plan.weeks):
        parts += [f"<p>{escape(warm_up_text())} {_(START)}</p>"]
        parts += [_week(week, level) for week in plan.weeks]
        parts += [_heading(level, _("The exercises")), _exercises(plan, level + 1, pictures)]
    if advice:
        parts += [_heading(level, _("Good to know")), _notes(advice)]
    return "\n".join(filter(None, parts))


def _week(week: Week, level: int) -> str:
    rows = "".join(_day(day) for day in week.days)
    columns = (_("Day"), _("What to do"))
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    head = f"<tr>{cells}</tr>"
    rule = escape(" ".join(filter(None, (week.rule, week.new))))
    return (
        f"<section>{_heading(level, week_title(week))}"
        f"<p>{escape(week_sum(week))}. {rule}</p>"
        f"<table><thead>{head}</thead><tbody>{rows}</tbody></table></section>"
    )


def _day(day: Day) -> str:
    what = escape(" · ".join(day_parts(day)))
    if day.session is not None:
        doses = "".join(f"<li>{_dose(dose)}</li>" for dose in day.session.doses)
        what += f"<ul>{doses}</ul>"
    name = f"{weekday(day.date)}, {short_day(day.date)}"
    return f'<tr><th scope="row">{escape(name)}</th><td>{what}</td></tr>'


def _dose(dose: Dose) -> str:
    name, colon, rest = dose_line(dose).partition(": ")
    return f"{content(escape(name))}{colon}{escape(rest)}"


def _exercises(plan: Plan, level: int, pictures: Pictures | None) -> str:
    parts = [f"<style>{pictures.style}</style>"] if pictures else []
    for name in used_exercises(plan):
        exercise = tables.exercises()[name]
        safe = care(exercise)
        mark = content_lang()
        caution = f"<p{mark}><em>{escape(safe)}</em></p>" if safe else ""
        drawing = pictures.of(name) if pictures else ""
        title = f"<h{level}{mark}>{escape(exercise.name)}</h{level}>"
        parts.append(
            f"<article>{title}{drawing}{_list('ol', exercise.steps, mark)}{caution}"
            f"<p>{escape(dose_basis(exercise))}</p></article>"
        )
    return "\n".join(parts)


def _focus(line: tuple[str, Focus]) -> str:
    names, focus = line
    why = " ".join(filter(None, (escape(focus.why), content(escape(focus.rule)))))
    return _sentence(names, why, focus.source_key)


def _notes(notes: Iterable[Note]) -> str:
    return "\n".join(
        _sentence(
            note.title, escape(note.text), note.source_key, "" if note.spoken else content_lang()
        )
        for note in notes
    )


def _sentence(title: str, text: str, keys: Iterable[str], mark: str = "") -> str:
    sources = " ".join(tables.references()[key].html for key in keys)
    return f"<p{mark}><strong>{escape(title)}.</strong> {text} {sources}</p>"


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _list(tag: str, items: Iterable[str], mark: str = "") -> str:
    return f"<{tag}{mark}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
