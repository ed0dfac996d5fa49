/**
 * A voice that says what the screen says, where this machine has one of its own. Voices that are
 * made elsewhere are left alone: they would send the words over the network.
 */
import { browserStorage } from "../../base/storage.js";

const KEY = "running-muscles:voice";
const OFF = "off";

export class Voice {
  constructor() {
    /** @type {SpeechSynthesis | undefined} */
    this.speech = globalThis.speechSynthesis;
    this.on = !isOff();
  }

  /** Whether there is a voice to speak with. */
  get there() {
    return this.#own() !== undefined;
  }

  /** Voices may come late. @param {() => void} listener @returns {() => void} undo */
  onChange(listener) {
    this.speech?.addEventListener?.("voiceschanged", listener);
    return () => this.speech?.removeEventListener?.("voiceschanged", listener);
  }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    if (!on) this.hush();
    try {
      if (on) browserStorage()?.removeItem(KEY);
      else browserStorage()?.setItem(KEY, OFF);
    } catch {
      // This page remembers.
    }
  }

  /** The newest word counts: what is still being said ends. @param {string} words */
  say(words) {
    const voice = this.#own();
    if (!this.on || voice === undefined) return;
    this.hush();
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    this.speech?.speak(said);
  }

  hush() {
    this.speech?.cancel();
  }

  #own() {
    return this.speech?.getVoices().find(({ localService, lang }) => localService && lang.toLowerCase().startsWith("en"));
  }
}

function isOff() {
  try {
    return browserStorage()?.getItem(KEY) === OFF;
  } catch {
    return false;
  }
}
