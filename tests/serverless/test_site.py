"""The site without a server: a lesson is alive by itself, and what was measured stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.chromium import FLAGS, chromium_path
from project import keys
from serverless import packages
from serverless.conftest import SITE
from serverless.visit import PATIENCE_MS, PLANK, Visit, hold_and_save, start_plank

pytestmark = pytest.mark.lab

ERROR = ", ".join(
    f'[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("stderr", "error")
)
MOST_BYTES = 50_000_000
# Holds the browser's file of results open, as a tab does that writes; a page itself may not.
HOLDER = """
let held = [];
onmessage = async ({ data }) => {
  const folder = await navigator.storage.getDirectory();
  if (data === "hold") {
    const file = await folder.getFileHandle("results.sqlite3", { create: true });
    for (let tries = 0; held.length === 0 && tries < 500; tries += 1) {
      try { held.push(await file.createSyncAccessHandle()); }
      catch { await new Promise((done) => setTimeout(done, 10)); }
    }
  } else held.splice(0).forEach((one) => one.close());
  postMessage(held.length);
};
"""
ASK_HOLDER = """([script, word]) => new Promise((done) => {
  window.holder ??= new Worker(URL.createObjectURL(new Blob([script])));
  window.holder.onmessage = ({ data }) => done(data);
  window.holder.postMessage(word);
})"""


def results_of(visit: Visit) -> list[dict[str, object]]:
    """Every result that the start page hands out."""
    page = visit.open("00-start-here")
    with page.expect_download() as downloading:
        page.get_by_role("button", name=re.compile("JSON")).first.click()
    data = json.loads(Path(downloading.value.path()).read_text("utf-8"))
    page.close()
    results: list[dict[str, object]] = data["results"]
    return results


def test_it_is_small_and_holds_no_key(site):
    files = [path for path in site.rglob("*") if path.is_file()]
    # The documentation lies beside the course: no lesson fetches it.
    files = [path for path in files if not path.is_relative_to(site / "docs")]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    lessons = list(site.glob("files/*.ipynb"))
    assert len(lessons) == 13
    for path in lessons:
        assert not keys.questions_in(path.name, path.read_bytes()), path
    ours = [file for file in packages.files(site) if file[0].startswith("running_muscles/")]
    assert len(ours) > 100
    for name, content in ours:
        assert not keys.questions_in(name, content), name


def test_the_first_page_leads_to_every_lesson(site):
    front = (site / "index.html").read_text("utf-8")
    lessons = re.findall(r'href="notebooks/index\.html\?path=([\w-]+\.ipynb)"', front)
    assert sorted(lessons) == sorted(path.name for path in (site / "files").glob("[0-9]*.ipynb"))
    assert len(lessons) == 13
    assert "http" not in re.sub(r"xmlns=['\"][^'\"]+", "", front)


def test_a_lesson_reads_at_once_and_wakes_up_and_keeps_what_was_measured(visit):
    page = visit.open("03-core", alive=False)
    expect(page.locator("#rm-text h1")).to_have_text("Core")
    assert page.locator(".jp-Notebook").count() == 0, "the text came after JupyterLite"
    (python,) = page.workers
    assert "/static/comlink.worker." in python.url
    visit.wait(page)
    assert page.workers == [python], "Python was started twice"
    expect(page.locator("#rm-text")).to_have_count(0)
    expect(hold_and_save(page)).to_contain_text("Stored")
    page.reload()
    visit.wait(page)
    expect(page.locator(PLANK).locator(".rm-tiles")).to_contain_text("s")
    page.close()
    (result,) = results_of(visit)
    assert result["value"] >= 0.5


@pytest.mark.parametrize("width", [360, 1200])
def test_a_reader_stays_where_they_read_when_the_lesson_takes_over(visit, width):
    page = visit.open("03-core", alive=False, width=width)
    heading = page.locator("#rm-text h2", has_text="Stability and strength")
    heading.evaluate("(heading) => heading.scrollIntoView()")
    page.locator("#rm-text").evaluate("(text) => text.scrollBy(0, -70)")
    before = heading.bounding_box()["y"]
    page.locator("#rm-text").wait_for(state="detached")
    visit.wait(page)
    own = page.locator(".jp-RenderedMarkdown h2", has_text="Stability and strength")
    bars = page.locator(".jp-WindowedPanel-outer").bounding_box()["y"]
    assert own.bounding_box()["y"] == pytest.approx(max(before, bars + 8), abs=3)
    page.close()


def test_a_text_leads_to_the_other_lessons_as_the_lesson_does(site):
    texts = {
        path.relative_to(site / "texts").with_suffix(".ipynb").as_posix(): path.read_text("utf-8")
        for path in site.rglob("texts/**/*.html")
    }
    there = {path.relative_to(site / "files").as_posix() for path in site.rglob("files/**/*.ipynb")}
    assert texts.keys() == there
    for text in texts.values():
        linked = re.findall(r'href="(?!https?:|#)([^"]*)"', text)
        assert {name.removeprefix("index.html?path=") for name in linked} <= there
        assert "<h1" in text
        assert "<script" not in text


def test_python_that_was_started_anew_is_brought_back_with_one_button(visit):
    page = visit.open("03-core")
    page.get_by_role("menuitem", name="Kernel").click()
    page.get_by_role("menuitem", name="Restart Kernel…").click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.get_by_role("button", name="Bring it back").click()
    visit.wait(page)
    assert page.locator(ERROR).count() == 0
    assert len(page.workers) == 1
    start_plank(page)
    page.close()


def test_a_tab_waits_while_another_writes_and_both_results_are_kept(visit):
    before = len(results_of(visit))
    first, second = visit.open("03-core"), visit.open("03-core")
    assert first.evaluate(ASK_HOLDER, [HOLDER, "hold"]) == 1
    status = hold_and_save(second)
    expect(status).not_to_contain_text("Stored")
    assert first.evaluate(ASK_HOLDER, [HOLDER, "let go"]) == 0
    expect(status).to_contain_text("Stored")
    expect(hold_and_save(first)).to_contain_text("Stored")
    first.close()
    second.close()
    assert len(results_of(visit)) == before + 2


@pytest.mark.parametrize(
    "lesson", sorted(path.stem for path in (SITE.parents[1] / "course").glob("[0-9]*.ipynb"))
)
def test_every_lesson_runs_without_an_error_and_asks_no_other_host(visit, lesson):
    page = visit.open(lesson)
    assert page.locator(ERROR).count() == 0
    assert page.locator(".jp-OutputArea-output").count() > 10
    assert visit.strangers == []
    page.close()


def test_a_lesson_leads_to_no_lesson_that_is_not_there(site):
    found = 0
    for path in (site / "files").rglob("*.ipynb"):
        for link in re.findall(r"\]\(([^)\s#]+\.ipynb)", path.read_text("utf-8")):
            assert (path.parent / link).is_file(), f"{path.name}: {link}"
            found += 1
    assert found > 13


def test_the_german_start_page_wakes_up_and_leads_to_lessons_whose_tools_speak_german(
    newcomer,
):
    page = newcomer.open("de/00-start-here")
    expect(page.get_by_role("heading", name="Hier geht es los")).to_be_visible()
    stop = page.get_by_role("link", name="Core", exact=True).first
    assert str(stop.get_attribute("href")).endswith("/files/03-core.ipynb")
    page.close()
    page = newcomer.open("03-core")
    expect(page.get_by_role("region", name="Unterarmstütz", exact=True).first).to_be_attached()


def test_a_browser_that_is_full_keeps_the_result_waiting_until_there_is_room(newcomer):
    page = newcomer.open("03-core")
    browser = newcomer.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": newcomer.address, "quotaSize": 1})
    expect(hold_and_save(page)).to_contain_text("no room left")
    expect(page.locator(".rm-door")).to_contain_text("waiting")
    browser.send("Storage.overrideQuotaForOrigin", {"origin": newcomer.address})
    page.close()
    # The result that waits arrives while other cells of the lesson ask for the same file.
    page = newcomer.open("03-core")
    expect(page.locator(".rm-door")).to_contain_text("All saved")
    assert page.locator(ERROR).count() == 0
    page.close()
    assert len(results_of(newcomer)) == 1


def test_a_browser_that_may_keep_nothing_is_alive_all_the_same_and_says_so(
    chromium, address, tmp_path
):
    # As in its settings: no site may keep anything.
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    with chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path=chromium_path(whole=True), args=list(FLAGS)
    ) as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{address}/notebooks/index.html?path=03-core.ipynb")
        page.locator('.rm-door[data-state="awake"]').wait_for()
        expect(hold_and_save(page)).to_contain_text("keeps nothing for this page")
        bar = page.locator(".rm-door")
        expect(bar).to_contain_text("2 waiting")  # the answers about health, and the result
        expect(bar.get_by_role("status")).to_have_attribute("title", re.compile("keeps no copy"))
        assert page.locator(ERROR).count() == 0
