"""One way to press: each control of each widget, in each state, by each way of pressing.

The walk finds the controls by itself. What a press does is compared with what a click of the
mouse does: what is shown afterwards, and what is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from browser import test_figure, test_leg, test_musclemap, test_plan, test_trials
from browser.families import FIRST_ENTRY, WIDGETS, start, state, still_clock
from browser.pressing import SLIPS, WAYS
from browser.test_question import ALL, MULTIPLE, checkpoint, quiz

pytestmark = pytest.mark.browser

Reach = Callable[[Page], None]
# Of the body map, one region whose middle is its own and not a neighbour's.
KINDS = "button", "summary", "[data-region=spine]", "[type=radio]", "[type=checkbox]"
CONTROLS = f".rm :is({', '.join(KINDS)}):visible"
# A key that chooses nothing in a box to tick; the browser's own way.
NO_PRESS = {"radio": ("enter",), "checkbox": ("enter",)}
# What is shown, in words.
SEEN = """() => {
    const view = document.querySelector('.rm');
    // Of what plays by itself, what changes by a press alone.
    const plays = [...view.querySelectorAll('button')].some((one) => one.textContent === 'Pause')
        && view.querySelector('.rm-dial-face') === null;
    const all = 'h3, h4, p:not(.rm-body-name), button, summary, label, td, .rm-dial-face';
    const kinds = plays ? '.rm-button' : all;
    const shown = [...view.querySelectorAll(kinds)];
    const names = shown.filter((one) => one.offsetParent !== null).map((one) =>
        [one.tagName, one.getAttribute('aria-label') ?? one.textContent, one.disabled,
            one.getAttribute('aria-pressed')].join(' '));
    const boxes = [...view.querySelectorAll(plays ? 'select' : 'input, select, textarea')];
    return JSON.stringify([names, [...view.querySelectorAll('details')].map((one) => one.open),
        boxes.map((one) => [one.checked, one.value])]);
}"""
AGAIN = """async ([script, state]) => {
    window.closeWidget();
    localStorage.clear();
    document.querySelector('#views').replaceChildren();
    await window.show(script, state, 1);
}"""


def _nothing(_: Page) -> None:
    """Stay where the widget opens."""


def _started(page: Page) -> None:
    start(page)
    page.clock.run_for(1_000)


def _running(page: Page) -> None:
    start(page)
    page.clock.run_for(7_000)


def _first_entry(name: str) -> Reach:
    def reach(page: Page) -> None:
        FIRST_ENTRY[name][0](page)
        page.clock.run_for(1_000)

    return reach


def _typing(page: Page) -> None:
    _started(page)
    page.get_by_role("button", name="Type it in instead").click()
    page.clock.run_for(1_000)


def _opened(page: Page) -> None:
    for summary in page.locator(".rm summary").all():
        summary.click()


def _with_a_press(name: str) -> Reach:
    def reach(page: Page) -> None:
        page.get_by_role("button", name=name).first.click()
        page.clock.run_for(1_000)

    return reach


def _earlier(page: Page) -> None:
    page.get_by_text("Earlier results").click()


def _erasing(page: Page) -> None:
    _with_a_press("Delete all my results")(page)
    page.locator(".rm-eraser .rm-panel button").last.click()


def _laid_out(page: Page) -> None:
    """Wait for the canvas, which has its size once the browser has laid out the page."""
    page.wait_for_function("document.querySelector('canvas').width > 300")
    page.clock.run_for(100)


def _answered(page: Page) -> None:
    page.get_by_label("Two").check()
    page.clock.run_for(1_000)


# Widget -> its states by name, each with the way there.
STATES: dict[str, dict[str, Reach]] = {
    "PlankHold": {
        "ready": _nothing,
        "count-in": _started,
        "holding": _running,
        "review": _first_entry("PlankHold"),
    },
    "TimerWarmUp": {"holding": _running},
    "HeelRaiseCount": {
        "count-in": _started,
        "counting": _running,
    },
    "RestingPulse": {"tapping": _started, "typing": _typing},
    "Cadence": {"count-in": _started, "tapping": _running},
    "PaperGrip": {"looking": _started, "review": _first_entry("PaperGrip")},
    "JumpInPlace": {"earlier": _earlier},
    "Cooper": {"form": _started},
    "WarmUpRunner": {"ready": _nothing, "step": _started},
    "Log": {"deleted": _first_entry("Log"), "editing": _with_a_press("Edit")},
    "Screening": {"answered": _nothing},
    "Session": {"going": _started},
    "questions": {"asking": _nothing},
    "ResultsFile": {"files": _nothing, "erasing": _erasing},
    **{f"quiz-{question['type']}": {"open": _nothing} for question in ALL},
    "checkpoint": {"answered": _answered},
    "map": {"open": _nothing},
    "figure": {"playing": _nothing},
    "leg": {"open": _laid_out},
    "plan": {"form": _nothing},
    "made plan": {"weeks": _nothing},
}
# Widget -> its script and its state.
MADE = {
    **{f"quiz-{question['type']}": ("question", quiz(question)) for question in ALL},
    "checkpoint": ("question", checkpoint(MULTIPLE)),
    "map": ("musclemap", test_musclemap.state()),
    "figure": ("figure", test_figure.state()),
    "leg": ("leg", test_leg.state("soleus")),
    "plan": ("plan", test_plan.STATE),
    "made plan": ("plan", test_plan.DONE),
    "questions": ("screening", state("Screening", cleared=False)),
    "JumpInPlace": (
        "observe",
        test_trials.with_result("JumpInPlace", unit="level", value=2, text="Seen"),
    ),
}
WALK = [
    pytest.param(name, reach, id=f"{name}-{label}")
    for name, states in STATES.items()
    for label, reach in states.items()
]
# Drawn anew for each press, it takes long: its player is walked, the rest is in test_leg.
FIRST = {"leg": 4}
# These open a window of the system, which a page cannot see.
SYSTEM = ("Download", "Choose a CSV", "Calendar", "Table", "Page to print")


def given(name: str) -> tuple[str, dict[str, Any]]:
    """Return a widget's script and state, without chance: a test of two sides begins with any."""
    if name in MADE:
        return MADE[name]
    made = state(name)
    if "protocol" in made:
        sides = made["protocol"]["sides"][:1]
        made = {**made, "protocol": {**made["protocol"], "sides": sides}}
    return WIDGETS[name], made


