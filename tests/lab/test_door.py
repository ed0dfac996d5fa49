"""The course door: a lesson of ours comes alive by itself, and nothing else does."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from running_muscles.plan.wishes import Wishes
from running_muscles.tables.locate import course_path

pytestmark = pytest.mark.lab

CORE, ARMS = "03-core.ipynb", "04-arm-swing.ipynb"
PLAN = "12-your-plan.ipynb"
SCROLLER = ".jp-WindowedPanel-outer"
PHONE = {"width": 360, "height": 740}
LEAST_WIDTH = 330
MARKER = "from pathlib import Path; Path({!r}).touch()"


@pytest.fixture(autouse=True)
def fresh(lab):
    lab.clear()
    for name in (CORE, ARMS):
        shutil.copy(course_path() / name, lab.folder)
    yield
    lab.forget()


def opened(lab, name: str, *, app: str = "lab/tree", size: dict[str, int] | None = None) -> Page:
    """Open a page and touch nothing."""
    page = lab.context.new_page()
    if size is not None:
        page.set_viewport_size(size)
    reset = "&reset" if app.startswith("lab") else ""
    page.goto(f"{lab.address}/{app}/{name}?token={lab.token}{reset}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    return page


def wait_for(page: Page, state: str) -> None:
    page.locator(f'.rm-door[data-state="{state}"]').wait_for()


def awake(page: Page) -> None:
    wait_for(page, "awake")
    page.locator(".rm .rm-start").first.wait_for(state="attached")


def bar(page: Page):
    return page.get_by_role("region", name="This lesson", exact=True)


def press(page: Page, name: str) -> None:
    bar(page).get_by_role("button", name=name, exact=True).click()


def written(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def changed(path: Path, source: str, where: int) -> None:
    """Write a line of code into a lesson, where there was another, or at its end."""
    notebook = written(path)
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells[where]["source"] = source
    path.write_text(json.dumps(notebook), encoding="utf-8")


def hold(page: Page) -> None:
    """Start a plank, and end it a second later."""
    plank = page.get_by_role("region", name="Front plank", exact=True)
    plank.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_function(
        "() => parseFloat(document.querySelector('.rm-running .rm-clock-time')?.textContent) >= 1"
    )


def save(page: Page) -> None:
    plank = page.get_by_role("region", name="Front plank", exact=True)
    plank.locator(".rm-clock").click()
    plank.get_by_role("button", name="Save", exact=True).click()


def read_until(lab, page: Page, state: str) -> None:
    """Read on, up and down, until the bar says it."""
    page.locator(SCROLLER).hover()
    told = page.locator(f'.rm-door[data-state="{state}"]')
    down = itertools.cycle((60, -60))

    def reads() -> bool:
        page.mouse.wheel(0, next(down))
        return told.is_visible()

    lab.poll(page, reads, f"the bar never said {state}")


def stop_kernels(lab) -> None:
    for session in lab.call("GET", "sessions"):
        lab.call("DELETE", f"sessions/{session['id']}")


# ---- By itself -------------------------------------------------------------


def test_a_lesson_comes_alive_by_itself_and_the_reader_stays_at_its_start(lab):
    page = opened(lab, CORE)
    awake(page)
    assert page.locator(SCROLLER).evaluate("(node) => node.scrollTop") == 0
    expect(bar(page)).to_contain_text("3 · Core")
    expect(bar(page)).to_contain_text("Step 1 of")
    expect(bar(page).get_by_role("status")).to_have_text("All saved")
    assert not page.evaluate("document.querySelector('.rm-door').contains(document.activeElement)")
    expect(page.locator(".rm-asleep:visible")).to_have_count(0)
    code = page.locator(".jp-CodeCell > .jp-Cell-inputWrapper")
    expect(code.locator("visible=true")).to_have_count(0)
    press(page, "Show code")
    expect(code.first).to_be_visible()
    expect(page.get_by_text("import running_muscles as rm").first).to_be_visible()
    page.locator(SCROLLER).evaluate("(node) => node.scrollTo(0, node.scrollHeight)")
    expect(bar(page)).to_contain_text("Next lesson")
    expect(bar(page).get_by_role("button", name="No lesson before this one")).to_be_disabled()
    press(page, "Next lesson: Upper body and arm swing")
    expect(page.locator(".rm-door:visible")).to_contain_text("4 · Upper body")


def test_a_chart_is_drawn_when_the_tools_are_awake_and_the_reader_comes_to_it(lab):
    page = opened(lab, CORE)
    chart = page.locator(".jp-OutputArea-output.jp-RenderedPlotly").first
    awake(page)
    drawn = page.locator(".js-plotly-plot")
    expect(drawn).to_have_count(0)
    room = chart.bounding_box()["height"]
    chart.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    drawn.first.wait_for()
    assert chart.bounding_box()["height"] == pytest.approx(room, abs=4), "the page jumped"


@pytest.mark.parametrize("size", [None, PHONE])
def test_a_reader_who_is_further_down_stays_there_while_the_tools_wake_up(lab, size):
    page = opened(lab, CORE, size=size)
    heading = page.get_by_role("heading", name="Stability and strength")
    heading.wait_for(state="attached")
    heading.evaluate("(heading) => heading.scrollIntoView()")
    assert page.locator(".rm .rm-start").count() == 0, "the tools were awake before"
    page.locator(SCROLLER).evaluate("(node) => node.scrollBy(0, -20)")
    before = heading.bounding_box()["y"]
    awake(page)
    assert heading.bounding_box()["y"] == pytest.approx(before, abs=3)


def test_a_test_that_is_started_stays_in_sight(lab):
    page = opened(lab, CORE, size=PHONE)
    awake(page)
    plank = page.get_by_role("region", name="Front plank", exact=True)
    start = plank.get_by_role("button", name="Start", exact=True)
    start.evaluate("(button) => button.scrollIntoView({ block: 'center' })")
    start.click()
    expect(plank.locator(".rm-dial")).to_be_in_viewport()


def test_a_page_that_is_loaded_again_runs_nothing_twice(lab):
    page = opened(lab, CORE)
    awake(page)
    kernel = lab.kernel_of(CORE)
    page.keyboard.press("Control+s")
    lab.poll(page, lambda: '"execution_count": 1' in (lab.folder / CORE).read_text("utf-8"), "save")
    sent: list[str] = []
    page.on("websocket", lambda ws: ws.on("framesent", lambda frame: sent.append(str(frame))))
    page.reload()
    awake(page)
    assert lab.kernel_of(CORE) == kernel
    assert sent
    assert not [frame for frame in sent if "execute_request" in frame]


def test_yesterday_s_notebook_wakes_up_by_itself(lab):
    page = opened(lab, CORE)
    awake(page)
    page.keyboard.press("Control+s")
    lab.poll(page, lambda: "rm-asleep" in (lab.folder / CORE).read_text("utf-8"), "not saved")
    page.close()
    stop_kernels(lab)
    page = opened(lab, CORE)
    awake(page)
    expect(page.locator(".rm-asleep:visible")).to_have_count(0)
    for words in ("model not found", "Loading widget"):
        expect(page.get_by_text(words).locator("visible=true")).to_have_count(0)


# ---- Only when asked -------------------------------------------------------


@pytest.mark.parametrize("where", [0, -1], ids=["first cell", "last cell"])
def test_what_somebody_changed_runs_when_asked_and_shows_what(lab, where):
    marker = lab.folder / "ran"
    changed(lab.folder / CORE, MARKER.format(str(marker)), where)
    page = opened(lab, CORE)
    wait_for(page, "changed")
    lab.wait_for_kernel(page, CORE)
    assert not marker.exists()
    assert page.locator(".rm .rm-start").count() == 0
    cell = page.locator(".jp-CodeCell:not(.rm-door-ours)")
    expect(cell).to_have_count(1)
    cell.scroll_into_view_if_needed()
    expect(cell.locator(".cm-content")).to_contain_text("touch()")
    press(page, "Run it")
    lab.poll(page, lambda: marker.exists() or page.get_by_text("NameError").count() > 0, "not run")
    marker.unlink(missing_ok=True)


@pytest.mark.parametrize("name", ["running_muscles.py", "yaml/__init__.py"])
def test_a_program_beside_a_lesson_does_not_take_its_place_unasked(lab, name):
    marker = lab.home / "taken"
    folder = lab.folder / "downloaded"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(MARKER.format(str(marker)), encoding="utf-8")
    shutil.copy(course_path() / CORE, folder)
    try:
        page = opened(lab, f"downloaded/{CORE}")
        wait_for(page, "programs")
        assert not marker.exists()
        expect(bar(page).get_by_role("button", name="Run it")).to_be_visible()
    finally:
        shutil.rmtree(folder)


def unmarked(notebook):
    del notebook["metadata"]["running_muscles"]


def of_another_course(notebook):
    notebook["metadata"]["running_muscles"] = {"lesson": "99-not-ours"}


@pytest.mark.parametrize("change", [unmarked, of_another_course])
def test_a_notebook_that_is_not_ours_sees_no_door(lab, change):
    notebook = written(lab.folder / CORE)
    change(notebook)
    (lab.folder / "mine.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    page = opened(lab, "mine.ipynb")
    lab.wait_for_kernel(page, "mine.ipynb")
    # A lesson that comes alive after it shows that the door has looked at both.
    page.evaluate("() => 0")
    other = opened(lab, CORE)
    awake(other)
    assert page.locator(".rm-door").count() == 0
    assert page.locator(".rm").count() == 0
    assert page.locator(".jp-Cell-inputWrapper:visible").count() > 0


# ---- A kernel that is lost -------------------------------------------------


def test_a_kernel_that_ended_comes_back_with_one_button_and_nothing_is_lost(lab):
    page = opened(lab, CORE)
    awake(page)
    hold(page)
    stop_kernels(lab)
    save(page)
    wait_for(page, "gone")
    expect(bar(page).get_by_role("status")).to_have_text("The course has stopped.")
    assert lab.store.results() == ()
    press(page, "Bring it back")
    awake(page)
    (result,) = lab.wait_for_results(1, page)
    assert result.value >= 1
    expect(bar(page).get_by_role("status")).to_have_text("All saved")
    expect(page.get_by_text("model not found").locator("visible=true")).to_have_count(0)


def test_a_kernel_started_anew_elsewhere_wakes_by_the_button_of_a_widget(lab):
    page = opened(lab, CORE)
    awake(page)
    hold(page)
    lab.call("POST", f"kernels/{lab.kernel_of(CORE)}/restart")
    read_until(lab, page, "restarted")
    save(page)
    page.get_by_role("button", name="Wake this page up").first.click()
    awake(page)
    lab.wait_for_results(1, page)
    expect(bar(page).get_by_role("button", name="Bring it back")).to_have_count(0)


def says_idle(message: str | bytes) -> bool:
    return b'"idle"' in (message if isinstance(message, bytes) else message.encode())


def test_who_reads_on_hears_of_a_restart_whose_every_word_was_lost(lab):
    lost: list[str | bytes] = []

    def over_a_bad_line(line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        server.on_message(lambda message: lost.append(message) if deaf else line.send(message))

    deaf = False
    page = lab.context.new_page()
    page.route_web_socket(re.compile("/channels"), over_a_bad_line)
    page.goto(f"{lab.address}/lab/tree/{CORE}?token={lab.token}&reset")
    awake(page)
    deaf = True
    lab.call("POST", f"kernels/{lab.kernel_of(CORE)}/restart")
    lab.poll(page, lambda: any(map(says_idle, lost)), "the new kernel said nothing")
    deaf = False
    wait_for(page, "awake")
    read_until(lab, page, "restarted")
    press(page, "Bring it back")
    awake(page)


def test_who_comes_back_hears_of_a_restart_and_run_all_from_the_menu_mends_it_too(lab):
    page = opened(lab, CORE)
    awake(page)
    lab.call("POST", f"kernels/{lab.kernel_of(CORE)}/restart")
    # Whoever looks away and back again, until the kernel is there to answer.
    page.wait_for_function(
        "() => window.dispatchEvent(new Event('focus'))"
        " && document.querySelector('.rm-door').dataset.state === 'restarted'",
        polling=500,
    )
    lab.run_all(page)
    awake(page)


def test_what_waits_in_the_browser_is_told_and_what_went_too(lab):
    page = opened(lab, CORE)
    awake(page)
    page.evaluate("localStorage.setItem('running-muscles:outbox:nobody:1', '{}')")
    expect(bar(page).get_by_role("status")).to_have_text("1 waiting")
    page.evaluate("localStorage.removeItem('running-muscles:outbox:nobody:1')")
    expect(bar(page).get_by_role("status")).to_have_text("All saved")


def with_a_session(lab) -> str:
    """Write a short lesson 12, for somebody with a plan."""
    monday = date.today() - timedelta(days=date.today().weekday())
    wishes = Wishes(monday, weeks=4).as_mapping()
    lab.store.remember("plan", {"rev": 1, "wishes": wishes, "standings": [], "age": None})
    lab.write_notebook(PLAN, "import running_muscles as rm", "rm.Session()")
    notebook = written(lab.folder / PLAN)
    notebook["metadata"]["running_muscles"] = {"lesson": PLAN.removesuffix(".ipynb")}
    (lab.folder / PLAN).write_text(json.dumps(notebook), encoding="utf-8")
    return PLAN


def at_a_counted_set(page: Page, session) -> None:
    """Begin the day, and skip until something is counted on no side in particular."""
    start = session.get_by_role("button", name="Start", exact=True)
    skip = session.get_by_role("button", name="Skip this one", exact=True)
    start.or_(session.get_by_role("radio").first).first.wait_for()
    if start.count() == 0:
        session.get_by_role("radio").first.check()
    start.click()
    counted = session.locator(".rm-side-line", has_text=re.compile(r"^Set 1 of [2-9] · \d+ times$"))
    for _ in range(8):
        if counted.count() > 0:
            break
        skip.click()
    expect(counted).to_be_visible()


def end_a_set(lab, page: Page, session) -> None:
    """Start at once, and say that the set is done."""
    for name, after in (("Start now", "Done"), ("Done", "I am ready")):
        now = session.get_by_role("button", name=name, exact=True)
        turned = session.get_by_role("button", name=after, exact=True)
        now.wait_for()
        # A press that comes right after the button has turned counts for nothing.
        lab.poll(page, lambda now=now, turned=turned: pressed(now, turned), f"{name} does nothing")


def pressed(now, turned) -> bool:
    """Press a button as long as it has not turned into the next one."""
    if now.count() > 0:
        now.click()
    return turned.count() > 0


def test_a_session_is_offered_back_after_a_restart_and_its_set_is_kept_once(lab):
    page = opened(lab, with_a_session(lab))
    wait_for(page, "changed")
    press(page, "Run it")
    wait_for(page, "awake")
    session = page.get_by_role("region", name="Your session", exact=True)
    at_a_counted_set(page, session)
    end_a_set(lab, page, session)
    (first,) = lab.wait_for_results(1, page)
    assert first.test.startswith("exercise:")
    assert first.value == 1
    lab.call("POST", f"kernels/{lab.kernel_of(PLAN)}/restart")
    wait_for(page, "restarted")
    press(page, "Bring it back")
    wait_for(page, "awake")
    expect(session.get_by_text("Whole sets are safe.")).to_be_visible()
    session.get_by_role("button", name="Go on from there", exact=True).click()
    session.get_by_role("button", name="Stop", exact=True).click()
    session.get_by_role("button", name="Finished for today", exact=True).click()
    session.get_by_role("heading", name="Done for today.").wait_for()
    expect(bar(page).get_by_role("status")).to_have_text("All saved")
    (kept,) = lab.store.results()
    assert (kept.id, kept.value) == (first.id, 1)


# ---- A phone ---------------------------------------------------------------


def width(page: Page, what: str) -> float:
    return page.locator(what).first.evaluate("(node) => node.getBoundingClientRect().width")


@pytest.mark.parametrize("app", ["lab/tree", "notebooks"])
def test_on_a_phone_the_lesson_has_the_width_and_the_bar_one_line(lab, app):
    page = opened(lab, CORE, app=app, size=PHONE)
    awake(page)
    assert width(page, ".jp-RenderedMarkdown") >= LEAST_WIDTH
    assert width(page, ".jp-OutputArea-output:has(.rm)") >= LEAST_WIDTH
    line = page.locator(".rm-door").evaluate(
        "(bar) => [bar.clientHeight, bar.scrollHeight, bar.scrollWidth - bar.clientWidth]"
    )
    assert line[0] <= 40
    assert line[1] <= line[0]
    assert line[2] <= 0
    for button in bar(page).get_by_role("button").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    stop_kernels(lab)
    wait_for(page, "gone")
    expect(bar(page).get_by_role("button", name="Bring it back")).to_be_in_viewport(ratio=1)


def test_the_side_bars_are_there_again_on_a_wide_screen(lab):
    page = opened(lab, CORE, size=PHONE)
    awake(page)
    left = page.locator(".jp-SideBar.jp-mod-left")
    expect(left).to_be_hidden()
    page.set_viewport_size({"width": 1200, "height": 800})
    expect(left).to_be_visible()
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible()
    assert re.search("rm-door-narrow", page.locator("body").get_attribute("class")) is None
