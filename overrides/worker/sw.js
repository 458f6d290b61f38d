// Keeps one version of the site for reading without a network. VERSION and PLAN stand above, written
// by the build: the digest of each file, the files for every reader, and those of each language.
//
// Pages come from the network while there is one. A page that is this version's, from the network or
// from what is kept, gets all its parts from what is kept; any other page gets all of them from the
// network. A file is kept only if its digest is this version's, so no page ever mixes two versions.
const CACHE = "helpcenter-" + VERSION;
const CLIENTS = "helpcenter-clients";
const LONG = 24 * 60 * 60 * 1000;
const scope = new URL(self.registration.scope);

// Never from the browser's own cache, which knows no versions; and without the page's signal: a
// reader may leave before the answer is there, and a request broken off would count as a failure.
const FRESH = { cache: "no-cache", signal: null };

/** Pages on their way: whether they are this version's. */
const judging = new Map();

const full = (name) => new URL(name, scope).href;
const nameOf = (url) => (url.startsWith(scope.href) ? url.slice(scope.href.length).split(/[?#]/)[0] : null);
const mark = (locale) => full("?kept=" + locale);
const clientMark = (id) => full("?client=" + encodeURIComponent(id));

async function isOurs(name, response) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  const hex = [...digest].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.startsWith(PLAN.files[name]);
}

/** The response as pages get it: it may not be used again without asking here, which version fits;
 * and what came by a detour could not answer for a page. */
function asked(response) {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-cache");
  return new Response(response.body, { headers });
}

async function keep(names) {
  const cache = await caches.open(CACHE);
  for (const name of names) {
    if (await cache.match(full(name))) continue;
    const response = await fetch(full(name), FRESH);
    // The digest alone decides: hosts may answer for 404.html with the status 404.
    if (!(await isOurs(name, response.clone()))) throw new Error("another version: " + name);
    await cache.put(full(name), asked(response));
  }
}

async function keepLanguage(locale) {
  if (!Object.hasOwn(PLAN.sets, locale)) return;
  const cache = await caches.open(CACHE);
  if (await cache.match(mark(locale))) return;
  await keep(PLAN.sets[locale]);
  await cache.put(mark(locale), new Response(""));
}

/** The languages that an older version kept: a new one is complete before it takes over. */
async function keptBefore() {
  const found = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith("helpcenter-")) continue;
    const cache = await caches.open(name);
    for (const locale of Object.keys(PLAN.sets)) if (await cache.match(mark(locale))) found.add(locale);
  }
  return found;
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await keep(PLAN.core);
    for (const locale of await keptBefore()) await keepLanguage(locale);
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("helpcenter-") && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

/** Notes that a page is this version's; `cached` if it came from what is kept. */
async function remember(id, cached) {
  const note = { version: VERSION, cached, at: Date.now() };
  // Not in memory: the browser ends a worker that has nothing to do.
  if (id) await (await caches.open(CLIENTS)).put(clientMark(id), new Response(JSON.stringify(note)));
}

/** What is noted of a page; null if it is not this version's. */
async function recall(id) {
  await judging.get(id);
  const found = id && (await (await caches.open(CLIENTS)).match(clientMark(id)));
  const note = found ? await found.json() : null;
  return note?.version === VERSION ? note : null;
}

/** Forgets pages that were closed. */
async function forget() {
  const cache = await caches.open(CLIENTS);
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  const marks = new Set(open.map((one) => clientMark(one.id)));
  for (const one of await cache.keys()) {
    if (marks.has(one.url)) continue;
    const { at } = await (await cache.match(one)).json();
    if (Date.now() - at > LONG) await cache.delete(one);
  }
}

async function judge(id, name, response) {
  const copy = response.clone();
  if (!(await isOurs(name, response))) return;
  await remember(id, false);
  const cache = await caches.open(CACHE);
  if (!(await cache.match(full(name)))) await cache.put(full(name), asked(copy));
}

/** The page that says that there is none: in the language of the address, if that has its own. */
function lost(name) {
  const own = PLAN.core.find((one) => one.endsWith("/404.html") && name.startsWith(one.slice(0, -8)));
  return full(own ?? "404.html");
}

async function page(event, name) {
  const id = event.resultingClientId;
  try {
    const response = await fetch(event.request, FRESH);
    // Once a newer version is ready, which takes over when no page is open, what is kept is old.
    if (response.ok && !self.registration.waiting && Object.hasOwn(PLAN.files, name)) {
      const judged = judge(id, name, response.clone()).catch(() => {});
      judging.set(id, judged);
      event.waitUntil(judged.then(() => judging.delete(id)));
    }
    return response;
  } catch (error) {
    const cache = await caches.open(CACHE);
    const kept = (await cache.match(full(name))) ?? (await cache.match(lost(name)));
    if (!kept) return Response.error();
    await remember(id, true);
    return kept;
  }
}

async function part(event, name) {
  const note = await recall(event.clientId);
  const kept = note && (await (await caches.open(CACHE)).match(full(name)));
  if (kept) return kept;
  try {
    const response = await fetch(event.request, FRESH);
    const other = note?.cached && !(await isOurs(name, response.clone()));
    return other || !response.ok ? Response.error() : asked(response);
  } catch {
    return Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const name = nameOf(event.request.url);
  if (event.request.method !== "GET" || name === null) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, name));
  else if (Object.hasOwn(PLAN.files, name)) event.respondWith(part(event, name));
});

self.addEventListener("message", (event) => {
  const { locale } = event.data;
  event.waitUntil((async () => {
    const cached = Boolean((await recall(event.source.id))?.cached);
    event.ports[0]?.postMessage({ cached, date: PLAN.dates[locale] ?? "" });
    if (!cached) await keepLanguage(locale).catch(() => {});
    event.ports[0]?.postMessage({ kept: true });
    await forget();
  })());
});