def controls(page: Page) -> list[str]:
    """Return the names of what can be pressed now, in the order of the page."""
    names: list[str] = page.locator(CONTROLS).evaluate_all(
        """(all) => all.map((one) => {
            if (one.disabled || one.ariaDisabled === 'true') return '';
            if (one.matches('summary')) return 'summary';
            if (one.matches('input')) return one.type;
            return one.getAttribute('aria-label') ?? one.innerText;
        })"""
    )
    return names


def unlike(names: list[str]) -> list[int]:
    """Return where the names are that are worth a walk: of those that are alike, one.

    A name says of what it is behind a colon; boxes and folds are alike, whatever they are for.
    """
    alike: dict[str, int] = {}
    for index, name in enumerate(names):
        if name and not name.startswith(SYSTEM):
            alike.setdefault(name.split(":")[0], index)
    return list(alike.values())


def effect(host: Any, page: Page, act: Callable[[], None]) -> tuple[str, list[Any]]:
    """Press, let a moment pass, and return what is seen and what was sent."""
    before = len(host.sent(page))
    act()
    page.clock.run_for(600)
    sent = [(entry["kind"], sorted(entry.get("body", ()))) for entry in host.sent(page)[before:]]
    return page.evaluate(SEEN), sent


@pytest.mark.parametrize(("name", "reach"), WALK)
def test_each_way_of_pressing_does_the_same_once(make_host, name, reach):
    host = make_host(has_touch=True)
    script, made = given(name)
    page = still_clock(host.open(script, made))
    reach(page)
    names = controls(page)
    assert any(names), "a state without a control is no state to walk"
    for index in unlike(names)[: FIRST.get(name)]:
        label = names[index]
        if label.startswith(("Count one", "Tap on")):  # each press counts: see below
            continue
        found = {}
        for way, press in WAYS.items():
            if way in NO_PRESS.get(label, ()):
                continue
            page.evaluate(AGAIN, [script, made])
            reach(page)
            target = page.locator(CONTROLS).nth(index)
            target.scroll_into_view_if_needed()
            found[way] = effect(host, page, lambda press=press, target=target: press(target))
        for way, seen in found.items():
            assert seen == found["mouse"], f"{label!r} by {way}"


TIMED = (
    "PlankHold-holding",
    "HeelRaiseCount-counting",
    "RestingPulse-tapping",
    "WarmUpRunner-step",
)


@pytest.mark.parametrize(
    ("name", "reach"),
    [case for case in WALK if case.id in (*TIMED, "PlankHold-review", "map-open")],
)
def test_what_is_no_press_does_nothing(make_host, name, reach):
    host = make_host()
    script, made = given(name)
    page = still_clock(host.open(script, made))
    reach(page)
    names = controls(page)
    quiet = effect(host, page, lambda: None)
    for index in unlike(names):
        # With a modifier, a summary and a native button still act on their keys: the browser's own.
        label = names[index]
        for slip, press in SLIPS.items():
            page.evaluate(AGAIN, [script, made])
            reach(page)
            target = page.locator(CONTROLS).nth(index)
            timed = "rm-clock" in (target.get_attribute("class") or "")
            if slip == "ctrl and click" and not timed:
                continue
            if slip == "shift and enter" and not timed and label != "Spine":
                continue
            target.scroll_into_view_if_needed()
            seen = effect(host, page, lambda press=press, target=target: press(target))
            assert seen == quiet, f"{label!r} by {slip}"


