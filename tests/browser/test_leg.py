"""The running leg in a plain page: played, held, turned, by mouse, by keys and without motion."""

from __future__ import annotations

import pytest

import running_muscles
from browser.conftest import plain
from browser.families import still_clock
from running_muscles.movement import stride

pytestmark = pytest.mark.browser

HAMSTRINGS = ("biceps_femoris", "semitendinosus")
TRAITS = ("title", "speed", "muscles", "stride", "notes", "sources")
NOT_FORCES = "These are lengths of whole muscle and tendon in a generic skeleton, not forces."
SLOWER = 5
STRIDE_MS = 703


def state(*muscles, speed=3.5):
    leg = running_muscles.RunningLeg(muscles=muscles or HAMSTRINGS, speed=speed)
    return plain({name: getattr(leg, name) for name in TRAITS})


def opened(host, *muscles, **more):
    page = host.open("leg", state(*muscles, **more))
    # The canvas has its size once the browser has laid out the page.
    page.wait_for_function("document.querySelector('canvas').width > 300")
    page.clock.run_for(100)
    return page


def slider(page, name):
    return page.get_by_role("slider", name=name)


def moment(page):
    return int(slider(page, "Moment in the stride").input_value())


def picture(page):
    return page.evaluate("document.querySelector('canvas').toDataURL()")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


DRAWN = """() => {
    const canvas = document.querySelector('canvas');
    const { width, height } = canvas;
    const dots = canvas.getContext('2d').getImageData(0, 0, width, height);
    return width > 300 && dots.data.some((value) => value > 0);
}"""


def test_it_is_drawn_where_a_notebook_puts_it_on_the_page_later(host):
    page = opened(host)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate("""async () => {
        document.querySelector('#views').replaceChildren();
        const el = document.createElement('div');
        (await import('/static/leg.js')).default.render({ model: window.model, el });
        document.querySelector('#views').append(el);
    }""")
    page.wait_for_function(DRAWN)
    assert errors == []


def test_it_stands_still_until_it_is_played(host):
    page = opened(host)
    before = picture(page)
    page.clock.run_for(3_000)
    assert (moment(page), picture(page) == before) == (0, True)
    assert page.locator(".rm-leg-now-words").inner_text() == "0 %: as the foot lands"


@pytest.mark.parametrize(("slow", "times"), [(True, SLOWER), (False, 1)])
def test_playing_takes_the_time_of_the_stride(host, slow, times):
    page = opened(host)
    still_clock(page)
    if not slow:
        press(page, "Slow motion")
    press(page, "Play")
    before = picture(page)
    page.clock.run_for(int(0.4 * STRIDE_MS * times))
    assert moment(page) == pytest.approx(40, abs=4)
    assert picture(page) != before
    page.clock.run_for(int(0.8 * STRIDE_MS * times))
    assert moment(page) == pytest.approx(20, abs=5)
    press(page, "Pause")
    held = moment(page)
    page.clock.run_for(2_000)
    assert moment(page) == held


