"""The muscle map in a plain page: pick by mouse, by key and by name, and read."""

from __future__ import annotations

import pytest

from running_muscles.widgets.body.musclemap import MuscleMap

pytestmark = pytest.mark.browser


def state(**marks):
    widget = MuscleMap(**marks)
    names = ("title", "note", "muscles", "highlights", "legend", "region", "selected")
    return {name: getattr(widget, name) for name in names}


def trait(page, name):
    return page.evaluate(f"window.model.get({name!r})")


def region(page, name):
    return page.locator(f'[data-region="{name}"]')


def pick(page, name):
    """Click where the region itself lies; the middle of its box may belong to a neighbour."""
    x, y = page.evaluate(
        """(name) => {
            const part = document.querySelector(`[data-region="${name}"]`);
            const box = part.getBoundingClientRect();
            for (let step = 1; step < 400; step += 1) {
                const x = box.x + box.width * ((step % 20) / 20);
                const y = box.y + box.height * (Math.floor(step / 20) / 20);
                const hit = document.elementFromPoint(x, y)?.closest('[data-region]');
                if (hit === part) return [x, y];
            }
        }""",
        name,
    )
    page.mouse.click(x, y)


def test_pick_by_mouse_shows_the_card_and_tells_python(host):
    page = host.open("musclemap", state(), clock=False)
    pick(page, "gluteus-maximus-left")
    assert trait(page, "region") == "gluteus-maximus-left"
    assert trait(page, "selected")[0] == "gluteus_maximus"
    card = page.locator("details.rm-muscle").first
    assert card.get_attribute("open") is not None
    card.get_by_text("Extends the hip and turns the thigh out").wait_for()
    card.get_by_role("rowheader", name="Foot lands").wait_for()
    assert card.get_by_role("link").first.get_attribute("href").startswith("https://")


def test_pointing_shows_the_name(host):
    page = host.open("musclemap", state(), clock=False)
    region(page, "calves-soleus-right").dispatch_event("pointerenter")
    page.locator(".rm-body-name").get_by_text("Lower calf (soleus), right").wait_for()


def test_the_whole_story_by_keyboard(host):
    page = host.open("musclemap", state(group="glutes"), clock=False)
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    stop = page.locator('.rm-body-back [data-region][tabindex="0"]')
    assert stop.count() == 1
    stop.focus()
    assert "glut" in stop.get_attribute("data-region")
    seen = set()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.dataset.region"))
    assert len(seen) >= 4
    for key in ("Enter", "Space"):
        here = page.evaluate("document.activeElement.dataset.region")
        page.keyboard.press(key)
        assert trait(page, "region") == here
        assert page.evaluate("document.activeElement.dataset.region") == here
        assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.press("d")
    assert page.evaluate("window.leaked ?? []") == []


def test_every_pickable_region_is_reached_by_arrows(host):
    page = host.open("musclemap", state(), clock=False)
    for view in ("front", "back"):
        first = page.locator(f'.rm-body-{view} [data-region][tabindex="0"]')
        first.focus()
        every = set(
            page.locator(f".rm-body-{view} .rm-body-pickable").evaluate_all(
                "(parts) => parts.map((part) => part.dataset.region)"
            )
        )
        found, queue = set(), [page.evaluate("document.activeElement.dataset.region")]
        while queue:
            here = queue.pop()
            if here in found:
                continue
            found.add(here)
            for arrow in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
                region(page, here).focus()
                page.keyboard.press(arrow)
                queue.append(page.evaluate("document.activeElement.dataset.region"))
        assert found == every


def test_choose_by_name_marks_all_its_regions(host):
    page = host.open("musclemap", state(), clock=False)
    page.get_by_label("Or choose a muscle by name").select_option("gastrocnemius")
    assert (trait(page, "selected"), trait(page, "region")) == (["gastrocnemius"], "")
    pressed = page.locator('[data-region][aria-pressed="true"]').evaluate_all(
        "(parts) => parts.map((part) => part.dataset.region).sort()"
    )
    assert pressed == sorted(
        f"calves-gastroc-{part}-{side}"
        for part in ("medial", "lateral")
        for side in ("left", "right")
    )


def test_python_can_choose(host):
    page = host.open("musclemap", state(), clock=False)
    page.evaluate("window.model.set('selected', ['soleus'])")
    page.locator("summary", has_text="Soleus").wait_for()


def test_two_views_show_the_same(host):
    page = host.open("musclemap", state(), clock=False, views=2)
    pick(page, "quads-left")
    assert page.locator("details.rm-muscle summary", has_text="Rectus femoris").count() == 2


def test_marks_are_named_and_in_the_legend(host):
    page = host.open("musclemap", state(exercise="front_plank"), clock=False)
    legend = page.locator(".rm-legend")
    legend.get_by_text("works most").wait_for()
    legend.get_by_text("helps").wait_for()
    page.get_by_role("button", name="Upper belly (rectus abdominis), left: works most").wait_for()


def test_heart_lesson_opens_its_card(host):
    page = host.open("musclemap", state(lesson="10-heart"), clock=False)
    page.get_by_text("Pumps blood").wait_for()


def test_what_is_not_a_muscle_of_the_course_cannot_be_picked(host):
    page = host.open("musclemap", state(), clock=False)
    assert region(page, "face").get_attribute("role") is None
    pick(page, "face")
    assert trait(page, "selected") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, scheme, width):
    host = make_host(width=width, color_scheme=scheme, reduced_motion="reduce")
    page = host.open("musclemap", state(exercise="front_plank"), clock=False)
    assert host.axe(page) == []
    page.get_by_label("Or choose a muscle by name").select_option("gluteus_maximus")
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_narrow_page_shows_one_side_and_switches(make_host):
    host = make_host(width=360)
    page = host.open("musclemap", state(group="glutes"), clock=False)
    back, front = page.locator(".rm-body-back"), page.locator(".rm-body-front")
    assert (back.is_visible(), front.is_visible()) == (True, False)
    page.get_by_role("button", name="Front", exact=True).click()
    assert (back.is_visible(), front.is_visible()) == (False, True)
