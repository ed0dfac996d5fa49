"""Three ways to work a lesson: with a mouse, with keys alone, and with a thumb at 360 pixels.

A walker does what a learner does, and writes down what a learner would trip over: a focus that is
lost or out of sight, a part that is cut off or wider than the screen.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

MOST_TABS = 900  # a lesson holds fewer places to stop than that
SETTLED_MS = 700  # a widget ignores a second press so soon after it has turned
OUT_OF_SIGHT = """
() => {
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  return here.closest(".rm") !== null && (box.bottom < 0 || box.top > innerHeight);
}
"""
FOCUSED = "(wanted) => wanted === document.activeElement"
# Parts of widgets that stick out of the screen, or text that its box cuts off.
TOO_WIDE = """
() => [...document.querySelectorAll(".rm *, .rm-page *")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.height === 0 || one.closest("svg, .rm-sr, .rm-scroll, table")) {
    return false;
  }
  const style = getComputedStyle(one);
  const cut = style.overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1
    && one.childElementCount === 0 && style.position !== "absolute";
  return box.right > innerWidth + 1 || box.left < -1 || cut;
}).slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}: `
  + one.textContent.trim().slice(0, 40))
"""


class Walker:
    """Works with the mouse; the others differ in how they reach and press something."""

    name = "mouse"
    size = (860, 640)
    app = "lab/tree"

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pictures: list[tuple[str, bytes]] = []
        self.faults: list[str] = []

    def reach(self, target: Locator) -> None:
        """Bring something into view; what stands above it may still come and grow."""
        for _ in range(3):
            target.evaluate("(node) => node.scrollIntoView({block: 'center'})")
            self.page.wait_for_timeout(SETTLED_MS // 3)

    def press(self, target: Locator) -> None:
        """Press a button, or open a fold."""
        self.reach(target)
        self.act(target)
        self.page.wait_for_timeout(SETTLED_MS)
        if self.page.evaluate(OUT_OF_SIGHT):
            self.faults.append(f"what has the focus is out of sight after {target}")

    def act(self, target: Locator) -> None:
        """Do what presses a button here."""
        target.click()

    def choose(self, target: Locator) -> None:
        """Choose an option."""
        self.press(target)

    def slide(self, target: Locator) -> None:
        """Move a slider to two thirds of its way."""
        self.reach(target)
        box = target.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] * 0.66, box["y"] + box["height"] / 2)

    def picture(self, title: str) -> None:
        """Take a picture, and look for what sticks out."""
        for told in self.page.evaluate(TOO_WIDE):
            self.faults.append(f"{title}: {told} is cut off or sticks out")
        self.pictures.append((title, self.page.screenshot()))


class Keys(Walker):
    """Reaches everything with Tab, and presses Space, Enter and arrow keys."""

    name = "keys"

    def reach(self, target: Locator) -> None:
        """Press Tab until something has the focus."""
        for _ in range(MOST_TABS):
            if target.evaluate(FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise RuntimeError(f"Tab does not reach {target}")

    def act(self, target: Locator) -> None:
        """Press Enter, and see that the focus is still somewhere."""
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(SETTLED_MS)
        if self.page.evaluate("document.activeElement === document.body"):
            self.faults.append(f"the focus was lost after {target}")

    def choose(self, target: Locator) -> None:
        """Go to the group of options by Tab, then to one of them by arrow keys."""
        group = target.locator("xpath=ancestor::*[self::fieldset or @role='radiogroup'][1]")
        inside = "(group) => group.contains(document.activeElement)"
        for _ in range(MOST_TABS):
            if group.evaluate(inside):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(8):
            if target.count() == 0 or target.is_checked():
                self.page.wait_for_timeout(SETTLED_MS)
                return
            self.page.keyboard.press("ArrowDown")
        raise RuntimeError(f"arrow keys do not reach {target}")

    def slide(self, target: Locator) -> None:
        """Move a slider by arrow keys."""
        self.reach(target)
        for _ in range(4):
            self.page.keyboard.press("ArrowRight")


class Phone(Walker):
    """The width of a small phone, in Notebook."""

    name = "360 pixels"
    size = (360, 740)
    app = "notebooks"


WAYS = (Walker, Keys, Phone)
