"""What every widget promises, checked over every script in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import HERE, STATIC
from browser.families import (
    FAMILIES,
    FIRST_ENTRY,
    WIDGETS,
    start,
    state,
    still_clock,
)

pytestmark = pytest.mark.browser

SMALL = 60 * 1024
# Scripts with a story of another kind; that of the cards is told in test_moving.
ELSEWHERE = {"cards", "language", "musclemap", "plan", "progress", "question"}
SHOWN = (*FAMILIES, "Log", "ResultsFile", "Screening", "Session")


def scripts() -> list[Path]:
    return sorted(STATIC.glob("*.js"))


def test_every_script_is_tested_somewhere():
    named = {script.stem for script in scripts()}
    rest = named - set(WIDGETS.values()) - ELSEWHERE
    own = {script for script in rest if not (HERE / f"test_{script}.py").exists()}
    assert own == set()
    assert {WIDGETS[name] for name in SHOWN} == set(WIDGETS.values())


@pytest.mark.parametrize("script", scripts(), ids=lambda path: path.stem)
def test_a_script_is_small(script):
    if script.stem == "musclemap":
        pytest.skip("the map carries its drawing")
    assert script.stat().st_size < SMALL


# Words that end on another line than they begin; only the longest may, such as an address.
BROKEN = """() => {
    const broken = [];
    const walk = document.createTreeWalker(document.querySelector('.rm'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        if (node.parentElement.closest('option, select, textarea')) continue;
        for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]{2,20}/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
            if (new Set(tops).size > 1) broken.push(word);
        }
    }
    return broken;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["HeelRaiseCount", "SidePlank", "Log", "ResultsFile", "Screening"])
def test_no_word_is_broken(make_host, name, width):
    host = make_host(width=width)
    page = host.open(WIDGETS[name], state(name, results=True, cleared=name != "Screening"))
    page.get_by_role("heading", level=3).wait_for()
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_accessible_and_never_wider_than_the_page(make_host, name, scheme, width):
    host = make_host(width=width, color_scheme=scheme, reduced_motion="reduce")
    page = host.open(WIDGETS[name], state(name))
    assert host.axe(page) == []
    if page.locator(".rm-start").count():
        start(page)
        assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", WIDGETS)
def test_every_test_is_accessible_on_a_phone(make_host, name):
    host = make_host(width=360)
    page = host.open(WIDGETS[name], state(name))
    page.get_by_role("heading", level=3).wait_for()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", SHOWN)
def test_no_key_leaves_the_widget(host, name):
    page = host.open(WIDGETS[name], state(name))
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    for stage in range(2):
        page.locator(".rm :is(button, input, select, summary)").first.focus()
        for key in ("d", "d", "a", "b", "ArrowDown", "Tab"):
            page.keyboard.press(key)
        if stage == 0 and page.locator(".rm-start").count():
            start(page)
    assert page.evaluate("window.leaked ?? []") == []


@pytest.mark.parametrize("name", FAMILIES)
def test_health_questions_come_first(host, name):
    page = host.open(WIDGETS[name], state(name, cleared=False))
    page.get_by_role("heading", name="Before you start").wait_for()
    assert page.locator(".rm-start").count() == 0
    for question in page.locator("fieldset").all():
        question.get_by_label("No", exact=True).check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.locator(".rm-start").wait_for()
    (entry,) = host.sent(page, "screening")
    assert entry["body"] == {"outcome": "clear"}


@pytest.mark.parametrize("name", FIRST_ENTRY)
def test_what_waits_is_said_and_stored_in_the_end(host, name):
    act, kind = FIRST_ENTRY[name]
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    act(page)
    page.clock.run_for(3_000)
    page.get_by_text("Not stored yet: the notebook is busy").wait_for()
    page.clock.run_for(9_000)
    entries = host.sent(page, kind)
    assert len(entries) >= 3
    assert len({(entry["id"], entry["rev"]) for entry in entries}) == 1
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(5_000)
    page.get_by_text("Stored.").wait_for()
    before = len(host.sent(page, kind))
    page.clock.run_for(20_000)
    assert len(host.sent(page, kind)) == before


@pytest.mark.parametrize("name", FIRST_ENTRY)
def test_a_refusal_is_shown_in_words(host, name):
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    page.evaluate(
        "() => { window.answers = ({id}) =>"
        " ({kind: 'refused', id, sentence: 'The disk is full.'}); }"
    )
    FIRST_ENTRY[name][0](page)
    page.get_by_text("The disk is full.").wait_for()


FILL = """() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
        try { for (;;) localStorage.setItem(`other:${size}:${Math.random()}`, 'x'.repeat(size)); }
        catch { /* no room for so much any more */ }
    }
}"""


@pytest.mark.parametrize("name", ["PlankHold", "RestingPulse", "WarmUpRunner", "Log"])
def test_a_full_browser_keeps_it_in_the_page_and_says_so(host, name):
    act, kind = FIRST_ENTRY[name]
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    page.evaluate(FILL)
    act(page)
    page.get_by_text("this browser keeps no copy. Leave this page open").wait_for()
    page.clock.run_for(9_000)
    first, *again = host.sent(page, kind)
    assert {(entry["id"], entry["rev"]) for entry in again} == {(first["id"], first["rev"])}
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(30_000)
    page.get_by_text("Stored.").or_(page.get_by_text("This change is stored.")).wait_for()
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("name", FIRST_ENTRY)
def test_an_entry_outlives_a_closed_page(host, name):
    act, kind = FIRST_ENTRY[name]
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    act(page)
    sent = host.sent(page, kind)[-1]
    page.close()
    again = host.open(WIDGETS[name], state(name))
    (resent,) = host.sent(again, kind)
    assert (resent["id"], resent["body"]) == (sent["id"], sent["body"])
    again.close()
    third = host.open(WIDGETS[name], state(name))
    assert host.sent(third, kind) == []


@pytest.mark.parametrize("name", SHOWN)
def test_shown_twice_and_closed_leaves_nothing_behind(host, name):
    page = host.open(WIDGETS[name], state(name), views=2)
    assert page.locator("section.rm").count() == 2
    page.evaluate("window.closeWidget()")
    assert page.locator("section.rm").count() == 0
    page.evaluate(
        "['screening', 'problem', 'history', 'rows', 'owner'].forEach("
        "(name) => window.model.set(name, window.model.get(name)))"
    )
    assert host.errors == []
