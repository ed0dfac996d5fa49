"""The ways in which a learner may press, for tests that try each of them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator

Press = Callable[[Locator], None]


def _finger(target: Locator) -> None:
    box = target.bounding_box()
    assert box is not None
    target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def _key(name: str) -> Press:
    def press(target: Locator) -> None:
        target.focus()
        target.page.keyboard.press(name)

    return press


# Every one of them is a press, and one press.
WAYS: dict[str, Press] = {
    "mouse": lambda target: target.click(),
    "finger": _finger,
    "space": _key("Space"),
    "enter": _key("Enter"),
    # Assistive software: a click that no pointer and no key comes before.
    # A part of a drawing has no `click` of its own.
    "bare click": lambda target: target.evaluate(
        """(element) => element.dispatchEvent(
            new MouseEvent("click", {bubbles: true, cancelable: true, composed: true}))"""
    ),
}
# None of them is a press.
SLIPS: dict[str, Press] = {
    "right button": lambda target: target.click(button="right"),
    "middle button": lambda target: target.click(button="middle"),
    "ctrl and click": lambda target: target.click(modifiers=["Control"]),
    "shift and enter": _key("Shift+Enter"),
    "another key": _key("x"),
}