def test_the_whole_story_by_keyboard(host):
    page = opened(host)
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    at = slider(page, "Moment in the stride")
    at.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert moment(page) == 3
    page.keyboard.press("End")
    assert at.get_attribute("aria-valuetext") == "99 %: just before the foot lands"
    page.keyboard.press("Home")
    assert at.get_attribute("aria-valuetext") == "0 %: as the foot lands"
    seen = picture(page)
    slider(page, "Turn the runner").focus()
    page.keyboard.press("ArrowRight")
    assert slider(page, "Turn the runner").get_attribute("aria-valuetext") == "5 degrees"
    assert picture(page) != seen
    slider(page, "Running speed").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("Between the measured speeds 3.5 and 4.5 m/s").wait_for()
    page.get_by_role("button", name="Semitendinosus").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.muscle") == "semitendinosus"
    assert page.evaluate("document.activeElement.ariaPressed") == "true"
    page.get_by_role("button", name="Longest: ").focus()
    page.keyboard.press("Enter")
    assert moment(page) == 96
    page.get_by_role("button", name="Play", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    page.keyboard.press("Space")
    page.keyboard.press("d")
    assert page.evaluate("window.leaked ?? []") == []


def test_every_control_is_reached_by_tab(host):
    page = opened(host)
    reached = set()
    page.locator("body").press("Tab")
    for _ in range(30):
        reached.add(
            page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent")
        )
        page.keyboard.press("Tab")
    said = " | ".join(reached)
    wanted = ("Play", "Slow motion", "Step back", "Step on", "Side", "Front", "Back", "Longest")
    for name in (*wanted, "Biceps femoris", "Semitendinosus", "The same in a table"):
        assert name in said


def test_the_longest_moment_is_named_and_can_be_jumped_to(host):
    page = opened(host)
    page.get_by_role("button", name="Longest: 106 %, just before the foot lands").click()
    assert moment(page) == 96
    assert page.locator(".rm-leg-now-words").inner_text() == "96 %: just before the foot lands"
    label = page.locator("canvas").get_attribute("aria-label")
    assert "Right leg: Biceps femoris (long head) 106 % of standing" in label


def test_length_and_activity_are_told_apart(host):
    page = opened(host)
    page.get_by_text("These are two different facts.").wait_for()
    muscle = page.get_by_role("button", name="Semitendinosus")
    at = slider(page, "Moment in the stride")
    said = {}
    for percent in (20, 50):
        at.fill(str(percent))
        said[percent] = muscle.inner_text().split("\n")
    assert [rows[-1] for rows in said.values()] == ["switched on", "off"]
    page.get_by_role("button", name="Biceps femoris").get_by_text("timing not known").wait_for()
    page.get_by_text(NOT_FORCES).wait_for()


@pytest.mark.parametrize(("speed", "percent"), [(2.5, 0), (2.9, 33), (3.8, 61), (4.5, 99)])
def test_the_browser_mixes_as_python_does(host, speed, percent):
    page = opened(host, "semitendinosus", "vastus_lateralis", "iliacus")
    slider(page, "Running speed").fill(str(speed))
    slider(page, "Moment in the stride").fill(str(percent))
    for muscle in ("semitendinosus", "vastus_lateralis", "iliacus"):
        length = stride.length_at(muscle, speed, percent)
        shown = page.locator(f'[data-muscle="{muscle}"] .rm-leg-value').inner_text()
        assert shown == f"{length * 100:.0f} %"


@pytest.mark.parametrize(
    ("speed", "said"),
    [("2.5", "2.5 m/s, 6:40 min/km. Measured"), ("3.8", "3.8 m/s, 4:23 min/km. Between")],
)
def test_a_speed_says_whether_it_was_measured(host, speed, said):
    page = opened(host)
    slider(page, "Running speed").fill(speed)
    page.get_by_text(said).wait_for()


def test_faster_hamstrings_are_longer(host):
    page = opened(host)
    found = []
    for speed in ("2.5", "3.5", "4.5"):
        slider(page, "Running speed").fill(speed)
        found.append(page.get_by_role("button", name="Longest: ").inner_text()[:14])
    assert found == ["Longest: 104 %", "Longest: 106 %", "Longest: 107 %"]


def test_the_runner_can_be_dragged_round(host):
    page = opened(host)
    box = page.locator("canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 150, y)
    page.mouse.up()
    assert int(slider(page, "Turn the runner").input_value()) == 90
    page.mouse.move(x, y)
    assert int(slider(page, "Turn the runner").input_value()) == 90
    press(page, "Side")
    assert int(slider(page, "Turn the runner").input_value()) == 0


def test_the_curve_can_be_pointed_at(host):
    page = opened(host)
    box = page.locator(".rm-leg-curve").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + 100)
    assert 45 < moment(page) < 65


def test_foot_contact_is_shaded_to_where_the_foot_leaves(host):
    page = opened(host)

    def share():
        return page.evaluate(
            """() => {
              const contact = document.querySelector('.rm-leg-contact').getBBox();
              const line = document.querySelector('.rm-leg-standing').getBBox();
              return contact.width / line.width;
            }"""
        )

    assert share() == pytest.approx(0.337, abs=0.005)
    slider(page, "Running speed").fill("2.5")
    assert share() == pytest.approx(0.385, abs=0.005)


def test_the_table_tells_the_same(host):
    page = opened(host)
    page.get_by_text("The same in a table").click()
    row = page.get_by_role("row", name="Semitendinosus 105 % at 96 %")
    row.get_by_text("6 to 30, 70 to 100").wait_for()
    page.get_by_role("row", name="60 %: as the heel swings up behind 85 % 80 %").wait_for()
    page.get_by_role("row", name="Biceps femoris (long head)").get_by_text("not in our").wait_for()


def test_without_motion_it_can_be_stepped_through(make_host):
    page = opened(make_host(reduced_motion="reduce"))
    assert page.get_by_role("button", name="Play").count() == 0
    before = picture(page)
    press(page, "Step on")
    press(page, "Step on")
    assert (moment(page), picture(page) == before) == (4, False)
    press(page, "Step back")
    press(page, "Step back")
    press(page, "Step back")
    assert moment(page) == 98
    after = picture(page)
    page.clock.run_for(5_000)
    assert picture(page) == after


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_accessible_and_never_wider_than_the_page(make_host, scheme, width):
    host = make_host(width=width, color_scheme=scheme)
    page = opened(host, "gastrocnemius", "soleus", "tibialis_anterior")
    page.get_by_text("The same in a table").click()
    page.get_by_text("What is measured here").click()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Soleus").click()
    assert host.axe(page) == []


def test_dark_is_drawn_in_other_colours(make_host):
    pictures = {
        scheme: picture(opened(make_host(color_scheme=scheme))) for scheme in ("light", "dark")
    }
    assert pictures["light"] != pictures["dark"]


def test_a_change_of_theme_is_followed(host):
    page = opened(host)
    before = picture(page)
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    page.clock.run_for(50)
    assert picture(page) != before


@pytest.mark.parametrize("muscle", ["gluteus_maximus", "psoas_major", "flexor_hallucis_longus"])
def test_muscles_of_every_lesson_are_drawn_from_every_side(host, muscle):
    page = opened(host, muscle)
    seen = set()
    for degrees in ("0", "90", "-90", "180", "45"):
        slider(page, "Turn the runner").fill(degrees)
        seen.add(picture(page))
    assert len(seen) == 5


def test_shown_twice_and_closed_leaves_nothing_behind(host):
    page = host.open("leg", state(), views=2)
    assert page.locator("section.rm").count() == 2
    page.get_by_role("button", name="Play", exact=True).first.click()
    page.evaluate("window.closeWidget()")
    page.clock.run_for(500)
    assert page.locator("section.rm").count() == 0
