"""Write the tables and the drawing of the measured stride: ``make stride``.

Development only. It needs ``myo-sim`` and ``mujoco`` (dependency group ``stride``); what it writes
is committed, so that no learner, no test and no server ever needs them.

Read: ``data/stride_angles.csv`` (the measured stride) and ``data/stride_paths.csv`` (which muscle
paths of the model we show). Written: ``data/stride_lengths.csv`` and ``data/stride_body.json``.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import bones
import ground
import leg
import paths

DATA = Path(__file__).resolve().parents[2]


def main() -> None:
    """Pose the model at every sample of the stride, and write what it shows."""
    model = leg.Leg()
    samples = leg.read_samples(DATA / "stride_angles.csv")
    with (DATA / "stride_paths.csv").open(encoding="utf-8", newline="") as table:
        names = {row["path"]: row["model_name"] for row in csv.DictReader(table)}
    model.stand()
    meshes = {body: bones.simplified(model, body) for body in leg.BODIES}
    standing = {path: model.length(name) for path, name in names.items()}
    recorder = paths.Recorder(model, names)
    poses, lengths = {body: [] for body in leg.MOVING}, []
    for sample in samples:
        model.run(sample)
        for body in leg.MOVING:
            poses[body].append(model.pose(body))
        recorder.record()
        for path, name in names.items():
            ratio = model.length(name) / standing[path]
            lengths.append((path, sample.speed, sample.percent, f"{ratio:.4f}"))
    _write_lengths(sorted(lengths, key=lambda row: list(names).index(row[0])))
    speeds = list(dict.fromkeys(sample.speed for sample in samples))
    body = {
        "notice": leg.NOTICE,
        "speeds": [float(speed) for speed in speeds],
        "samples": len(samples) // len(speeds),
        "bones": {
            body: {**mesh, "outlines": bones.outlines(mesh)} for body, mesh in meshes.items()
        },
        "poses": poses,
        "paths": recorder.slots(),
        "lift": ground.lifts(samples, meshes["foot"], poses["foot"]),
        "ground": ground.GROUND_MM,
    }
    (DATA / "stride_body.json").write_text(_compact(body), encoding="utf-8")
    for part in ("bones", "poses", "paths"):
        print(f"{part}: {len(_compact(body[part])) / 1024:.0f} kB")


def _write_lengths(rows: list[tuple[str, str, int, str]]) -> None:
    with (DATA / "stride_lengths.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("path", "speed_mps", "percent", "length"))
        writer.writerows(rows)


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