# ---- The buttons that are pressed for a clock ----------------------------------


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["HeelRaiseCount", "RestingPulse", "Cadence", "WarmUpRunner"])
def test_one_press_counts_one(make_host, name, way):
    host = make_host(has_touch=True)
    script, made = given(name)
    page = still_clock(host.open(script, made))
    _running(page)
    for times in (1, 2):
        WAYS[way](page.locator(".rm-clock"))
        page.clock.run_for(900)
        face = page.locator(".rm-dial-face").inner_text()
        wanted = {"RestingPulse": "tap", "Cadence": "tap"}.get(name, "")
        assert f"{times} {wanted}".strip() in face.replace("/", " "), face


@pytest.mark.parametrize("way", WAYS)
def test_a_hold_is_stopped_by_every_way_and_has_one_stop(make_host, way):
    host = make_host(has_touch=True)
    script, made = given("PlankHold")
    page = still_clock(host.open(script, made))
    _running(page)
    assert page.get_by_role("button", name="Stop").count() == 1
    assert page.get_by_role("button", name="Cancel").count() == 0
    WAYS[way](page.get_by_role("button", name="Stop"))
    page.get_by_role("heading", name="You held for").wait_for()
    assert len(host.sent(page, "result")) == 1


@pytest.mark.parametrize("name", ["PlankHold", "HeelRaiseCount", "Cadence"])
@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_in_the_count_in_neither_cancels_nor_counts(host, name, key):
    script, made = given(name)
    page = still_clock(host.open(script, made))
    _started(page)
    page.keyboard.press(key)
    page.clock.run_for(500)
    page.locator(".rm-clock").wait_for()
    assert page.locator(".rm-start").count() == 0
    page.clock.run_for(5_000)
    page.locator(".rm-running").wait_for()
    assert host.sent(page) == []


def test_a_held_key_is_one_press(host):
    script, made = given("PushUpCount")
    page = still_clock(host.open(script, made))
    _running(page)
    for _ in range(5):  # a second `down` without an `up` is a repeat
        page.keyboard.down("Space")
        page.clock.run_for(400)
    page.keyboard.up("Space")
    assert page.locator(".rm-clock-time").inner_text() == "1"


@pytest.mark.parametrize("size", [{"width": 360}, {"width": 1000}], ids=["phone", "desk"])
@pytest.mark.parametrize("how", ["mouse", "finger"])
def test_a_double_tap_on_the_clock_gives_no_reason(make_host, size, how):
    host = make_host(has_touch=True, **size)
    script, made = given("PlankHold")
    page = still_clock(host.open(script, made))
    _running(page)
    box = page.locator(".rm-clock").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    press = page.mouse.click if how == "mouse" else page.touchscreen.tap
    press(x, y)
    page.clock.run_for(150)
    shown = page.evaluate(SEEN)
    for step in range(0, 40, 8):
        press(x, y + step)
        page.clock.run_for(20)
    assert page.get_by_label("I chose to stop").is_checked()
    assert page.evaluate(SEEN) == shown
    assert len(host.sent(page, "result")) == 1


@pytest.mark.parametrize("late_ms", [0, 200, 450, 1_200])
def test_a_space_after_the_end_of_a_pulse_goes_nowhere(host, late_ms):
    page = still_clock(host.open(*given("RestingPulse")))
    page.evaluate("document.body.style.minHeight = '5000px'")
    start(page)
    for _ in range(40):
        page.keyboard.press("Space")
        page.clock.run_for(1_000)
        if page.locator(".rm-clock").count() == 0:
            break
    shown = page.evaluate(SEEN)
    place = page.evaluate("scrollY")
    page.clock.run_for(late_ms)
    page.keyboard.press("Space")
    page.clock.run_for(100)
    assert page.evaluate("scrollY") == place
    assert page.evaluate(SEEN) == shown


def _end_hold(page: Page, press: Callable[[], None]) -> None:
    page.clock.run_for(25_000)
    press()


def _end_count(page: Page, press: Callable[[], None]) -> None:
    page.clock.run_for(5_500)
    press()
    page.clock.run_for(1_000)
    page.get_by_role("button", name="Finish").click()


