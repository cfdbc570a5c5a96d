// Keeps the gate's page and what it needs, so that it can be reloaded without network. Newest first, kept as fallback.
'use strict';
const KEPT = 'yicheng-gate-1';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  const ours = event.request.method === 'GET' && address.origin === location.origin
    && (address.pathname.startsWith('/gate/') || address.pathname.startsWith('/assets/'));
  if (!ours) { return; }
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    try {
      const fresh = await fetch(event.request);
      if (fresh.ok) { await cache.put(event.request, fresh.clone()); }
      return fresh;
    } catch (away) {
      const kept = await cache.match(event.request);
      if (kept) { return kept; }
      throw away;
    }
  })());
});
