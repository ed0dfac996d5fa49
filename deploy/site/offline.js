/**
 * Keeps the site's own files in the browser, so that it opens again without a network.
 *
 * `offline.py` puts this before JupyterLite's service worker, and tells `SITE`: the edition and its
 * files. An edition is kept whole once a lesson is awake, and only then is the site read from what
 * is kept: a page never mixes two editions. A newer one takes over when no page of the site is open.
 */
const KEPT = `running-muscles:${SITE.edition}`;
const FILES = new Set(SITE.files);
const WHOLE = new URL("kept-whole", self.registration.scope).href;
const AT_ONCE = 4;

// JupyterLite's worker would take over at once, in the midst of a page of the older edition.
self.skipWaiting = () => Promise.resolve();

self.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name === null) return; // JupyterLite's own: the files that Python sees
  event.stopImmediatePropagation();
  event.respondWith(answered(event.request, name));
});

self.addEventListener("message", (event) => {
  if (event.data === "running-muscles:keep") event.waitUntil(keepAll().catch(() => {})); // another day
});

/** The site's file that is asked for; null where it is none. */
function nameOf({ method, url }) {
  const [place] = url.split(/[?#]/);
  if (method !== "GET" || !place.startsWith(self.registration.scope)) return null;
  const name = decodeURIComponent(place.slice(self.registration.scope.length)).replace(/(^|\/)$/, "$1index.html");
  return FILES.has(name) ? name : null;
}

async function answered(request, name) {
  const kept = await caches.open(KEPT);
  if (await kept.match(WHOLE)) return (await kept.match(addressOf(name))) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (offline) {
    const older = await caches.match(addressOf(name));
    if (older === undefined) throw offline;
    return older;
  }
}

async function keepAll() {
  const kept = await caches.open(KEPT);
  if ((await kept.match(WHOLE)) || self.navigator.connection?.saveData || !(await thereIsRoom())) return;
  const there = new Set((await kept.keys()).map(({ url }) => url));
  const missing = SITE.files.map(addressOf).filter((address) => !there.has(address));
  const take = async () => {
    for (let address = missing.pop(); address !== undefined; address = missing.pop()) await kept.add(address);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  await kept.put(WHOLE, new Response(""));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("running-muscles:") && name !== KEPT).map((name) => caches.delete(name)));
}

/** The learner's results come first: they share the room that a browser gives a site. */
async function thereIsRoom() {
  const { quota, usage } = await navigator.storage.estimate();
  return quota - usage > 3 * SITE.bytes;
}

function addressOf(name) {
  return new URL(name.split("/").map(encodeURIComponent).join("/"), self.registration.scope).href;
}
