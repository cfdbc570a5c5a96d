// Keeps what a reader may keep: the list, each document's page, its file. Everything is asked of the server first; the
// copies serve only when it does not answer, for a few days, for one reader. What is not on the server's list goes.
'use strict';
const KEPT = 'yicheng-documents-1';
const STATE = '/documents/.kept';
const AT_ONCE = 4;
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

const state = async (cache) => {
  const found = await cache.match(STATE);
  return found ? found.json() : null;
};

const fresh = async (cache, path) => {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { 'X-Keep': '1' } });
  if (answer.ok && !answer.redirected) { await cache.put(path, answer); return true; }
  await cache.delete(path);
  return false;
};

const keep = async (ask) => {
  if (!ask.reader) { await caches.delete(KEPT); return { state: 'gone' }; }
  let answer;
  try {
    answer = await fetch('/api/v1/documents/kept', { credentials: 'same-origin', cache: 'no-store' });
  } catch {
    const known = await state(await caches.open(KEPT));
    return { state: 'away', at: known ? known.at : 0 };
  }
  if (answer.status === 401 || answer.status === 403) { await caches.delete(KEPT); return { state: 'gone' }; }
  if (!answer.ok) { return { state: 'busy' }; }
  const list = await answer.json();
  let cache = await caches.open(KEPT);
  let known = await state(cache);
  if (known && known.reader !== list.reader) {
    await caches.delete(KEPT);
    cache = await caches.open(KEPT);
    known = null;
  }
  const wanted = new Map();
  for (const item of list.items) {
    wanted.set(item.page, item.tag + ' ' + ask.look);
    if (item.file) { wanted.set(item.file, item.tag); }
  }
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!wanted.has(pathname) && pathname !== STATE && pathname !== '/documents' && !pathname.startsWith('/assets/')) {
      await cache.delete(request);
    }
  }
  const tags = {};
  const missing = [];
  for (const [path, tag] of wanted) {
    if (known && known.tags[path] === tag && await cache.match(path)) { tags[path] = tag; } else { missing.push([path, tag]); }
  }
  const assets = [];
  for (const asset of ask.assets) { if (!await cache.match(asset)) { assets.push(asset); } }
  await Promise.all(assets.map((asset) => fresh(cache, asset)));
  await fresh(cache, '/documents');
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    await Promise.all(missing.slice(i, i + AT_ONCE).map(async ([path, tag]) => {
      if (await fresh(cache, path)) { tags[path] = tag; }
    }));
  }
  await cache.put(STATE, new Response(JSON.stringify({
    reader: list.reader, at: Date.now(), until: Date.now() + list.days * 86400000, tags,
    lang: ask.lang, missing: ask.missing, back: ask.back,
  })));
  return { state: 'kept', kept: list.items.filter((item) => tags[item.page]).length };
};

let turn = Promise.resolve();
addEventListener('message', (event) => {
  turn = turn.then(() => keep(event.data)).then((said) => event.ports[0].postMessage(said))
    .catch(() => event.ports[0].postMessage({ state: 'busy' }));
  event.waitUntil(turn);
});

const escaped = (text) => text.replace(/[&<>"]/g, (c) => '&#' + c.charCodeAt(0) + ';');
const nothing = (known) => new Response('<!doctype html><html lang="' + (known ? known.lang : 'zh-CN') + '"><meta charset="utf-8">'
  + '<meta name="viewport" content="width=device-width, initial-scale=1"><title>' + escaped(known ? known.back : '议成') + '</title><main><h1>'
  + escaped(known ? known.missing : '没有网络 No network') + '</h1>' + (known ? '<p><a href="/documents">' + escaped(known.back) + '</a></p>' : '')
  + '</main></html>', { status: 503, headers: { 'Content-Type': 'text/html;charset=UTF-8' } });

const copy = async (request, path) => {
  const cache = await caches.open(KEPT);
  const known = await state(cache);
  if (known && Date.now() > known.until) {
    await caches.delete(KEPT);
    return nothing(null);
  }
  const found = await cache.match(path === '/documents' ? path : request, { ignoreVary: true })
    || (path.startsWith('/documents/') && await cache.match(path, { ignoreVary: true }));
  return found || (request.mode === 'navigate' ? nothing(known) : Response.error());
};

addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  const path = address.pathname;
  const ours = event.request.method === 'GET' && address.origin === location.origin
    && (path === '/documents' || path.startsWith('/documents/') || path.startsWith('/assets/'));
  if (!ours) { return; }
  event.respondWith((async () => {
    try {
      const answer = await fetch(event.request);
      if (answer.status === 404 || answer.status === 410) { await (await caches.open(KEPT)).delete(path); }
      return answer;
    } catch {
      return copy(event.request, path);
    }
  })());
});
