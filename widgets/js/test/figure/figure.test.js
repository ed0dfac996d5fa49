import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { placed, spot } from "../../lib/figure/body.js";
import { drawn } from "../../lib/figure/draw.js";
import { lasts, loopOf, mirror, poseAt } from "../../lib/figure/motion.js";
import { backToFront } from "../../lib/figure/order.js";
import { FILE, text } from "../../stills.mjs";

const { skeleton, movements } = JSON.parse(await readFile(new URL("../../../../data/poses.json", import.meta.url), "utf8"));

test("contacts solved in Python lie at the same place here, within a centimetre", () => {
  for (const [name, movement] of Object.entries(movements)) {
    movement.keys.forEach((key, index) => {
      const where = placed(skeleton, movement.frames[key]);
      for (const contact of movement.contacts[index]) {
        if (typeof contact[1] === "string") continue;
        const [segment, at] = skeleton.points[contact[0]];
        const here = spot(where[segment], at);
        const off = Math.hypot(...here.map((value, axis) => value - contact[axis + 1]));
        assert.ok(off < 0.01, `${name}, key ${index}: ${contact[0]} is off by ${off} m`);
      }
    });
  }
});

test("committed stills are what the drawing draws", async () => {
  const committed = await readFile(FILE, "utf8");
  assert.ok(committed === (await text()), "Run `make poses`.");
  assert.ok(committed.length < 1.5e6);
});

test("every movement is drawn from every side without a hole", () => {
  for (const movement of Object.values(movements)) {
    for (let azimuth = -180; azimuth < 180; azimuth += 60) {
      const { svg, box } = drawn(skeleton, movement.frames[0], { ...movement, view: [azimuth, 12] });
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      assert.ok(box.every(Number.isFinite));
      assert.ok(box[2] > box[0] && box[3] > box[1]);
    }
  }
});

test("twice mirrored is the same pose", () => {
  const pose = movements.walking_lunge_reach.frames[0];
  assert.notDeepEqual(mirror(skeleton.angles, pose), pose);
  assert.deepEqual(mirror(skeleton.angles, mirror(skeleton.angles, pose)), pose);
});

test("a loop ends as it begins, there and back or round", () => {
  for (const movement of Object.values(movements)) {
    const moments = loopOf(skeleton.angles, movement);
    assert.deepEqual(moments[0].pose, moments.at(-1).pose);
    for (let index = 1; index < moments.length; index += 1) assert.ok(moments[index].at >= moments[index - 1].at);
    assert.deepEqual(poseAt(moments, 0), moments[0].pose);
    assert.deepEqual(poseAt(moments, lasts(moments)), moments.at(-1).pose);
  }
});

test("half a run later the other leg is where the first was", () => {
  const movement = movements.easy_run;
  const moments = loopOf(skeleton.angles, movement);
  const half = lasts(moments) / 2;
  const now = poseAt(moments, 0.05);
  const later = poseAt(moments, 0.05 + half);
  mirror(skeleton.angles, now).forEach((value, index) => assert.ok(Math.abs(value - later[index]) < 1e-6));
});

test("what is nearer is painted later", () => {
  const ball = (name, depth) => ({ name, ovals: [{ at: [0, 0, depth], r: 0.1, xx: 0, xy: 0, yy: 0, round: true }] });
  const order = backToFront([ball("near", 0.5), ball("far", -0.5), ball("middle", 0)]).map(({ name }) => name);
  assert.deepEqual(order, ["far", "middle", "near"]);
});

test("muscles are lit on the side that works, in two tones", () => {
  const pose = movements.clamshell.frames[0];
  const scene = { ...movements.clamshell, view: [0, 20] };
  const { svg } = drawn(skeleton, pose, scene);
  assert.match(svg, /class="f-main"/);
  const none = drawn(skeleton, pose, { ...scene, zones: { main: [], helper: [] } });
  assert.doesNotMatch(none.svg, /f-main|f-helper/);
});
