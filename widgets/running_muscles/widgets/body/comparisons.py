"""What may be set side by side, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from running_muscles.movement.poses import movement
from running_muscles.translation.spoken import N_

MEASURED = N_(
    "Measured: how the thighs, knees and feet move. It is the mean of {runners} runners on a "
    "treadmill, read second-hand."
)
BY_EYE = N_("Drawn by eye, not measured: trunk, arms and toes.")
MEANT = N_("The drawing shows what the words mean, not that one way is better.")


@dataclass(frozen=True)
class Stop:
    """A named moment: ``share`` of the slider from 0 to 1."""

    share: float
    name: str
    words: str = ""


@dataclass(frozen=True)
class Comparison:
    """Movements that belong together.

    Attributes
    ----------
    captions : tuple of str
        One for each movement: what to see in it.
    differs : tuple of str
        Sentences on what differs, and what the drawing leaves open.
    stops : tuple of Stop
        In the order of the slider.
    begins : int
        The stop at which the pictures begin.
    slower : float
        How many times slower than in life it plays.
    sources : tuple of str
        Keys of references; the stride's own come by themselves where ``measured``.
    """

    movements: tuple[str, ...]
    title: str
    captions: tuple[str, ...]
    differs: tuple[str, ...]
    stops: tuple[Stop, ...]
    notes: tuple[str, ...]
    begins: int = 0
    slower: float = 4
    measured: bool = True
    sources: tuple[str, ...] = field(default=())


def _key_shares(name: str) -> list[float]:
    """Return where the key poses of a movement lie on its slider."""
    row = movement(name)
    times, keys = row["times"], row["keys"]
    whole = times[-1] + times[keys[1]]  # the way round the corner takes as long as the first one
    return [times[key] / whole for key in keys]


def _stops(name: str, *named: tuple[str, str]) -> tuple[Stop, ...]:
    shares = _key_shares(name)
    return tuple(Stop(shares[at], *said) for at, said in enumerate(named))


# Half a stride: the foot is down for the first two thirds of it.
STEP = (
    Stop(0.0, N_("Lands")),
    Stop(0.3, N_("Carries you")),
    Stop(0.6, N_("Pushes off")),
    Stop(0.9, N_("In the air")),
)
ALL = (
    Comparison(
        ("arms_swinging", "arms_still"),
        N_("Arms that swing, arms that do not"),
        (
            N_("The arms meet the turn of the legs. Both lines stay almost level."),
            N_("Shoulders and hips turn further, against each other."),
        ),
        (
            N_(
                "A small study measured that shoulders and hips turn further without the swing. "
                "How far they turn here is drawn by eye."
            ),
        ),
        STEP,
        (BY_EYE, N_("The lines run through the shoulders and through the hips.")),
        sources=("arellano2014",),
    ),
    Comparison(
        ("overstriding", "landing_near"),
        N_("Where the foot lands"),
        (
            N_("The foot lands far ahead of the hips, on a rather straight knee."),
            N_("The foot lands closer to below the hips, on a bent knee."),
        ),
        (
            N_(
                "The arrow is how far the heel lands ahead of the hips. The two landings are drawn "
                "by eye, on either side of what was measured."
            ),
            MEANT,
        ),
        STEP,
        (BY_EYE, N_("By eye as well: how much further ahead or nearer the foot lands.")),
    ),
    Comparison(
        ("heel_landing", "midfoot_landing", "forefoot_landing"),
        N_("What touches the ground first"),
        (
            N_("The heel touches, then the sole comes down."),
            N_("Heel and ball of the foot touch together."),
            N_("The ball of the foot touches, then the heel comes down."),
        ),
        (
            N_("Only the first touch differs. Later, all three look alike. All is drawn by eye."),
            MEANT,
        ),
        _stops(
            "heel_landing",
            (N_("In the air"), ""),
            (N_("First touch"), ""),
            (N_("Flat"), ""),
            (N_("Pushes off"), ""),
        ),
        (N_("Drawn by eye, not measured: the foot, the shin and their way."),),
        begins=1,
        slower=6,
        measured=False,
    ),
)
POSE_FALL_PULL = Comparison(
    ("pose_fall_pull",),
    N_("Pose, fall, pull"),
    ("",),
    (N_("These three are cues: thoughts that help a movement. All is drawn by eye."), MEANT),
    _stops(
        "pose_fall_pull",
        (
            N_("Pose"),
            N_(
                "You stand on one leg for a moment. The knee is a little bent, and the other foot "
                "is under your hip: from the side, a springy letter S."
            ),
        ),
        (N_("Fall"), N_("You let your body tip forward, a little, past the foot that stands.")),
        (N_("Pull"), N_("You draw that foot up under the hip, and the other one comes down.")),
    ),
    (N_("Drawn by eye, not measured; also how far the body tips."),),
    slower=2,
    measured=False,
)


def comparison(movements: tuple[str, ...]) -> Comparison:
    """Return the comparison of some movements, in whatever order they are named.

    Raises
    ------
    ValueError
        If they are not among those that belong together; the message names those that do.
    """
    for each in ALL:
        if set(each.movements) == set(movements) and len(each.movements) == len(movements):
            return each
    known = "; ".join(", ".join(each.movements) for each in ALL)
    asked = ", ".join(map(str, movements)) or "nothing"
    raise ValueError(f"There is no comparison of {asked}. There are: {known}.")
