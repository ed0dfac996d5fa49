import assert from "node:assert/strict";
import { after, test } from "node:test";
import { learnersClock, localDay } from "../../lib/base/clock.js";

const HOUR_MS = 3_600_000;
const home = process.env.TZ;
after(() => (home === undefined ? delete process.env.TZ : (process.env.TZ = home)));

// East, west, half hours, and midnights that a change of the clock leaves out.
const ZONES = ["Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "America/Santiago", "Africa/Cairo", "UTC"];
const CHANGES = ["2026-03-28", "2026-03-07", "2026-04-04", "2026-04-23", "2026-09-05", "2026-10-24", "2026-10-31", "2026-12-31"];

for (const zone of ZONES) {
  test(`the day is the one that a calendar in ${zone} shows, hour by hour over every change`, () => {
    process.env.TZ = zone;
    const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
    for (const from of CHANGES) {
      for (let hours = 0; hours < 60; hours += 1) {
        const moment = new Date(Date.parse(from) + hours * HOUR_MS + 1234);
        const { today, utc_offset_minutes: offset } = learnersClock(moment);
        assert.equal(localDay(moment), calendar.format(moment));
        assert.equal(today, new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 10));
      }
    }
  });
}
