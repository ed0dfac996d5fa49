"""One widget of each family in a real JupyterLab: its result is stored, and the log hears of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.lab

NAMES = ("PushUpCount", "RestingPulse", "PaperGrip", "Cooper", "PullDrills", "Log")


@pytest.fixture(scope="module")
def page(lab):
    lab.clear()
    lab.write_notebook(
        "families.ipynb", "import running_muscles as rm", *map("rm.{}()".format, NAMES)
    )
    page = lab.open("families.ipynb")
    yield page
    page.close()


def widget(page: Page, title: str) -> Locator:
    found = page.locator(f'section.rm[aria-label="{title}"]')
    found.scroll_into_view_if_needed()
    return found


def kept(lab, page: Page, test: str):
    lab.poll(page, lambda: lab.store.results(test) != (), f"no result of {test} came")
    (result,) = lab.store.results(test)
    return result


def test_count(lab, page):
    push_up = widget(page, "Push-up count")
    push_up.locator(".rm-start").click()
    counter = push_up.get_by_role("button", name="Count one")
    expect(counter).to_be_enabled()
    counter.click()
    push_up.get_by_role("button", name="Finish").click()
    push_up.get_by_label("Repetitions that count").fill("14")
    push_up.get_by_role("button", name="Save").click()
    lab.poll(page, lambda: [r.value for r in lab.store.results("push_up")] == [14], "not kept")


def test_tap(lab, page):
    pulse = widget(page, "Resting pulse")
    pulse.locator(".rm-start").click()
    pulse.get_by_role("button", name="Type it in instead").click()
    pulse.get_by_label("Your pulse in beats a minute").fill("58")
    page.keyboard.press("Enter")
    assert kept(lab, page, "resting_hr").value == 58


def test_observe(lab, page):
    grip = widget(page, "Paper grip")
    grip.locator(".rm-start").click()
    grip.get_by_label("Held").check()
    grip.get_by_role("button", name="Save what I saw").click()
    details = kept(lab, page, "paper_grip").details
    assert details["ratings"] == {"card": "held"}
    assert details["seen"] == ["The card under your big toe: Held"]
    expect(grip.locator(".rm-results table")).to_contain_text("Held")


def test_calculate(lab, page):
    run = widget(page, "Cooper twelve-minute run")
    run.locator(".rm-start").click()
    run.get_by_label("Distance in 12 minutes").fill("2400")
    page.keyboard.press("Enter")
    run.get_by_role("button", name="Keep this result").click()
    assert kept(lab, page, "cooper_12min").value == 2400


def test_runner(lab, page):
    drills = widget(page, "Pull drills")
    drills.locator(".rm-start").click()
    for _ in range(5 * 3):  # each of five drills: left, right, then bounces
        drills.get_by_role("button", name="Next").click()
    expect(drills.get_by_role("heading", name="Well done")).to_be_visible()
    lab.poll(page, lambda: lab.store.setting("runner:pull_drills") is not None, "not remembered")


def test_the_log_heard_of_all_and_mends_and_hands_out(lab, page, tmp_path):
    log = widget(page, "Your results")
    expect(log.locator("tbody tr")).to_have_count(4)
    log.get_by_role("button", name="Delete: Paper grip").click()
    lab.poll(page, lambda: len(lab.store.results()) == 3, "not deleted")
    log.get_by_role("button", name="Undo").click()
    lab.poll(page, lambda: len(lab.store.results()) == 4, "not brought back")
    log.get_by_text("Download or upload").click()
    with page.expect_download() as coming:
        log.get_by_role("button", name="Download for a spreadsheet").click()
    coming.value.save_as(tmp_path / "mine.csv")
    assert "cooper_12min" in (tmp_path / "mine.csv").read_text(encoding="utf-8")
    log.get_by_label("Choose a CSV or JSON file").set_input_files(tmp_path / "mine.csv")
    expect(log.locator(".rm-files-news")).to_contain_text("4 results stayed as they were")
