"""Widgets in another language: what they say comes from the catalogue, and it fits a phone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import running_muscles
from browser.conftest import ORIGIN, STATIC, plain
from browser.families import WIDGETS, sample_store, state, traits
from browser.test_compare import FEET
from browser.test_compare import state as compared
from browser.test_every_widget import BROKEN
from browser.test_examclock import STATE as EXAM
from browser.test_leg import state as running_leg
from browser.test_mechanism import state as mechanism
from browser.test_musclemap import state as muscle_map
from browser.test_plan import DONE as PLAN
from browser.test_progress import STATE as PROGRESS
from browser.test_question import ALL, SINGLE, checkpoint, quiz
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.plan.wishes import Wishes
from running_muscles.translation import script, spoken
from running_muscles.widgets.lesson.claims import ClaimCheck
from running_muscles.widgets.lesson.live_cards import LiveCards
from running_muscles.widgets.lesson.steps import Predict
from running_muscles.widgets.mechanism.widget import MECHANISMS
from translation.pseudo import CLOSES, LANGUAGE, OPENS, catalogue, missed

pytestmark = pytest.mark.browser

MONDAY = date(2026, 11, 23)
STEP = ("05-quadriceps", "quads-guess-brake")
# Every text on the page, and every name that only a screen reader tells.
SPOKEN = """() => [...document.querySelectorAll('.rm')].flatMap((root) => {
    const heard = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (!node.parentElement.closest('style, script, textarea')) heard.push(node.data);
    }
    for (const named of [root, ...root.querySelectorAll('*')]) {
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
            if (named.hasAttribute(name)) heard.push(named.getAttribute(name));
        }
    }
    return heard;
})"""


def pseudo(text: str) -> str:
    return f"{OPENS}{text}{CLOSES}"


PSEUDO = {
    english: {form: pseudo(each) for form, each in german.items()}
    if isinstance(german, dict)
    else pseudo(english)
    for english, german in script.words(LANGUAGE).items()
}


def speak(host: Any, language: str, words: dict[str, Any]) -> None:
    """Let the plain page serve scripts with words before them, as the kernel side does."""

    def serve(route: Any) -> None:
        text = (STATIC / Path(route.request.url).name).read_text(encoding="utf-8")
        catalogue = json.dumps({"lang": language, "words": words})
        body = f"const rmCatalogue={catalogue};\n{text}"
        route.fulfill(body=body, content_type="text/javascript")

    host.context.route(f"{ORIGIN}/static/*.js", serve)


def strings(state: Any) -> set[str]:
    """Every text in a state: what the kernel side says, in whatever language."""
    if isinstance(state, str):
        return {state}
    values = state.values() if isinstance(state, dict) else state if isinstance(state, list) else ()
    return set().union(*(strings(each) for each in values))


def shown(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return every script with a state that makes it say much."""
    store = sample_store(folder / "results.sqlite3", results=True)
    names = ("PlankHold", "SidePlank", "HeelRaiseCount", "Cadence", "PaperGrip", "Cooper")
    rest = ("WarmUpRunner", "Log", "ResultsFile", "Session")
    cleared = [(WIDGETS[name], state(name, results=True)) for name in (*names, *rest)]
    figure = running_muscles.MovementFigure("front_plank")
    return [
        *cleared,
        ("screening", state("Screening", cleared=False)),
        ("screening", state("Screening")),
        ("examclock", EXAM),
        ("mechanism", mechanism("heart")),
        ("musclemap", muscle_map(group="glutes")),
        ("plan", PLAN),
        ("progress", PROGRESS),
        ("compare", compared(running_muscles.Compare(*FEET))),
        ("claims", traits(ClaimCheck(STEP[0], store=store).front)),
        ("step", traits(Predict(*STEP, store).front)),
        ("figure", plain({"figure": figure.figure, "legend": figure.legend})),
        ("review", traits(running_muscles.Review(Store(folder / "review.sqlite3")).front)),
        *(("question", quiz(each)) for each in ALL),
        ("question", checkpoint(SINGLE)),
        ("leg", running_leg()),
        ("language", {**traits(running_muscles.Language()), "spoken": "de"}),
    ]


def test_every_english_word_of_a_widget_comes_from_the_catalogue(make_host, tmp_path):
    host = make_host()
    speak(host, LANGUAGE, PSEUDO)
    told: set[str] = set()
    page = None
    for name, held in shown(tmp_path):
        told |= strings(held)
        if page is None:
            page = host.open(name, held)
        else:
            page.evaluate("([script, state]) => window.show(script, state)", [name, held])
    assert page is not None
    page.evaluate("document.querySelectorAll('.rm details').forEach((each) => (each.open = true))")
    known = letters(" ".join(sorted(told)))
    bare = {rest for heard in page.evaluate(SPOKEN) for rest in unsaid(heard, known)}
    assert bare == set()
    assert page.locator(".rm:not([lang='de'])").count() == 0


def unsaid(heard: str, known: str) -> list[str]:
    """Return what is said outside the catalogue, and is not told by the kernel side."""
    inner = f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}"
    rest = heard
    while re.search(inner, rest):
        rest = re.sub(inner, "\n", rest)
    parts = [part.strip() for part in re.split(r"[\n.:,;()]", rest)]
    return [part for part in parts if letters(part) not in known]


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]+", text)).casefold()


