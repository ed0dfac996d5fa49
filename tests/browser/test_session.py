"""The guided session in a plain page, with time under control."""

from __future__ import annotations

import pytest

from browser.families import start, state, still_clock
from running_muscles.widgets.body import figure

pytestmark = pytest.mark.browser


def steps(sets, unit, amount, sides=("",), rest=30):
    found = []
    for number in range(1, sets + 1):
        one = {"set": number, "of": sets}
        found += [
            {"kind": "work", "side": side, "unit": unit, "amount": amount, **one} for side in sides
        ]
        if number < sets:
            found.append({"kind": "rest", "side": "", "unit": "s", "amount": rest, **one})
    return found


def both(seconds):
    return steps(1, "s", seconds, ("left", "right"))


def form(exercise, dose, amount, parts):
    return {"exercise": exercise, "dose": dose, "amount": amount, "steps": parts}


def row(name, unit, *, each_side=False):
    text = {"name": name, "how": ["Lie down.", "Lift."], "care": "Keep breathing."}
    return {
        **text,
        "equipment": [],
        "each_side": each_side,
        "unit": unit,
        "loop": 4.0,
        "tempo": 4.0,
    }


DAY = {
    "date": "2026-11-23",
    "name": "Monday 23 Nov",
    "run": "Easy run",
    "minutes": 8,
    "done": False,
    "items": [
        {
            "change": 35,
            "forms": [
                form("side_plank", "1 set of 20 s on each side", 20, both(20)),
                form("side_plank_knees", "1 set of 15 s on each side", 15, both(15)),
            ],
        },
        {"change": 0, "forms": [form("bridge", "2 sets of 8", 8, steps(2, "reps", 8))]},
    ],
    "exercises": {
        "side_plank": row("Side plank", "s", each_side=True),
        "side_plank_knees": row("Side plank from the knees", "s", each_side=True),
        "bridge": row("Bridge", "reps"),
    },
}
STATE = {**state("Session"), "days": [DAY], "chosen": DAY["date"]}


def begin(host, made=STATE, **options):
    page = still_clock(host.open("session", made, **options))
    start(page)
    page.clock.run_for(800)
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.clock.run_for(800)


def at_bridge(page):
    """Go to the first counted set, past its count-in."""
    press(page, "Skip this one")
    press(page, "Skip this one")
    page.clock.run_for(10_000)
    page.get_by_text("1 of 8").or_(page.get_by_text("2 of 8")).wait_for()


def results(host, page):
    return [entry["body"] for entry in host.sent(page, "result")]


def test_story_from_the_list_to_the_log(host):
    page = host.open("session", STATE)
    still_clock(page)
    page.get_by_text("Stop at once if you notice any of these").wait_for()
    page.get_by_text("About 8 minutes, with warm-up and rests.").wait_for()
    lines = page.get_by_role("list", name="What comes").get_by_role("listitem")
    assert lines.all_inner_texts() == [
        "Side plank: 1 set of 20 s on each side",
        "Bridge: 2 sets of 8",
    ]
    start(page)
    page.get_by_role("heading", name="Warm-up").wait_for()
    page.clock.run_for(10_000 + 180_000)
    page.get_by_role("heading", name="Side plank").wait_for()
    page.get_by_text("Set 1 of 1 · Left side · 20 seconds").wait_for()
    page.clock.run_for(31_000)
    page.get_by_text("Right side").first.wait_for()
    assert results(host, page) == []  # half a set is none
    page.clock.run_for(30_000)
    page.get_by_role("heading", name="Next: Bridge").wait_for()
    page.clock.run_for(36_000)
    press(page, "Done")
    page.get_by_role("heading", name="Next: Bridge").wait_for()
    page.clock.run_for(31_000)
    page.get_by_text("1 of 8").wait_for()
    page.clock.run_for(60_000)
    page.get_by_text("8 of 8").wait_for()  # and no further: the learner ends the set
    press(page, "Done")
    page.get_by_role("heading", name="Well done. That was all.").wait_for()
    page.get_by_role("listitem").filter(has_text="Bridge: 2 sets of 8").wait_for()
    page.get_by_label("6", exact=True).check()
    press(page, "Save")
    page.locator(".rm-start").wait_for()
    last = {body["id"]: body for body in results(host, page)}
    assert sorted((one["test"], one["value"], one["effort"]) for one in last.values()) == [
        ("exercise:bridge", 2, 6),
        ("exercise:side_plank", 1, 6),
    ]
    assert {one["details"]["plan_day"] for one in last.values()} == {DAY["date"]}
    revisions = [entry["rev"] for entry in host.sent(page, "result")]
    assert revisions == sorted(set(revisions))


