import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { placed, spot } from "../../lib/figure/body.js";
import { drawn } from "../../lib/figure/draw.js";
import { lasts, loopOf, mirror, poseAt } from "../../lib/figure/motion.js";
import { backToFront } from "../../lib/figure/order.js";
import { propsAt, sideBySide, signsAt, stillOf } from "../../lib/figure/still.js";
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
  assert.ok(committed.length < 1.6e6);
});

test("every movement is drawn from every side without a hole", () => {
  for (const movement of Object.values(movements)) {
    for (let azimuth = -180; azimuth < 180; azimuth += 60) {
      const { svg, box } = drawn(skeleton, movement.frames[0], { ...movement, props: propsAt(movement, 0), view: [azimuth, 12] });
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

/** Every arrow of a still picture that shows a way, with its key. */
const ways = Object.entries(movements).flatMap(([name, movement]) =>
  movement.still.flatMap((key) => signsAt(skeleton, movement, key).filter(({ trail }) => trail).map((prop) => ({ name, movement, key, prop }))),
);

test("an arrow goes from where a point was to where it is", () => {
  assert.ok(ways.length > 15);
  for (const { name, movement, key, prop } of ways) {
    const [segment, at] = skeleton.points[prop.trail];
    const ends = [prop.from ?? key - 1, key].map((each) => spot(placed(skeleton, movement.frames[movement.keys[each]])[segment], at));
    [prop.through[0], prop.through.at(-1)].forEach((end, index) => {
      const off = Math.hypot(...end.map((value, axis) => value - prop.off[axis] - ends[index][axis]));
      assert.ok(off < 1e-9, `${name}: an end of the arrow is off by ${off} m`);
    });
  }
});

test("an arrow in hops leaves the floor between its ends as often as it says", () => {
  const hopping = ways.filter(({ prop }) => prop.hops);
  assert.ok(hopping.length >= 2);
  for (const { prop } of hopping) {
    const [first, last] = [prop.through[0], prop.through.at(-1)];
    const heights = prop.through.map(([, y], index) => y - first[1] - ((last[1] - first[1]) * index) / (prop.through.length - 1));
    const tops = heights.filter((y, index) => index > 0 && y > heights[index - 1] && y > (heights[index + 1] ?? -1));
    assert.equal(tops.length, prop.hops);
  }
});

test("the moving person needs no arrows: they stand in still pictures alone", () => {
  for (const movement of Object.values(movements)) {
    assert.ok(propsAt(movement, 0.5).every(({ keys, trail }) => keys === undefined && trail === undefined));
  }
});

test("a close picture is drawn larger, and cuts off what lies beyond its frame", () => {
  const pose = movements.heel_walk.frames[0];
  const scene = { view: [14, 6], bare: false };
  const far = drawn(skeleton, pose, scene);
  const close = drawn(skeleton, pose, { ...scene, near: "feet" });
  assert.match(close.svg, /^<svg [^>]*viewBox=/);
  assert.doesNotMatch(close.svg, /f-hair|f-shirt/);
  const wide = ({ box }) => box[2] - box[0];
  const feet = ["foot_r", "foot_l"].map((name) => placed(skeleton, pose)[name].at[0]);
  assert.ok(wide(close) > 2 * Math.abs(feet[0] - feet[1]));
  assert.ok(wide(close) < 3 * wide(far));
  // What was drawn large leaves the next picture as it was.
  assert.equal(drawn(skeleton, pose, scene).svg, far.svg);
});

test("one foot by itself shows its toes and nothing of the other", () => {
  const { svg } = drawn(skeleton, movements.toe_yoga.frames[0], { ...movements.toe_yoga, props: [] });
  assert.equal(svg.match(/f-nail/g).length, 1);
  const { svg: both } = drawn(skeleton, movements.toe_yoga.frames[0], { ...movements.toe_yoga, props: [], near: "feet" });
  assert.equal(both.match(/f-nail/g).length, 2);
});

test("a ghost stands behind the person and inside the picture", () => {
  const [start, end] = movements.lunge.keys.map((key) => movements.lunge.frames[key]);
  const scene = { view: movements.lunge.view };
  const { svg, box } = drawn(skeleton, end, { ...scene, ghost: start });
  assert.ok(svg.indexOf("f-ghost") < svg.indexOf("f-skin"));
  assert.ok(box[0] <= drawn(skeleton, start, scene).box[0] + 1e-9);
});

test("a picture and its close-up stand side by side and do not touch", () => {
  const box = [0, -1, 1, 0];
  const { viewBox } = sideBySide([{ svg: "", box }], [{ svg: "", box: [0, 0, 2, 0.5] }]);
  const [, , width, height] = viewBox.split(" ").map(Number);
  assert.ok(width > 3 * 280);
  assert.ok(height < 1.2 * 280);
});

test("eyes are open or closed, and only on the side of the face", () => {
  const { frames, props, view } = movements.single_leg_stance_eyes_closed;
  const eyes = (kind, azimuth) => drawn(skeleton, frames[0], { view: [azimuth, 8], props: props.filter(({ kind: each }) => each === "lids").map((each) => ({ ...each, kind })) }).svg;
  assert.match(eyes("eyes", view[0]), /f-white/);
  assert.doesNotMatch(eyes("lids", view[0]), /f-white/);
  assert.match(eyes("lids", view[0]), /f-ink/);
  assert.doesNotMatch(eyes("lids", -90), /f-ink/);
});

test("a still picture of every movement says nothing that is not a number", () => {
  for (const movement of Object.values(movements)) {
    const { svg, viewBox } = stillOf(skeleton, movement);
    assert.doesNotMatch(svg + viewBox, /NaN|undefined|Infinity/);
  }
});
