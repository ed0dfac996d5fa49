from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import icalendar
import pytest

from running_muscles import tables
from running_muscles.measure.limits import leave_out_sentence
from running_muscles.plan.export import COLUMNS, as_csv, as_ics
from running_muscles.plan.page import Pictures, as_page, as_part
from running_muscles.plan.standing import OwnResult, Standing
from running_muscles.plan.weeks import Plan, make_plan
from running_muscles.plan.wishes import Wishes
from running_muscles.plan.words import used_exercises, week_title

MADE = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
WISHES = Wishes(
    date(2026, 12, 14),
    weeks=5,
    minutes=80,
    runs=("easy", "", "hard", "", "easy", "", "hard"),
    goals=("longer",),
    equipment=("chair", "wall"),
    pain=("shoulder",),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    test = OwnResult("single_leg_bridge_hold", 5.0, 1, why="Low, <b>5 & less</b>.")
    return make_plan(WISHES, [Standing("glutes", (test,), tested=True)])


@pytest.fixture(scope="module")
def empty() -> Plan:
    return make_plan(Wishes(date(2026, 12, 14), pain=("chest",)))


def sessions(plan: Plan):
    return [(day.date, day.session) for week in plan.weeks for day in week.days if day.session]


def unescaped(found: re.Match[str]) -> str:
    return {"n": "\n", "N": "\n"}.get(found[1], found[1])


def plain_events(text: str) -> list[dict[str, str]]:
    """A second reader, by the letter of RFC 5545: unfold, split, unescape."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    events: list[dict[str, str]] = []
    inside = False
    for line in re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
            inside = True
        elif line in ("END:VEVENT", "BEGIN:VALARM"):
            inside = False
        elif line == "END:VALARM":
            inside = True
        elif inside:
            events[-1][name] = re.sub(r"\\(.)", unescaped, value)
    return events


def test_calendar_is_read_back_by_icalendar(plan):
    calendar = icalendar.Calendar.from_ical(as_ics(plan, MADE))
    events = list(calendar.walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [day for day, _ in sessions(plan)]
    for event, (day, session) in zip(events, sessions(plan), strict=True):
        assert event.decoded("dtend") == day + timedelta(days=1)
        assert event.decoded("dtstamp") == MADE
        assert str(event["summary"]) == f"Strength, about {session.minutes} minutes"
        for dose in session.doses:
            assert tables.exercises()[dose.exercise].name in str(event["description"])
    assert not calendar.errors


def test_an_entry_tells_how_each_exercise_is_done_and_rings_in_the_morning(plan):
    events = list(icalendar.Calendar.from_ical(as_ics(plan, MADE)).walk("VEVENT"))
    for event, (_, session) in zip(events, sessions(plan), strict=True):
        told = str(event["description"])
        for dose in session.doses:
            row = tables.exercises()[dose.exercise]
            assert all(step in told for step in row.steps)
            assert row.cautions in told
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(hours=8)
        assert str(alarm["action"]) == "DISPLAY"
        assert str(alarm["description"]) == str(event["summary"])


def test_a_cancelled_entry_does_not_ring(plan):
    gone = sessions(plan)[-1][0] + timedelta(days=365)
    events = icalendar.Calendar.from_ical(as_ics(plan, MADE, gone=[gone])).walk("VEVENT")
    assert [len(event.walk("VALARM")) for event in events][-1] == 0


def test_calendar_is_read_the_same_by_the_letter_of_the_format(plan):
    text = as_ics(plan, MADE)
    found = plain_events(text)
    read = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
    assert [event["DESCRIPTION"] for event in found] == [str(e["description"]) for e in read]
    days = [f"{day:%Y%m%d}" for day, _ in sessions(plan)]
    assert [event["DTSTART;VALUE=DATE"] for event in found] == days
    assert len({event["UID"] for event in found}) == len(found)


def test_calendar_of_the_same_plan_is_the_same_and_days_keep_their_ids(plan):
    assert as_ics(plan, MADE) == as_ics(plan, MADE)
    later = plain_events(as_ics(plan, MADE + timedelta(days=3)))
    assert [e["UID"] for e in later] == [e["UID"] for e in plain_events(as_ics(plan, MADE))]


def test_calendars_of_two_people_share_no_id_and_one_keeps_them(plan):
    def ids(owner, **more):
        return {event["UID"] for event in plain_events(as_ics(plan, MADE, owner=owner, **more))}

    assert ids("one").isdisjoint(ids("another"))
    assert ids("one") == ids("one", sequence=3)
    assert "f00d" not in as_ics(plan, MADE, owner="f00d")


def test_a_plan_made_anew_replaces_and_cancels(plan):
    days = [day for day, _ in sessions(plan)]
    kept, gone = days[0], days[0] + timedelta(days=365)
    text = as_ics(plan, MADE, owner="me", sequence=2, gone=[gone, kept])
    events = plain_events(text)
    assert {event["SEQUENCE"] for event in events} == {"2"}
    status = {event["DTSTART;VALUE=DATE"]: event["STATUS"] for event in events}
    assert status.pop(f"{gone:%Y%m%d}") == "CANCELLED"
    assert status == {f"{day:%Y%m%d}": "CONFIRMED" for day in days}
    before = plain_events(as_ics(plan, MADE, owner="me"))
    assert {event["UID"] for event in before} < {event["UID"] for event in events}


def test_calendar_marks_lighter_weeks(plan):
    lighter = {day.date for week in plan.weeks if week.lighter for day in week.days}
    for event in icalendar.Calendar.from_ical(as_ics(plan, MADE)).walk("VEVENT"):
        assert ("a lighter week" in str(event["description"])) is (
            event.decoded("dtstart") in lighter
        )


def test_csv_holds_every_day_and_dose(plan):
    rows = list(csv.DictReader(io.StringIO(as_csv(plan))))
    assert tuple(rows[0]) == COLUMNS
    assert as_csv(plan).isascii()
    assert len({row["date"] for row in rows}) == 7 * WISHES.weeks
    found = [
        (row["date"], row["exercise"], int(row["sets"]), int(row["amount"]))
        for row in rows
        if row["exercise"]
    ]
    assert found == [
        (day.isoformat(), dose.exercise, dose.sets, dose.amount)
        for day, session in sessions(plan)
        for dose in session.doses
    ]
    assert {row["dose_basis"] for row in rows if row["exercise"]} <= {"source", "ours"}


class Reader(HTMLParser):
    """Collects text and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_page_shows_all_weeks_and_exercises_with_steps_and_cautions(plan):
    page = read(as_page(plan))
    for week in plan.weeks:
        assert week_title(week) in page.text
    for name in used_exercises(plan):
        exercise = tables.exercises()[name]
        assert exercise.name in page.text
        assert all(step in page.text for step in exercise.steps)
        assert exercise.cautions in page.text
        assert leave_out_sentence(exercise) in page.text


def test_page_stands_alone_and_runs_nothing(plan):
    page = as_page(plan)
    assert read(page).seen.isdisjoint({"script", "link", "img", "iframe"})
    assert page.startswith("<!doctype html>")
    assert "http" not in re.sub(r'href="https://[^"]+"', "", page)


def test_page_escapes_what_it_shows(plan):
    assert "<b>" not in as_page(plan)
    assert "Low, <b>5 & less</b>." in read(as_page(plan)).text


def test_page_says_what_was_left_out_and_whose_doses_these_are(plan):
    text = read(as_part(plan)).text
    assert "Shoulder, arm or wrist hurts." in text
    assert "our own starting suggestion" in text
    assert "Blagrove" in text


def test_a_plan_without_sessions_still_exports(empty):
    assert plain_events(as_ics(empty, MADE)) == []
    assert as_csv(empty).splitlines() == [",".join(COLUMNS)]
    text = read(as_page(empty)).text
    assert "do not train now" in text
    assert "The exercises" not in text


def test_each_exercise_has_its_picture_once_where_pictures_are_given(plan):
    drawn = []

    def draw(name):
        drawn.append(name)
        return f'<svg aria-label="{name}"></svg>'

    page = as_page(plan, Pictures("svg { fill: teal; }", draw))
    assert drawn == list(used_exercises(plan))
    assert page.count("svg { fill: teal; }") == 1
    for name in drawn:
        steps = page.index(tables.exercises()[name].steps[0], page.index(f'aria-label="{name}"'))
        assert "<svg" not in page[page.index(f'aria-label="{name}"') : steps]
    assert read(page).open == []
    assert "<svg" not in as_page(plan)