def _end_taps(page: Page, press: Callable[[], None]) -> None:
    for _ in range(60):
        press()
        page.clock.run_for(800)
        if page.locator(".rm-clock").count() == 0:
            return


def _end_drills(page: Page, press: Callable[[], None]) -> None:
    page.clock.run_for(300)
    for _ in range(2):
        press()
        page.clock.run_for(900)


def _end_form(page: Page, press: Callable[[], None]) -> None:
    page.get_by_label("Held").check()
    page.get_by_role("button", name="Save what I saw").focus()
    press()


def _end_reckoning(page: Page, press: Callable[[], None]) -> None:
    page.get_by_label("Distance in 12 minutes").fill("2400")
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("button", name="Keep this result").focus()
    press()


# Widget -> what brings its test to an end.
ENDS = {
    "PlankHold": _end_hold,
    "HeelRaiseCount": _end_count,
    "RestingPulse": _end_taps,
    "Cadence": _end_taps,
    "PaperGrip": _end_form,
    "Cooper": _end_reckoning,
    "two drills": _end_drills,
}
DRILL = {"name": "Hops", "how": ["Up."], "caution": "", "unit": "reps", "side": ""}


@pytest.mark.parametrize("key", ["Space", "Enter", "finger"])
@pytest.mark.parametrize("name", ENDS)
def test_a_press_too_many_at_the_end_of_a_test_goes_nowhere(make_host, name, key):
    host = make_host(has_touch=True)
    script, made = given("WarmUpRunner" if name == "two drills" else name)
    if name == "two drills":
        made = {**made, "steps": [{**DRILL, "amount": 2}]}
    page = still_clock(host.open(script, made))
    page.evaluate("document.body.style.minHeight = '5000px'")
    start(page)
    places = []

    def press() -> None:
        """Press what has the focus, or where the finger was when there is nothing any more."""
        if key != "finger":
            page.keyboard.press(key)
            return
        if page.locator(":focus:is(button)").count() > 0:
            box = page.locator(":focus").bounding_box()
            assert box is not None
            places.append((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        page.touchscreen.tap(*places[-1])

    ENDS[name](page, press)
    page.get_by_role("heading", level=4).first.wait_for()
    shown, place, sent = page.evaluate(SEEN), page.evaluate("scrollY"), len(host.sent(page))
    for after_ms in (0, 20, 230, 200):  # four of them within half a second
        page.clock.run_for(after_ms)
        press()
    assert page.evaluate("scrollY") == place
    assert page.evaluate(SEEN) == shown
    assert len(host.sent(page)) == sent


def test_a_double_press_on_save_does_not_start_the_next_trial(host):
    page = still_clock(host.open(*given("PlankHold")))
    FIRST_ENTRY["PlankHold"][0](page)
    page.clock.run_for(1_000)
    save = page.get_by_role("button", name="Save")
    save.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.locator(".rm-start").wait_for()
    page.clock.run_for(600)
    page.keyboard.press("Enter")
    page.get_by_text("Get into position").first.wait_for()


# ---- The focus is elsewhere ----------------------------------------------------


DIALOG = """() => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.innerHTML = '<button>Dismiss</button>';
    dialog.querySelector('button').addEventListener('click', () => (window.dismissed = true));
    document.body.append(dialog);
    dialog.querySelector('button').focus();
}"""


@pytest.mark.parametrize("name", ["PlankHold", "PushUpCount", "RestingPulse"])
def test_the_first_space_is_the_clocks_when_a_dialog_has_come_up(host, name):
    page = still_clock(host.open(*given(name)))
    _running(page)
    page.evaluate(DIALOG)
    page.keyboard.press("Space")
    page.clock.run_for(100)
    if name == "PlankHold":
        page.get_by_role("heading", name="You held for").wait_for()
    else:
        assert "1" in page.locator(".rm-dial-face").inner_text()
    assert page.evaluate("window.dismissed") is None


@pytest.mark.parametrize(
    "markup", ["<input>", "<textarea></textarea>", "<button>x</button>", "<p contenteditable>x</p>"]
)
def test_keys_for_somebody_else_stay_theirs(host, markup):
    page = still_clock(host.open(*given("PlankHold")))
    _running(page)
    page.evaluate(
        """(markup) => {
            document.querySelector('main').insertAdjacentHTML('beforeend', markup);
            document.querySelector('main').lastElementChild.focus();
        }""",
        markup,
    )
    page.keyboard.press("Space")
    page.clock.run_for(200)
    page.locator(".rm-running").wait_for()


def test_a_space_counts_when_the_focus_is_lost(host):
    page = still_clock(host.open(*given("PlankHold")))
    _running(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    page.get_by_role("heading", name="You held for").wait_for()