def test_a_language_is_chosen_by_a_button(host):
    spoken_by = ({"code": "en", "name": "English"}, {"code": "de", "name": "Deutsch"})
    said = {"title": "Your language", "spoken": "en", "sentence": "We speak English."}
    page = host.open("language", {**said, "languages": list(spoken_by)})
    page.get_by_role("button", name="English", pressed=True).wait_for()
    page.get_by_role("button", name="Deutsch", pressed=False).press("Enter")
    (asked,) = host.sent(page)
    assert (asked["kind"], asked["body"]) == ("language", {"language": "de"})
    page.evaluate("window.model.set('spoken', 'de')")
    page.evaluate("window.model.set('sentence', 'Deutsch.')")
    page.get_by_role("button", name="Deutsch", pressed=True).wait_for()
    assert page.get_by_role("status").text_content() == "Deutsch."
    assert page.locator(".rm").get_attribute("lang") == "de"
    assert page.evaluate("document.activeElement.textContent") == "Deutsch"
    assert host.axe(page) == []


@pytest.fixture
def german(monkeypatch):
    monkeypatch.setattr(spoken, "_chosen", ["de"])


# Texts and names in elements that are not marked as English.
UNMARKED = SPOKEN.replace(
    "closest('style, script, textarea')", "closest('style, script, textarea, a, cite, [lang=en]')"
).replace("[root, ...root.querySelectorAll('*')]", "[root, ...root.querySelectorAll(':not(a)')]")


def spoken_by_both(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return scripts with states that the kernel side has made in the made-up language."""
    store = sample_store(folder / "results.sqlite3")
    running_muscles.Plan(store)._keep_wishes(Wishes(MONDAY, weeks=4, minutes=20).as_mapping(), 5)
    plan = running_muscles.Plan(store)
    return [
        ("plan", traits(plan.front)),
        ("session", traits(running_muscles.Session(store, day=MONDAY).front)),
        ("claims", traits(ClaimCheck(STEP[0], store=store).front)),
        ("step", traits(Predict(*STEP, store).front)),
        ("review", traits(running_muscles.Review(store).front)),
        ("examclock", EXAM),
        *(("mechanism", traits(running_muscles.Mechanism(name))) for name in MECHANISMS),
        ("compare", compared(running_muscles.Compare(*FEET))),
        ("musclemap", traits(running_muscles.MuscleMap(group="glutes"))),
        ("cards", traits(LiveCards(running_muscles.Exercises("03-core").html))),
        *(("question", quiz(each)) for each in ALL),
        ("leg", {**traits(running_muscles.RunningLeg()), "speed": 3.5}),
        *results_spoken_by_both(folder),
    ]


def results_spoken_by_both(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return the same of tests, of a learner with results of every kind."""
    store = sample_store(folder / "kept.sqlite3", results=True)
    for day, side in ((20, "left"), (21, "right"), (22, "left")):
        at = f"2026-11-{day}T09:00:00+00:00"
        store.record(Result(f"plank-{day}", "side_plank", 41.5, "s", at, side))
        seen = {"ratings": {"card": "held"}, "seen": ["The card under your big toe: Held"]}
        store.record(Result(f"toe-{day}", "paper_grip", 1, "level", at, side, details=seen))
    names = ("SidePlank", "HeelRaiseCount", "Cadence", "PaperGrip", "Cooper", "WarmUpRunner")
    others = ("Log", "ResultsFile", "Screening")
    return [
        *((WIDGETS[name], traits(getattr(running_muscles, name)(store).front)) for name in names),
        *((WIDGETS[name], traits(getattr(running_muscles, name)(store).front)) for name in others),
        ("language", {**traits(running_muscles.Language()), "languages": []}),
    ]


def test_what_stays_english_is_marked(make_host, tmp_path, monkeypatch):
    """A screen reader is told which words are English: every text outside the catalogues."""
    monkeypatch.setattr(spoken, "_chosen", [LANGUAGE])
    monkeypatch.setattr(spoken, "_catalogue", catalogue)
    host = make_host()
    speak(host, LANGUAGE, PSEUDO)
    states = spoken_by_both(tmp_path)
    page = host.open(*states[0])
    for name, held in states[1:]:
        page.evaluate("([script, state]) => window.show(script, state)", [name, held])
    bare = {rest for heard in page.evaluate(UNMARKED) for rest in missed(heard)}
    assert bare == set()


OVERFLOWS = """() => [...document.querySelectorAll('.rm *')].filter((each) =>
    each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1
    && getComputedStyle(each).overflowX !== 'visible'
    && !each.closest('.rm-visually-hidden, [tabindex="0"], svg, textarea')
).map((each) => `${each.className}: ${each.textContent.slice(0, 60)}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_german_fits_a_phone(make_host, german, tmp_path, scheme):
    """A screening, a test, a runner and questions at 360 px: nothing cut off, nothing broken."""
    host = make_host(width=360, color_scheme=scheme, reduced_motion="reduce")
    speak(host, "de", script.words("de"))
    store = sample_store(tmp_path / "results.sqlite3", results=True)
    fresh = Store(tmp_path / "fresh.sqlite3")
    states = [
        ("screening", traits(running_muscles.Screening(fresh).front)),
        ("hold", traits(running_muscles.PlankHold(store).front)),
        ("runner", traits(running_muscles.WarmUpRunner(store).front)),
        *(("question", quiz(each, title=each["type"])) for each in ALL),
    ]
    page = host.open(*states[0])
    for name, held in states[1:]:
        page.evaluate("([script, state]) => window.show(script, state)", [name, held])
    page.get_by_role("heading", name="Bevor du anfängst").wait_for()
    page.get_by_role("heading", name="Unterarmstütz").wait_for()
    assert page.get_by_role("group", name="Hast du manchmal Schmerzen").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(OVERFLOWS) == []
    assert page.evaluate(BROKEN) == []
    assert host.axe(page) == []
