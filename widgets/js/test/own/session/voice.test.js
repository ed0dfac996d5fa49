import assert from "node:assert/strict";
import { test } from "node:test";

import { Voice } from "../../../lib/own/session/voice.js";

/** @param {object[]} voices */
function withVoices(voices) {
  /** @type {any} */ (globalThis).speechSynthesis = { getVoices: () => voices, cancel: () => {}, speak: () => assert.fail("it spoke") };
  return new Voice();
}

test("without a voice there is nothing to switch, and speaking does nothing", () => {
  delete (/** @type {any} */ (globalThis).speechSynthesis);
  const voice = new Voice();
  assert.equal(voice.there, false);
  voice.say("Go");
  voice.hush();
  voice.onChange(() => {})();
});

test("a voice that is made elsewhere, or speaks another language, is none", () => {
  for (const voices of [[], [{ localService: false, lang: "en-GB" }], [{ localService: true, lang: "de-DE" }]]) {
    const voice = withVoices(voices);
    assert.equal(voice.there, false);
    voice.say("Go");
  }
  assert.equal(withVoices([{ localService: true, lang: "en-US" }]).there, true);
});
