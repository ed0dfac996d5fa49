"""A kernel that is busy, gone, started anew, or behind a lost connection: each in its own words."""

from __future__ import annotations

import pytest

from browser.families import FIRST_ENTRY, WIDGETS, start, state, still_clock
from browser.test_question import SINGLE, checkpoint, quiz

pytestmark = pytest.mark.browser

DEAD = "() => { window.model.send = () => { throw new Error('Cannot send'); }; }"
# What JupyterLab's page knows of its kernel, under the test's control.
KERNEL = """() => {
    const signal = () => {
        const slots = new Set();
        return {connect: (slot) => slots.add(slot), disconnect: (slot) => slots.delete(slot),
            emit: () => slots.forEach((slot) => slot())};
    };
    window.kernel = {id: 'k', status: 'idle', connectionStatus: 'connected', isDisposed: false,
        statusChanged: signal(), connectionStatusChanged: signal()};
    window.widgetManager = {kernel: window.kernel};
}"""
TURNS = {
    "gone": "kernel.status = 'dead'; kernel.statusChanged.emit()",
    "restarted": "kernel.status = 'restarting'; kernel.statusChanged.emit();"
    "kernel.status = 'idle'; kernel.statusChanged.emit()",
    "away": "kernel.connectionStatus = 'connecting'; kernel.connectionStatusChanged.emit()",
}
WORDS = {
    "gone": "the notebook has stopped",
    "restarted": "the notebook was restarted",
    "away": "the connection to the notebook is lost",
}


def with_kernel(host, script, given):
    host.context.add_init_script(f"({KERNEL})()")
    return still_clock(host.open(script, given, stored=False))


@pytest.mark.parametrize("name", FIRST_ENTRY)
def test_a_dead_line_stops_nothing_and_is_called_by_its_name(host, name):
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    page.evaluate(DEAD)
    FIRST_ENTRY[name][0](page)
    page.clock.run_for(3_000)
    page.get_by_text("Saved in this browser").wait_for()
    assert page.get_by_text("is busy").count() == 0
    assert host.errors == []
    page.get_by_role("button", name="Wake this page up").wait_for()


def test_stop_leads_to_the_rating_with_a_dead_kernel(host):
    page = still_clock(host.open("hold", state("PlankHold"), stored=False))
    start(page)
    page.clock.run_for(25_000)
    page.evaluate(DEAD)
    page.locator(".rm-clock").click()
    page.get_by_role("heading", name="You held for 20.0 s").wait_for()
    page.get_by_label("7", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".rm-start").wait_for()
    page.close()
    again = host.open("hold", state("PlankHold"))
    (kept,) = host.sent(again, "result")
    assert (kept["body"]["value"], kept["body"]["effort"]) == (20.0, 7)


@pytest.mark.parametrize("turn", TURNS)
def test_each_state_has_its_words_and_the_right_way_out(host, turn):
    page = with_kernel(host, "hold", state("PlankHold"))
    FIRST_ENTRY["PlankHold"][0](page)
    page.clock.run_for(2_000)
    page.get_by_text("Not stored yet: the notebook is busy").wait_for()
    page.evaluate(TURNS[turn])
    page.get_by_text(WORDS[turn]).wait_for()
    page.get_by_text("Saved in this browser").wait_for()
    wakes = page.get_by_role("button", name="Wake this page up").count()
    assert wakes == (0 if turn == "away" else 1)


def test_a_connection_that_is_back_sends_at_once(host):
    page = with_kernel(host, "hold", state("PlankHold"))
    FIRST_ENTRY["PlankHold"][0](page)
    page.evaluate(TURNS["away"])
    page.clock.run_for(120_000)
    page.evaluate("window.acknowledgeAll()")
    page.evaluate("kernel.connectionStatus = 'connected'; kernel.connectionStatusChanged.emit()")
    page.get_by_text("Stored.").wait_for()


def test_a_kernel_that_is_busy_and_idle_in_turn_is_not_flooded(host):
    page = with_kernel(host, "hold", state("PlankHold"))
    FIRST_ENTRY["PlankHold"][0](page)
    before = len(host.sent(page))
    for _ in range(20):
        page.evaluate("kernel.status = 'busy'; kernel.statusChanged.emit()")
        page.evaluate("kernel.status = 'idle'; kernel.statusChanged.emit()")
    assert len(host.sent(page)) == before


