// Keeps the tablet's app of one build, whole: page and files always belong together. Nothing of what the hub says
// goes through here. The build writes its version and its files in place of the two names below.
const shelf = `tablet-${VERSION}`;
const page = '/tablet/';

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(shelf);
    await cache.addAll(FILES.map((path) => new Request(path, { cache: 'reload' })));
    // The page that is open has all it needs; the next one that is opened is the new one.
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('tablet-') && name !== shelf);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const wanted = request.mode === 'navigate' && pathname.startsWith(page) ? page : pathname;
  if (!FILES.includes(wanted)) return;
  const answer = async () => (await (await caches.open(shelf)).match(wanted)) ?? fetch(request);
  event.respondWith(answer());
});
