/**
 * Keeps the page of the pad, so that it opens without a network. It answers for the files of its own
 * list alone, never for the interface: what is sent and read there passes it by.
 */
declare const self: ServiceWorkerGlobalScope;

/** By address: the integrity of each file. The build writes both. */
declare const PRECACHE: Readonly<Record<string, string>>;
declare const VERSION: string;

const prefix = 'pad-';
const cacheName = `${prefix}${VERSION}`;

/** A file of another build fails its integrity, so a cache holds one build or does not come to be. */
const keep = async (cache: Cache, [address, integrity]: readonly [string, string]) => {
  const answer = await fetch(address, { integrity, cache: 'no-cache', credentials: 'omit' });
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
};

const keepAll = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  await Promise.all(Object.entries(PRECACHE).map((entry) => keep(cache, entry)));
};

const removeOthers = async (): Promise<void> => {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
};

/** A cache may be evicted by a system that lacks space. */
const answerFor = async (path: string, request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
};

interface Routes {
  readonly condition: { readonly urlPattern: string };
  readonly source: 'network';
}

/** Newer than the types of the browser, and than some browsers. */
interface RoutingInstall extends ExtendableEvent {
  addRoutes?(routes: Routes): Promise<void>;
}

/**
 * A pad asks every few seconds. Calls of the interface that pass through the worker keep it busy, and
 * while it is busy the browser lets no new one take over.
 */
const passBy: Routes = { condition: { urlPattern: '/v1/*' }, source: 'network' };

self.addEventListener('install', (event: RoutingInstall) => {
  event.waitUntil(Promise.all([keepAll(), event.addRoutes?.(passBy)]));
});

self.addEventListener('activate', (event) =>
  event.waitUntil(removeOthers().then(() => self.clients.claim())),
);

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const isOwn =
    event.request.method === 'GET' && origin === self.location.origin && pathname in PRECACHE;
  if (isOwn) event.respondWith(answerFor(pathname, event.request));
});

/** A page says when nobody uses it; until then the worker before goes on with its own files. */
self.addEventListener('message', (event) => {
  if (event.data === 'replace') void self.skipWaiting();
});
