"""The plan builder in a plain page: from the health questions to files on the disk."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from running_muscles.plan.export import as_csv, as_ics
from running_muscles.plan.page import as_page
from running_muscles.plan.weeks import make_plan
from running_muscles.plan.wishes import Wishes
from running_muscles.widgets.plan import view as plan_view

pytestmark = pytest.mark.browser

WISHES = Wishes(date(2026, 11, 23), weeks=5, pain=("shoulder",), goals=("faster",), minutes=45)
STATE = {
    "choices": plan_view.choices(),
    "wishes": Wishes(date(2026, 11, 23)).as_mapping(),
    "plan": {},
    "files": {},
    "screening": {
        "questions": ["Heart?", "Chest pain?"],
        "stop_rules": ["Pain"],
        "outcome": "clear",
    },
    "owner": "test-owner",
    "problem": "",
}


def made(wishes=WISHES, rev=1):
    plan = make_plan(wishes)
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return {
        "wishes": wishes.as_mapping(),
        "files": {"ics": as_ics(plan, at), "csv": as_csv(plan), "html": as_page(plan)},
        "plan": {**plan_view.view(plan), "rev": rev},
    }


DONE = {**STATE, **made()}


def answer(page, entry):
    """Do as the kernel does: make the plan that was asked for."""
    for name, value in made(Wishes.from_mapping(entry["body"]), entry["rev"]).items():
        page.evaluate("([name, value]) => window.model.set(name, value)", [name, value])


def test_story_by_mouse(host):
    page = host.open("plan", STATE)
    page.get_by_role("group", name="Does anything hurt").get_by_label("Knee").check()
    page.get_by_label("Pregnant").check()
    page.get_by_label("Run longer").check()
    page.get_by_label("Tuesday").select_option("easy")
    page.get_by_label("Sunday").select_option("hard")
    page.get_by_label("Minutes for strength").fill("90")
    page.get_by_label("Weeks", exact=True).fill("6")
    page.get_by_label("Start in the week of").fill("2026-12-01")
    page.get_by_label("Firm chair").check()
    page.get_by_label("Two strength days").check()
    page.get_by_role("button", name="Make my plan").click()
    (entry,) = host.sent(page, "plan")
    assert entry["id"] == "plan"
    assert entry["body"] == {
        "start": "2026-12-01",
        "weeks": 6,
        "minutes": 90,
        "runs": ["", "easy", "", "", "", "", "hard"],
        "goals": ["longer"],
        "equipment": ["chair"],
        "pain": ["knee"],
        "in_a_row": True,
        "conditions": ["pregnancy"],
    }
    answer(page, entry)
    heading = page.get_by_role("heading", name="Your 6 weeks")
    heading.wait_for()
    assert heading.evaluate("(node) => node === document.activeElement")
    page.get_by_text("Knee hurts.").wait_for()
    assert not page.get_by_role("button", name="Make my plan").is_visible()
    assert page.get_by_role("listitem").filter(has_text="Monday 30 Nov").count() == 1


def test_story_by_keyboard_alone(host):
    page = host.open("plan", STATE)
    page.get_by_text("What the plan should know").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first place that may hurt
    page.get_by_label("Saturday").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.get_by_label("Weight").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Make my plan"
    page.keyboard.press("Enter")
    (entry,) = host.sent(page, "plan")
    assert entry["body"]["pain"] == ["foot"]
    assert entry["body"]["runs"][5] == "hard"
    answer(page, entry)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Next week":
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Week 2").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    opened = page.locator("details.rm-dose[open]")
    opened.get_by_text("The dose").wait_for()


def test_weeks_can_be_turned_and_the_ends_keep_the_focus(host):
    page = host.open("plan", DONE)
    before, after = (page.get_by_role("button", name=name) for name in ("Week before", "Next week"))
    assert before.is_disabled()
    for number in (2, 3, 4, 5):
        after.press("Enter")
        page.get_by_role("heading", name=f"Week {number} ").wait_for()
    assert after.is_disabled()
    assert before.evaluate("(node) => node === document.activeElement")
    page.get_by_label("Choose a week").select_option(index=3)
    page.get_by_role("heading", name="lighter week").wait_for()


def test_it_opens_at_the_week_that_is_now(host):
    page = host.open("plan", STATE)
    page.clock.set_fixed_time(datetime(2026, 12, 9, 12))
    for name, value in made().items():
        page.evaluate("([name, value]) => window.model.set(name, value)", [name, value])
    page.get_by_role("heading", name="Week 3 · 7 Dec to 13 Dec").wait_for()


def test_week_shows_runs_rest_and_every_exercise_of_a_session(host):
    page = host.open("plan", DONE)
    days = page.locator(".rm-day")
    assert days.count() == 7
    week = DONE["plan"]["weeks"][0]
    for index, day in enumerate(week["days"]):
        text = days.nth(index).inner_text()
        assert day["name"] in text
        if day["session"] is None:
            assert (day["run"] or "Rest") in text
            continue
        for dose in day["session"]["doses"]:
            assert f"{DONE['plan']['exercises'][dose['exercise']]['name']}: {dose['dose']}" in text


@pytest.mark.parametrize(
    ("button", "key", "name"),
    [
        ("Calendar (.ics)", "ics", "strength-plan.ics"),
        ("Table (.csv)", "csv", "strength-plan.csv"),
        ("Page to print", "html", "strength-plan.html"),
    ],
)
def test_files_are_saved_as_they_were_made(host, tmp_path, button, key, name):
    page = host.open("plan", DONE)
    page.evaluate(
        "() => { window.answers = ({ id, kind }) => kind === 'page' "
        "? { kind: 'answered', id, html: '<!doctype html>drawn' } : null }"
    )
    with page.expect_download() as caught:
        page.get_by_role("button", name=button).press("Enter")
    assert caught.value.suggested_filename == name
    caught.value.save_as(tmp_path / name)
    drawn = "<!doctype html>drawn" if key == "html" else DONE["files"][key]
    assert (tmp_path / name).read_bytes() == drawn.encode()
    page.get_by_text(f"Saved as {name}.").wait_for(state="attached")


def test_a_page_that_nobody_can_draw_is_saved_without_pictures(host, tmp_path):
    page = host.open("plan", DONE)
    page.evaluate("() => { window.answers = ({ id }) => ({ kind: 'refused', id, sentence: '' }) }")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Page to print").click()
    caught.value.save_as(tmp_path / "plan.html")
    assert (tmp_path / "plan.html").read_bytes() == DONE["files"]["html"].encode()
    page.get_by_text("without its pictures").wait_for(state="attached")


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Minutes for strength", "5", "whole minutes from 20 to 300"),
        ("Minutes for strength", "", "whole minutes from 20 to 300"),
        ("Weeks", "13", "whole weeks from 4 to 12"),
        ("Start in the week of", "", "a day to start"),
    ],
)
def test_a_wrong_number_is_told_and_nothing_is_sent(host, label, value, words):
    page = host.open("plan", STATE)
    page.get_by_label(label, exact=label == "Weeks").fill(value)
    page.get_by_role("button", name="Make my plan").click()
    page.get_by_role("alert").filter(has_text=words).wait_for()
    assert host.sent(page) == []


def test_health_questions_come_first(host):
    fresh = {**STATE, "screening": {**STATE["screening"], "outcome": ""}}
    page = host.open("plan", fresh)
    assert page.get_by_role("button", name="Make my plan").count() == 0
    for question in ("Heart?", "Chest pain?"):
        page.get_by_role("group", name=question).get_by_label("No").check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Make my plan").wait_for()
    (entry,) = host.sent(page, "screening")
    assert entry["body"] == {"outcome": "clear"}


def test_a_yes_leads_to_advice_and_no_plan(host):
    page = host.open("plan", {**STATE, "screening": {**STATE["screening"], "outcome": ""}})
    page.get_by_role("group", name="Heart?").get_by_label("Yes").check()
    page.get_by_role("group", name="Chest pain?").get_by_label("No").check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Please talk to a health professional first").wait_for()
    assert page.get_by_role("button", name="Make my plan").count() == 0


def test_no_plan_of_a_learner_with_chest_pain_offers_a_file(host):
    none = made(Wishes(date(2026, 11, 23), pain=("chest",)))
    page = host.open("plan", {**STATE, **none})
    page.get_by_text("Please do not train now.").wait_for()
    page.get_by_role("heading", name="No plan for now").wait_for()
    assert page.get_by_role("button", name="Calendar").count() == 0
    assert page.locator(".rm-day").count() == 0


def test_waiting_is_shown_survives_a_closed_page_and_ends(host):
    page = host.open("plan", STATE, stored=False)
    page.get_by_label("Run faster").check()
    page.get_by_role("button", name="Make my plan").click()
    page.clock.run_for(3_000)
    page.get_by_text("Not ready yet: the notebook is busy").wait_for()
    page.close()
    again = host.open("plan", STATE)
    (entry,) = host.sent(again, "plan")
    assert entry["body"]["goals"] == ["faster"]
    answer(again, entry)
    again.get_by_role("heading", name="Your 8 weeks").wait_for()
    again.clock.run_for(2_000)
    assert again.get_by_text("Not ready yet").count() == 0


def test_unanswered_wishes_are_still_in_the_form(host):
    page = host.open("plan", STATE, stored=False)
    page.get_by_label("Run faster").check()
    page.get_by_role("button", name="Make my plan").click()
    page.close()
    again = host.open("plan", STATE, stored=False)
    assert again.get_by_label("Run faster").is_checked()


def test_a_refusal_is_shown_in_words(host):
    page = host.open("plan", STATE, stored=False)
    page.evaluate(
        "() => {window.answers = (e) => "
        "({kind: 'refused', id: e.id, sentence: 'The disk is full.'})}"
    )
    page.get_by_role("button", name="Make my plan").click()
    page.get_by_text("The disk is full.").wait_for()


def test_a_problem_of_the_file_is_shown(host):
    page = host.open("plan", {**STATE, "problem": "Your results file cannot be used."})
    page.get_by_text("Your results file cannot be used.").wait_for()


def test_new_wishes_are_newer_even_if_the_clock_was_set_back(host):
    future = json.loads(json.dumps(DONE))
    future["plan"]["rev"] = 9_000_000_000_000
    page = host.open("plan", future)
    page.get_by_text("What the plan should know").click()
    page.get_by_role("button", name="Make my plan").click()
    (entry,) = host.sent(page, "plan")
    assert entry["rev"] == 9_000_000_000_001


def test_keys_do_not_leave_the_widget(host):
    page = host.open("plan", DONE)
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    page.get_by_role("button", name="Next week").focus()
    for key in ("d", "d", "a", "Enter", "Tab", "Space"):
        page.keyboard.press(key)
    assert page.evaluate("window.leaked ?? []") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, scheme, width):
    host = make_host(width=width, color_scheme=scheme, reduced_motion="reduce")
    page = host.open("plan", STATE)
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
    page = host.open("plan", DONE)
    page.locator(".rm-dose summary").first.click()
    page.get_by_text("Good to know").click()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        "[...document.querySelectorAll('button, select, .rm-dose > summary')]"
        ".filter((e) => e.offsetParent && e.getBoundingClientRect().height < 40)"
        ".map((e) => e.textContent)"
    )
    assert small == []


def test_after_everything_is_erased_the_form_is_there_again(host):
    page = host.open("plan", DONE)
    page.evaluate("window.model.set('plan', {})")
    page.get_by_role("button", name="Make my plan").wait_for()
    assert page.locator(".rm-day").count() == 0