def test_the_button_names_the_menu_unless_somebody_wakes_the_page(host):
    page = still_clock(host.open("hold", state("PlankHold"), stored=False))
    page.evaluate(DEAD)
    FIRST_ENTRY["PlankHold"][0](page)
    wake = page.get_by_role("button", name="Wake this page up")
    wake.click()
    page.get_by_text("Run All Cells in the menu").wait_for()
    page.evaluate(
        "document.addEventListener('running-muscles:wake',"
        " (event) => { window.woken = true; event.preventDefault(); })"
    )
    wake.click()
    page.get_by_text("Waking up").wait_for()
    assert page.evaluate("window.woken")


@pytest.mark.parametrize("turn", TURNS)
def test_a_checkpoint_does_not_call_a_dead_kernel_busy(host, turn):
    page = with_kernel(host, "question", checkpoint(SINGLE))
    page.get_by_label("The sky's").check()
    page.evaluate(TURNS[turn])
    page.get_by_role("button", name="Check").click()
    page.get_by_text(WORDS[turn], exact=False).first.wait_for()
    page.clock.run_for(60_000)
    assert page.get_by_text("is busy").count() == 0
    assert page.get_by_label("The sky's").is_checked()


def test_a_checkpoint_whose_kernel_dies_while_it_is_waited_for_says_so(host):
    page = with_kernel(host, "question", checkpoint(SINGLE))
    page.get_by_label("The sky's").check()
    page.get_by_role("button", name="Check").click()
    page.clock.run_for(5_000)
    page.get_by_text("will be checked when it is free").wait_for()
    page.evaluate(TURNS["gone"])
    page.get_by_text("nobody can check this now").wait_for()
    page.get_by_role("button", name="Wake this page up").wait_for()


def test_a_quiz_answer_with_a_dead_kernel_is_saved_in_the_browser(host):
    page = still_clock(host.open("question", quiz(SINGLE), stored=False))
    page.evaluate(DEAD)
    page.get_by_label("The sky's").check()
    page.clock.run_for(2_000)
    page.get_by_text("Saved in this browser").wait_for()
    page.get_by_role("button", name="Wake this page up").wait_for()


def test_a_request_to_a_dead_kernel_is_answered_in_words(host):
    page = still_clock(host.open("results", state("ResultsFile"), stored=False))
    page.evaluate(DEAD)
    page.get_by_role("button", name="Download for a spreadsheet").click()
    page.get_by_text("cannot be done now").wait_for()


# ---- For now, for good -----------------------------------------------------------


REFUSED = """(forGood) => { window.answers = ({id, rev}) =>
    ({kind: 'refused', id, rev, sentence: 'This cannot be.', for_good: forGood}); }"""


@pytest.mark.parametrize("name", FIRST_ENTRY)
def test_refused_for_good_is_shown_and_never_sent_again(host, name):
    act, kind = FIRST_ENTRY[name]
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    page.evaluate(REFUSED, True)
    act(page)
    page.locator(".rm-refused").get_by_text("This cannot be.").wait_for()
    before = len(host.sent(page, kind))
    page.clock.run_for(180_000)
    assert len(host.sent(page, kind)) == before
    page.get_by_role("button", name="I have read this").click()
    assert page.locator(".rm-refused").count() == 0


def test_a_refused_result_shows_its_value_also_after_a_reload_and_frees_its_trial(host):
    page = still_clock(host.open("hold", state("PlankHold"), stored=False))
    page.evaluate(REFUSED, True)
    FIRST_ENTRY["PlankHold"][0](page)
    page.get_by_text("Front plank: 20 s").wait_for()
    page.close()
    again = host.open("hold", state("PlankHold"))
    again.get_by_text("Front plank: 20 s").wait_for()
    again.get_by_text("Trial 1 of 3 today").wait_for()
    assert host.sent(again, "result") == []


def test_a_refused_answer_is_not_called_saved(host):
    stored = {"value": "coal", "at": "2026-01-01T10:00:00.000Z"}
    page = host.open("question", quiz(SINGLE, answer=stored), stored=False)
    page.evaluate(REFUSED, True)
    page.get_by_label("The sky's").check()
    page.get_by_text("Not saved.").wait_for()
    page.get_by_text("Your answer: The sky's").wait_for()
    page.get_by_role("button", name="I have read this").click()
    assert page.get_by_label("That of <b>coal</b>").is_checked()


def test_refused_for_now_waits_with_pauses_that_grow(host):
    page = still_clock(host.open("hold", state("PlankHold"), stored=False))
    page.evaluate(REFUSED, False)
    FIRST_ENTRY["PlankHold"][0](page)
    page.clock.run_for(600_000)
    assert 5 <= len(host.sent(page, "result")) <= 16
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(60_000)
    page.get_by_text("Stored.").wait_for()
