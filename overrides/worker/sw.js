// Keeps one version of the site for reading without a network. VERSION and PLAN stand above, written
// by the build: the digest of each file, the files for every reader, and those of each language.
//
// With a network nothing changes: pages come from it. Without one they come from this version, and
// then all that belongs to them does. A file is kept only if its digest is this version's.
const CACHE = "helpcenter-" + VERSION;
const CLIENTS = "helpcenter-clients";
const scope = new URL(self.registration.scope);
const same = new Set();

const full = (name) => new URL(name, scope).href;
const nameOf = (url) => (url.startsWith(scope.href) ? url.slice(scope.href.length).split(/[?#]/)[0] : null);
const mark = (locale) => full("?kept=" + locale);

async function isOurs(name, response) {
  const bytes = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.startsWith(PLAN.files[name]);
}

async function keep(names) {
  const cache = await caches.open(CACHE);
  for (const name of names) {
    if (await cache.match(full(name))) continue;
    const response = await fetch(full(name), { cache: "no-cache" });
    // 404.html is a page like the others here.
    if (!response.ok || !(await isOurs(name, response))) throw new Error("another version: " + name);
    await cache.put(full(name), response);
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

const clientMark = (id) => full("?client=" + encodeURIComponent(id));

async function isCached(id) {
  return Boolean(id && (await (await caches.open(CLIENTS)).match(clientMark(id))));
}

async function page(event, name) {
  const cache = await caches.open(CACHE);
  try {
    // Not from the browser's own cache, which does not know versions either.
    const response = await fetch(event.request, { cache: "no-cache" });
    if (response.ok && Object.hasOwn(PLAN.files, name)) {
      event.waitUntil((async (copy) => {
        if (!(await isOurs(name, copy))) return;
        same.add(event.resultingClientId);
        if (!(await cache.match(full(name)))) await cache.put(full(name), copy);
      })(response.clone()));
    }
    return response;
  } catch (error) {
    const kept = (await cache.match(full(name))) ?? (await cache.match(full("404.html")));
    if (!kept) throw error;
    await (await caches.open(CLIENTS)).put(clientMark(event.resultingClientId), new Response(""));
    return kept;
  }
}

async function part(event, name) {
  const cache = await caches.open(CACHE);
  const cached = await isCached(event.clientId);
  if (cached) return (await cache.match(full(name))) ?? Response.error();
  try {
    return await fetch(event.request);
  } catch (error) {
    const kept = same.has(event.clientId) && (await cache.match(full(name)));
    if (!kept) throw error;
    return kept;
  }
}

self.addEventListener("fetch", (event) => {
  const name = nameOf(event.request.url);
  if (event.request.method !== "GET" || name === null) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, name));
  else if (Object.hasOwn(PLAN.files, name)) event.respondWith(part(event, name));
});

self.addEventListener("message", (event) => {
  event.waitUntil((async () => {
    const { locale } = event.data;
    const cached = await isCached(event.source.id);
    event.ports[0]?.postMessage({ cached, date: PLAN.dates[locale] ?? "" });
    if (!cached) await keepLanguage(locale).catch(() => {});
    event.ports[0]?.postMessage({ kept: true });
  })());
});
