"""The results file in a plain page: download, upload, erase; and the health questions alone."""

from __future__ import annotations

import base64

import pytest

from browser.families import WIDGETS, state

pytestmark = pytest.mark.browser

ANSWER = "() => { window.answers = ({id, kind}) => (window.asked = kind, %s); }"
FILE = (
    "{kind: 'answered', id, name: 'r.csv', mime: 'text/csv', text: 'a,b\\n1,é\\n',"
    " sentence: 'Saved 3 results.'}"
)


def test_a_download_is_the_file_that_the_kernel_made(host, tmp_path):
    page = host.open("results", state("ResultsFile"), clock=False, stored=False)
    page.evaluate(ANSWER % FILE)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download for a spreadsheet").click()
    coming.value.save_as(tmp_path / "r.csv")
    assert coming.value.suggested_filename == "r.csv"
    assert (tmp_path / "r.csv").read_text(encoding="utf-8") == "a,b\n1,é\n"
    page.get_by_text("Saved 3 results.").wait_for()
    (asked,) = host.sent(page)
    assert (asked["kind"], asked["body"]) == ("export", {"format": "csv"})


def test_an_upload_arrives_byte_for_byte(host):
    page = host.open("results", state("ResultsFile"), clock=False, stored=False)
    page.evaluate(ANSWER % "{kind: 'answered', id, sentence: '2 results added.'}")
    content = bytes(range(256)) * 400
    file = {"name": "old.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Choose a CSV or JSON file").set_input_files(file)
    page.get_by_text("2 results added.").wait_for()
    (asked,) = host.sent(page, "upload")
    assert asked["body"]["name"] == "old.json"
    assert base64.b64decode(asked["body"]["base64"]) == content


def test_a_damaged_file_is_refused_in_the_kernels_words(host):
    page = host.open("results", state("ResultsFile"), clock=False, stored=False)
    page.evaluate(ANSWER % "{kind: 'refused', id, sentence: 'old.csv, line 3: not a number.'}")
    file = {"name": "old.csv", "mimeType": "text/csv", "buffer": b"x"}
    page.get_by_label("Choose a CSV or JSON file").set_input_files(file)
    page.locator(".rm-files-news.rm-problem").filter(has_text="old.csv, line 3").wait_for()


def test_a_huge_file_is_not_even_sent(host):
    page = host.open("results", state("ResultsFile"), clock=False, stored=False)
    file = {"name": "film.csv", "mimeType": "text/csv", "buffer": b"x" * 7_000_001}
    page.get_by_label("Choose a CSV or JSON file").set_input_files(file)
    page.get_by_text("too large").wait_for()
    assert host.sent(page) == []


def test_a_busy_notebook_is_named(host):
    page = host.open("results", state("ResultsFile"), stored=False)
    page.get_by_role("button", name="Download for another computer").click()
    page.clock.run_for(2_000)
    page.get_by_text("The notebook is busy").wait_for()


def test_erasing_asks_twice(host):
    page = host.open("results", state("ResultsFile"), stored=False)
    page.evaluate(ANSWER % "{kind: 'answered', id, sentence: 'Deleted 3 results.'}")
    page.get_by_role("button", name="Delete all my results").click()
    page.get_by_text("This deletes 3 results").wait_for()
    page.get_by_role("button", name="Yes, go on").click()
    page.get_by_role("button", name="Keep everything").click()
    page.get_by_text("Nothing was deleted.").wait_for()
    assert host.sent(page) == []
    page.keyboard.press("Enter")  # the focus is back on the first button
    for name in ("Yes, go on", "Delete everything"):
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
    page.get_by_text("Deleted 3 results.").wait_for()
    (asked,) = host.sent(page)
    assert asked["kind"] == "erase"


def answer_all(page, **yes):
    """Answer no to every health question but those that hold the words given."""
    for question in page.locator("fieldset").all():
        asked = question.inner_text()
        said = "Yes" if any(words in asked for words in yes.values()) else "No"
        question.get_by_label(said, exact=True).check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()


def test_a_yes_says_whom_to_see_what_to_say_and_what_is_fine(host):
    page = host.open("screening", state("Screening", cleared=False))
    answer_all(page, illness="diabetes", sign="swell")
    page.get_by_role("heading", name="Please talk to a health professional first").wait_for()
    steps = page.locator(".rm-next-step")
    assert steps.count() == 2
    # What cannot wait comes first.
    assert "swell" in steps.first.inner_text()
    assert "insulin" in steps.last.inner_text()
    for words in ("Whom to see", "What to tell or ask", "What is still fine today"):
        assert words in steps.first.inner_text()
    assert host.sent(page) == []


def test_who_answered_an_older_version_is_told_why_and_a_yes_is_kept(host):
    old = state("Screening", cleared=False)
    page = host.open("screening", {**old, "screening": {**old["screening"], "again": True}})
    page.get_by_text("They cover more now").wait_for()
    answer_all(page, sign="swell")
    page.get_by_role("heading", name="Please talk to a health professional first").wait_for()
    assert [entry["body"]["outcome"] for entry in host.sent(page)] == [""]


def test_over_45_and_unaccustomed_begins_gently(host):
    page = host.open("screening", state("Screening", cleared=False))
    answer_all(page, habit="over 45")
    page.get_by_role("heading", name="Begin gently").wait_for()
    page.get_by_role("button", name="I will begin gently").click()
    page.get_by_text("All tests but the hard ones").wait_for()
    outcomes = [entry["body"]["outcome"] for entry in host.sent(page)]
    assert outcomes == ["clear for gentle exercise"]


@pytest.mark.parametrize(
    ("name", "hard"), [("PulseRecovery", True), ("Cooper", True), ("RestingPulse", False)]
)
def test_hard_tests_stay_closed_to_those_who_begin_gently(host, name, hard):
    gentle = state(name)
    gentle = {
        **gentle,
        "screening": {**gentle["screening"], "outcome": "clear for gentle exercise"},
    }
    page = host.open(WIDGETS[name], gentle)
    if hard:
        page.get_by_text("This is a hard test").wait_for()
        assert page.locator(".rm-start").count() == 0
    else:
        page.locator(".rm-start").wait_for()


def test_health_questions_can_be_answered_afresh(host):
    page = host.open("screening", state("Screening"))
    page.get_by_text("You answered no to every health question").wait_for()
    page.get_by_role("button", name="My health has changed").click()
    for question in page.locator("fieldset").all()[1:]:
        question.get_by_label("No", exact=True).check()
    page.locator("fieldset").first.get_by_label("Yes").check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Please talk to a health professional first").wait_for()
    assert [entry["body"]["outcome"] for entry in host.sent(page)] == [""]
    page.get_by_role("button", name="A health professional has told me").click()
    page.get_by_text("A health professional has told you").wait_for()
    outcomes = [entry["body"]["outcome"] for entry in host.sent(page)]
    assert outcomes == ["", "cleared by a professional"]


def test_where_results_go_away_it_reminds_until_a_file_is_taken(host):
    leaving = {**state("ResultsFile"), "lasts": "visit", "left": 2}
    page = host.open("results", leaving, clock=False, stored=False)
    warning = page.locator(".rm-problem").filter(has_text="goes when you leave")
    warning.filter(has_text="2 results").wait_for()
    page.evaluate("window.model.set('left', 0)")
    warning.wait_for(state="detached")
