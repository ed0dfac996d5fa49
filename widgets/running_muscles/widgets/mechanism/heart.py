"""The heart as a pump: beats in a minute times the blood of one beat is the blood of a minute.

The product is arithmetic on what the learner chooses. How large the heart is drawn, and how far it
empties, is schematic.
"""

from __future__ import annotations

from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
from running_muscles.widgets.drawing import Shape, outline, shape
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.mechanism.frames import Frame, Mechanism, Positions, Slider
from running_muscles.widgets.mechanism.parts import Point, arrow, limb, soft, word
from running_muscles.widgets.speaking import _

RATES = tuple(range(40, 200, 10))  # beats a minute
VOLUMES = tuple(range(50, 140, 10))  # millilitres a beat
# The drawn chamber when it is full, so that even the largest beat leaves something in it.
FULL = 170.0
SECONDS = 6  # the beats of which are drawn as dots
LITRES = 25.0  # of the jug
CENTRE: Point = (84.0, 124.0)
# The heart's outline round its centre, and the chamber's inside it.
WALL = ((-4, -46), (30, -48), (52, -22), (46, 20), (12, 66), (-28, 44), (-50, 4), (-42, -34))
CHAMBER = ((2, -26), (26, -24), (34, -4), (26, 18), (8, 44), (-14, 22), (-26, 0), (-20, -20))
JUG_TOP, JUG_BOTTOM, JUG_LEFT, JUG_WIDTH = 40.0, 168.0, 214.0, 60.0
# Made up, as the examples of the lesson are.
EXAMPLES = ((N_("Rest"), 70, 70), (N_("Easy run"), 130, 100), (N_("Hard run"), 170, 110))


def output(rate: int, volume: int) -> float:
    """Return the blood that leaves the heart, in litres a minute.

    Parameters
    ----------
    rate : int
        Beats a minute.
    volume : int
        Millilitres a beat.
    """
    return rate * volume / 1000


def squeeze(volume: int) -> float:
    """Return how large the emptied chamber is drawn, its full one being 1 (volumes to lengths)."""
    return float(((FULL - volume) / FULL) ** (1 / 3))


def frame(positions: Positions) -> Frame:
    """Return the heart, its beats and what it moves."""
    rate, volume = RATES[positions[0]], VOLUMES[positions[1]]
    litres = output(rate, volume)
    shapes = [*_heart(volume), *_beats(rate), *_jug(litres)]
    said = _("{beats} beats of {volume} millilitres move {litres} litres of blood a minute.")
    sentence = said.format(beats=rate, volume=volume, litres=number(litres, ".1f"))
    beat = {"seconds": round(60 / rate, 3), "squeeze": round(squeeze(volume), 3)}
    return Frame(shapes, sentence, beat)


def _heart(volume: int) -> list[Shape]:
    size = 2.5 + volume / 20
    x, y = CENTRE
    out_of, into = limb((x + 6, y - 36), (x + 28, y - 92), 14, 13), (x - 30, y - 34)
    return [
        outline("vessel", out_of),
        outline("vessel", limb(into, (x - 40, y - 84), 13, 12)),
        outline("muscle", soft([(x + dx, y + dy) for dx, dy in WALL])),
        outline("chamber", _chamber(1.0)),
        outline("emptied", _chamber(squeeze(volume))),
        *arrow("blood", (x + 14, y - 56), (x + 29, y - 96), size),
        *arrow("blood", (x - 41, y - 90), (x - 33, y - 48), size),
        word("word-start", _("out"), x + 48, y - 88),
        word("word-end", _("in"), x - 58, y - 76),
    ]


def _chamber(size: float) -> str:
    x, y = CENTRE
    return soft([(x + dx * size, y + dy * size) for dx, dy in CHAMBER])


def _beats(rate: int) -> list[Shape]:
    """Return a dot for each beat of some seconds."""
    count = rate * SECONDS // 60
    return [
        word("word-start", _("Beats in {n} seconds").format(n=SECONDS), 14, 212),
        *(shape("circle", "dot", cx=20 + place * 14.4, cy=226, r=4.5) for place in range(count)),
    ]


def _jug(litres: float) -> list[Shape]:
    full = (JUG_BOTTOM - JUG_TOP) * litres / LITRES
    return [
        shape(
            "rect",
            "jug",
            x=JUG_LEFT,
            y=JUG_TOP,
            width=JUG_WIDTH,
            height=JUG_BOTTOM - JUG_TOP,
            rx=8,
        ),
        shape(
            "rect",
            "blood",
            x=JUG_LEFT + 3,
            y=JUG_BOTTOM - full,
            width=JUG_WIDTH - 6,
            height=full,
            rx=5,
        ),
        word(
            "word-strong",
            _("{n} litres").format(n=number(litres, ".1f")),
            JUG_LEFT + JUG_WIDTH / 2,
            JUG_TOP - 10,
        ),
        word("word", _("in a minute"), JUG_LEFT + JUG_WIDTH / 2 - 2, JUG_BOTTOM + 18),
    ]


def place(rate: int, volume: int) -> Positions:
    """Return the position of a rate and a stroke volume."""
    return RATES.index(rate), VOLUMES.index(volume)


def mechanism() -> Mechanism:
    """Return the mechanism."""
    examples = [(_(name), place(rate, volume)) for name, rate, volume in EXAMPLES]
    return Mechanism(
        name="heart",
        title=_("The heart as a pump"),
        scene=_("A heart cut open, and a jug with the blood that it moves in a minute."),
        height=238.0,
        sliders=(
            Slider(
                _("Beats in a minute"), [_("{n} beats").format(n=rate) for rate in RATES], start=3
            ),
            Slider(
                _("Blood in each beat"),
                [_("{n} millilitres").format(n=volume) for volume in VOLUMES],
                start=2,
            ),
        ),
        frame=frame,
        stills=[positions for _, positions in examples],
        table=Table(
            (_("Example"), _("Beats a minute"), _("mL a beat"), _("Litres a minute")),
            [
                (_(name), str(rate), str(volume), number(output(rate, volume), ".1f"))
                for name, rate, volume in EXAMPLES
            ],
        ),
        note=_(
            "The sum is arithmetic, and the examples are made up. The drawn heart is schematic."
        ),
        more=_(
            "Beats times blood makes the litres; the examples say nothing about you. One of the "
            "two sides of the heart is drawn. Its size, and how far it empties, are not measured."
        ),
        sources=("openstax_anatomy",),
        presets=examples,
    )
