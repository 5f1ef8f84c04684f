// Keeps the console itself, so that a plan taken along can be written where there is no connection.
// It never touches /api: what the hub says of people is not kept here.
const shelf = 'console';
const base = new URL(self.registration.scope).pathname;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Keeps the beginning of every screen, and exactly the files that the page has loaded. */
async function keep(paths) {
  const cache = await caches.open(shelf);
  await cache.addAll([base, ...paths].map((path) => new Request(path, { cache: 'no-cache' })));
  const wanted = new Set([base, ...paths]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (!port || !Array.isArray(event.data?.keep)) return;
  event.waitUntil(
    keep(event.data.keep).then(
      () => port.postMessage('kept'),
      (error) => port.postMessage(String(error)),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(base)) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(async () => (await caches.match(base)) ?? Response.error()));
  } else if (pathname.startsWith(`${base}assets/`)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  }
});
