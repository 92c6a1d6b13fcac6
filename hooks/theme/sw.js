/* Keeps what a telephone has opened, so that it can be read where there is no network. The build writes its own name and what
   belongs to the page "not opened yet" into SETTINGS; a new build is a new worker.

   A page or file kept under this build is shown at once; a page is asked for again behind it, and whoever reads it is told if
   it has changed. What was kept under an earlier build is asked for first and shown only where the network does not answer.
   A reload always asks. What the theme names after its contents never changes. Nothing that failed is kept. */
"use strict";
const SETTINGS = { build: "none", unseen: { "": "unseen/" }, shell: [] };
const HOME = new URL("./", self.location).href;
const NAME = `broadside ${new URL(HOME).pathname} `; // two sites may share a server
const SHELL = `${NAME}shell ${SETTINGS.build}`, PAGES = `${NAME}pages`, FILES = `${NAME}files`;
const BUILD = "x-broadside-build", SIZE = "x-broadside-size", TITLE = "x-broadside-title";
const PATIENCE_MS = 4000;      // our choice: a worker at the site with one bar of signal reads the older page after this
const PAGES_MOST = 300;        // our choice: more than anybody opens in a month; about 20 MB
const FILES_MOST = 80e6;       // our choice, bytes: a small part of what browsers grant a site
const FILE_MOST = 10e6;        // our choice, bytes: a print shop's banner is not for a telephone
const PAGE = /(\/|\.html)$/;
const HASHED = /\.[0-9a-f]{8}\.min\.(js|css)$/;

self.addEventListener("install", event => {
  event.waitUntil((async () => {
    const shell = await caches.open(SHELL);
    await shell.addAll(SETTINGS.shell.map(each => new Request(HOME + each, { cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", event => {
  event.waitUntil((async () => {
    const ours = (await caches.keys()).filter(name => name.startsWith(NAME));
    await Promise.all(ours.filter(name => ![SHELL, PAGES, FILES].includes(name)).map(name => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(HOME) || request.headers.has("range")) return;
  if (url.search && request.destination === "image") return; // somebody asks whether the network is there
  const isPage = PAGE.test(url.pathname);
  if (request.mode === "navigate" && isPage) event.respondWith(openPage(event, url.origin + url.pathname));
  else if (request.mode === "navigate") event.respondWith(openFile(event, request.url).catch(() => showUnseen(url)));
  else if (!isPage && !url.pathname.endsWith("/sw.js")) event.respondWith(openFile(event, request.url));
});

/* The first page on a device is read before this worker is there: the page then names what it is made of. */
self.addEventListener("message", event => {
  if (event.data?.type === "bs-keep") event.waitUntil(keepAll(event.data.addresses));
});

async function keepAll(addresses) {
  const files = await caches.open(FILES);
  for (const address of addresses) {
    const url = new URL(address), key = url.origin + url.pathname;
    if (!address.startsWith(HOME) || url.pathname.endsWith("/sw.js")) continue;
    try {
      if (PAGE.test(url.pathname)) await keepPage(key, await fetch(key));
      else if (!(await files.match(address))) await keepFile(files, address, await fetch(address));
    } catch { /* the network has gone: what is not kept now is kept when it is opened again */ }
  }
}

const isFresh = (event, kept) => kept?.headers.get(BUILD) === SETTINGS.build && event.request.cache === "default";

async function openPage(event, key) {
  const pages = await caches.open(PAGES);
  const kept = await pages.match(key);
  if (isFresh(event, kept)) {
    event.waitUntil(renew(event, key, kept.clone()));
    return kept;
  }
  const asked = fetch(event.request).then(response => {
    event.waitUntil(keepPage(key, response.clone()));
    return response;
  });
  try {
    const response = await (kept ? Promise.race([asked, wait(PATIENCE_MS)]) : asked);
    if (response && !(kept && response.status >= 500)) return response;
  } catch { /* there is no network */ }
  event.waitUntil(asked.catch(() => {}));
  return kept || showUnseen(new URL(key));
}

/* Ask again for a page that is being read; if it has changed, say so. */
async function renew(event, key, kept) {
  try {
    const response = await fetch(key, { cache: "no-cache", credentials: "same-origin" });
    if (response.redirected) return;
    const before = await kept.text(), now = response.ok && (await response.clone().text());
    await keepPage(key, response);
    if (now && now !== before) (await self.clients.get(event.resultingClientId))?.postMessage({ type: "bs-newer" });
  } catch { /* there is no network: what is kept is what there is */ }
}

async function keepPage(key, response) {
  const pages = await caches.open(PAGES);
  if (response.status === 404 || response.status === 410) await pages.delete(key);
  if (!response.ok || response.redirected || response.type !== "basic") return;
  const text = await response.text();
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1].trim() ?? "";
  await put(pages, key, response, text, { [TITLE]: encodeURIComponent(title) });
  const keys = await pages.keys();
  await Promise.all(keys.slice(0, Math.max(keys.length - PAGES_MOST, 0)).map(each => pages.delete(each)));
}

/* What is kept again comes last, so that what goes first is what was not opened for longest. */
async function put(cache, key, response, body, marks) {
  const headers = new Headers({ "content-type": response.headers.get("content-type") || "", [BUILD]: SETTINGS.build, ...marks });
  await cache.put(key, new Response(body, { headers }));
}

async function openFile(event, key) {
  const files = await caches.open(FILES), ours = await (await caches.open(SHELL)).match(key);
  if (ours) return ours;
  const kept = await files.match(key);
  if (kept && (HASHED.test(key) || isFresh(event, kept))) return kept;
  try {
    const response = await fetch(event.request);
    if (kept && response.status >= 500) return kept;
    event.waitUntil(keepFile(files, key, response.clone()));
    return response;
  } catch (fault) {
    if (kept) return kept;
    throw fault;
  }
}

async function keepFile(files, key, response) {
  if (response.status !== 200 || response.redirected || response.type !== "basic") return;
  const body = await response.blob();
  if (body.size > FILE_MOST) return;
  const kept = await (sizes ??= readSizes(files));
  await put(files, key, response, body, { [SIZE]: String(body.size) });
  kept.delete(key);
  kept.set(key, body.size);
  let all = [...kept.values()].reduce((sum, size) => sum + size, 0);
  for (const [each, size] of kept) {
    if (all <= FILES_MOST) break;
    all -= size;
    kept.delete(each);
    await files.delete(each);
  }
}

/* What each kept file takes, the one not asked for for longest first. It is read once in this worker's life: to read it again for
   every file that is kept costs a search, which asks for many small ones, five times its own work. */
let sizes;

async function readSizes(files) {
  const found = new Map();
  for (const each of await files.keys()) found.set(each.url, Number((await files.match(each))?.headers.get(SIZE) || 0));
  return found;
}

/* The page "not opened yet", in the language of the one that was asked for; its links are told where it stands. */
async function showUnseen(url) {
  const place = url.href.slice(HOME.length);
  const languages = Object.keys(SETTINGS.unseen).sort((one, other) => other.length - one.length);
  const address = HOME + SETTINGS.unseen[languages.find(each => place.startsWith(each))];
  const page = await (await caches.open(SHELL)).match(address);
  if (!page) return Response.error();
  const text = (await page.text()).replace("<head>", `<head><base href="${address}">`);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

const wait = time => new Promise(done => setTimeout(done, time));
