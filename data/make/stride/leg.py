"""The leg of the model, put into the positions of a measured stride.

Frame of everything that leaves this module: the pelvis of the model, in millimetres, with x
forward, y up and z to the runner's right.
"""

from __future__ import annotations

import csv
import warnings
from dataclasses import dataclass
from pathlib import Path

import mujoco
import myo_sim
import numpy as np

NOTICE = (
    "Bones and muscle paths: MyoLeg of myo-sim 0.2.4, Apache License 2.0, "
    "https://github.com/MyoHub/myo_sim, after Rajagopal et al. 2016 (MIT licence). "
    "Simplified, posed by a measured stride, rounded."
)
# Our body -> the bodies of the model that move with it: below the ankle nothing was measured, so
# that the foot is one piece.
BODIES = {
    "pelvis": ("pelvis",),
    "femur": ("femur_r",),
    "tibia": ("tibia_r",),
    "patella": ("patella_r",),
    "foot": ("calcn_r", "talus_r", "toes_r"),
}
MOVING = tuple(body for body in BODIES if body != "pelvis")
QUATERNION_UNIT = 10_000
POSITION_PER_MM = 10


@dataclass(frozen=True)
class Sample:
    """One moment of the stride; angles in degrees, height of the pelvis in millimetres."""

    speed: str
    percent: int
    hip: float
    knee: float
    ankle: float
    tilt: float
    height: float


def read_samples(path: Path) -> list[Sample]:
    """Read the measured angles, and turn them into those of the joints."""
    with path.open(encoding="utf-8", newline="") as table:
        return [_sample(row) for row in csv.DictReader(table)]


def _sample(row: dict[str, str]) -> Sample:
    thigh, knee, foot, tilt = (
        float(row[name]) for name in ("thigh_deg", "knee_deg", "foot_deg", "pelvis_tilt_deg")
    )
    shank = thigh - knee
    return Sample(
        speed=row["speed_mps"],
        percent=int(row["percent"]),
        hip=thigh + tilt,
        knee=knee,
        ankle=foot - shank,
        tilt=tilt,
        height=float(row["pelvis_height_mm"]),
    )


class Leg:
    """The right leg of the model."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about saving the model, which nobody does here
            self.model = myo_sim.load_model("myolegs")
        self.data = mujoco.MjData(self.model)

    def stand(self) -> None:
        """Put all joints to zero: the standing to which lengths are compared."""
        self._set(0, 0, 0)

    def run(self, sample: Sample) -> None:
        """Put the leg into one moment of the stride."""
        self._set(sample.hip, sample.knee, sample.ankle)

    def length(self, name: str) -> float:
        """Give the length of a muscle path from end to end, in metres."""
        return float(self.data.ten_length[self.model.tendon(name).id])

    def seen_from(self, body: str, points: np.ndarray) -> np.ndarray:
        """Turn points of the model's world, in metres, into a body's frame, in millimetres."""
        index = self.model.body(body).id
        turned = (points - self.data.xpos[index]) @ self.data.xmat[index].reshape(3, 3)
        return turned * 1000

    def pose(self, body: str) -> list[int]:
        """Give where a body lies: x, y, z (tenths of a millimetre), then a unit quaternion."""
        index, pelvis = (self.model.body(name).id for name in (BODIES[body][0], "pelvis"))
        place = self.seen_from("pelvis", self.data.xpos[index])
        turn = self.data.xmat[pelvis].reshape(3, 3).T @ self.data.xmat[index].reshape(3, 3)
        quaternion = np.zeros(4)
        mujoco.mju_mat2Quat(quaternion, turn.flatten())
        quaternion *= np.sign(quaternion[0]) or 1  # so that neighbours can be mixed
        return [
            *(round(value * POSITION_PER_MM) for value in place),
            *(round(value * QUATERNION_UNIT) for value in quaternion),
        ]

    def _set(self, hip: float, knee: float, ankle: float) -> None:
        model, data = self.model, self.data
        data.qpos[:] = model.qpos0
        for joint, degrees in (("hip_flexion", hip), ("knee_angle", knee), ("ankle_angle", ankle)):
            data.qpos[model.joint(f"{joint}_r").qposadr[0]] = np.radians(degrees)
        self._couple()
        mujoco.mj_kinematics(model, data)
        mujoco.mj_comPos(model, data)
        mujoco.mj_tendon(model, data)

    def _couple(self) -> None:
        """Let the joints follow that a polynomial ties to another, such as the kneecap's."""
        model, data = self.model, self.data
        for row in np.flatnonzero(model.eq_type == mujoco.mjtEq.mjEQ_JOINT):
            follower, leader = (
                model.jnt_qposadr[joint[row]] for joint in (model.eq_obj1id, model.eq_obj2id)
            )
            bend = data.qpos[leader] - model.qpos0[leader]
            shift = np.polynomial.Polynomial(model.eq_data[row, :5])(bend)
            data.qpos[follower] = model.qpos0[follower] + shift