def test_one_person_moves_and_shows_what_comes(make_host):
    host = make_host(reduced_motion="reduce")  # stills: a moving one is slow to draw
    page = host.open("session", STATE)
    pictures = {
        name: figure.answer({"name": name, "script": True})
        for name in ("standing_march", "side_plank")
    }
    page.evaluate(
        """(pictures) => { window.answers = ({id, rev, kind, body}) => kind === 'figure'
            ? {kind: 'answered', id, ...pictures[body.name]} : {kind: 'stored', id, rev}; }""",
        pictures,
    )
    still_clock(page)
    start(page)
    for name in ("Standing march", "Side plank"):
        page.clock.run_for(300)
        drawing = page.get_by_role("region", name=f"Drawing: {name}", exact=True)
        drawing.locator("svg").wait_for()
        assert page.locator(".rm-figure-player").count() == 1
        press(page, "Skip this one")


def test_by_keyboard_alone_on_a_dark_phone(make_host):
    host = make_host(width=360, color_scheme="dark", reduced_motion="reduce")
    page = host.open("session", STATE)

    def sound():
        assert host.axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def key(name):
        for _ in range(30):
            if page.evaluate("document.activeElement.textContent") == name:
                page.keyboard.press("Enter")
                page.clock.run_for(800)
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{name} cannot be reached")

    sound()
    key("Start")
    sound()
    key("Skip this one")
    page.get_by_role("heading", name="Side plank", exact=True).wait_for()
    key("Easier form")
    page.get_by_role("heading", name="Side plank from the knees").wait_for()
    key("Easier form")
    page.get_by_text("There is no easier form of this one.").wait_for()
    page.keyboard.press("p")
    page.get_by_role("button", name="Go on").wait_for()
    key("Go on")
    key("Stop")
    heading = page.get_by_role("heading", name="You paused the session")
    assert heading.evaluate("(node) => node === document.activeElement")
    sound()
    key("Something hurts")
    page.get_by_text("Thank you for stopping. Rest today.").wait_for()
    sound()
    key("End the session")
    page.get_by_role("heading", name="Done for today.").wait_for()
    page.get_by_text("No whole set this time").wait_for()
    sound()
    key("Back to the list")
    page.locator(".rm-start").wait_for()
    assert results(host, page) == []


def test_a_page_out_of_sight_keeps_the_time(host):
    page = begin(host)
    press(page, "Skip this one")
    page.clock.fast_forward(10_000 + 20_000 + 10_000 + 20_000 + 5_000)  # timers slept
    page.get_by_role("heading", name="Next: Bridge").wait_for()
    page.get_by_text("The clock went on while this page was out of sight.").first.wait_for()
    (kept,) = results(host, page)
    assert (kept["test"], kept["value"]) == ("exercise:side_plank", 1)
    page.clock.run_for(26_500)
    page.get_by_role("heading", name="Next: Bridge").wait_for()
    page.clock.run_for(3_000)
    page.get_by_role("heading", name="Bridge", exact=True).wait_for()


def test_a_press_meant_for_what_stood_there_before_does_nothing(host):
    page = begin(host)
    press(page, "Skip this one")
    press(page, "Skip this one")
    page.clock.run_for(8_500)  # the count-in of ten seconds ends now
    button = page.get_by_role("button", name="Done", exact=True)
    while button.count() == 0:
        page.clock.run_for(100)
    button.click()
    page.clock.run_for(200)
    page.get_by_text("1 of 8").wait_for()
    page.clock.run_for(800)
    button.click()
    page.get_by_role("heading", name="Next: Bridge").wait_for()


def test_who_comes_back_goes_on_at_that_set_and_nothing_counts_twice(host):
    page = begin(host)
    at_bridge(page)
    press(page, "Done")
    page.clock.run_for(32_000)
    page.get_by_text("Set 2 of 2 · 8 times").wait_for()
    sent = results(host, page)
    page.evaluate("location.reload()")
    page.wait_for_function("window.hostReady")
    page.close()
    again = still_clock(host.open("session", {**STATE, "days": [], "note": "No plan."}))
    again.get_by_text("You were at Bridge, set 2 of 2.").wait_for()
    press(again, "Go on from there")
    again.get_by_text("Get into position").first.wait_for()
    again.clock.run_for(11_000)
    press(again, "Done")
    again.get_by_role("heading", name="Well done. That was all.").wait_for()
    last = results(host, again)[-1]
    assert (last["id"], last["value"]) == (sent[-1]["id"], 2)
    third = host.open("session", STATE)
    third.locator(".rm-start").wait_for()
    assert third.locator(".rm-interrupted").count() == 0


def test_what_is_left_behind_may_be_ended_with_what_was_done(host):
    page = begin(host)
    at_bridge(page)
    press(page, "Done")
    page.clock.run_for(2_000)
    page.evaluate("window.closeWidget()")
    page.close()
    again = host.open("session", STATE)
    again.get_by_role("button", name="End it here").click()
    again.get_by_role("listitem").filter(has_text="Bridge: 1 of 2 sets").wait_for()
    again.get_by_role("listitem").filter(has_text="Side plank: left out").wait_for()


def test_stopping_asks_and_the_clock_waits(host):
    page = begin(host)
    at_bridge(page)
    press(page, "Done")
    press(page, "Stop")
    page.clock.run_for(600_000)
    press(page, "Go on")
    page.get_by_role("heading", name="Next: Bridge").wait_for()
    press(page, "Stop")
    press(page, "Something hurts")
    press(page, "End the session")
    page.get_by_role("heading", name="Done for today.").wait_for()
    assert results(host, page)[-1]["reason"] == "pain"


def test_a_voice_speaks_and_off_is_remembered(host):
    host.context.add_init_script(
        """window.spoken = [];
        Object.defineProperty(window, 'speechSynthesis', {value: {
            getVoices: () => [{localService: true, lang: 'en-GB'}],
            speak: ({text}) => window.spoken.push(text), cancel: () => {},
            addEventListener: () => {}, removeEventListener: () => {}}});
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""
    )
    page = begin(host)
    press(page, "Skip this one")
    spoken = page.evaluate("window.spoken")
    assert "Side plank, Set 1 of 1, Left side, 20 seconds" in spoken
    page.close()
    page = host.open("session", STATE)
    switch = page.get_by_label("Spoken words")
    switch.uncheck()
    page.close()
    page = begin(host)
    press(page, "Skip this one")
    assert page.evaluate("window.spoken") == []
    page.close()
    assert not host.open("session", STATE).get_by_label("Spoken words").is_checked()


def test_no_start_without_plan_health_answers_or_day(host):
    page = host.open("session", {**STATE, "days": [], "chosen": "", "note": "Make a plan first."})
    page.get_by_text("Make a plan first.").wait_for()
    assert page.locator(".rm-start").count() == 0
    closed = {**STATE, "screening": {**STATE["screening"], "outcome": ""}}
    page = host.open("session", closed)
    page.get_by_role("heading", name="Before you start").wait_for()
    assert page.locator(".rm-start").count() == 0
    free = {**STATE, "days": [{**DAY, "done": True}, {**DAY, "date": "2026-11-26"}], "chosen": ""}
    page = host.open("session", free)
    page.get_by_text("Your plan has no session today.").wait_for()
    assert page.locator(".rm-start").count() == 0
    page.get_by_label("Monday 23 Nov · done").check()
    page.locator(".rm-start").wait_for()


def test_a_refusal_names_the_exercise(host):
    page = begin(host, stored=False)
    page.evaluate(
        "() => { window.answers = ({id, rev, kind}) => kind === 'result' &&"
        " ({kind: 'refused', id, rev, sentence: 'It cannot be.', for_good: true}); }"
    )
    at_bridge(page)
    press(page, "Done")
    page.get_by_text("Bridge: 1 set").wait_for()
    page.get_by_text("It cannot be.").wait_for()
