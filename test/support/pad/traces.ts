/** All that a page of a pad has and keeps, as one text. */
import type { Page } from 'playwright-core';

/** What a script can read is decoded: ciphertext stays what it is. */
const TRACES = `(async () => {
  const textOf = (key, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder().decode(value)
      : value instanceof CryptoKey ? '' : value;
  const settled = (request) => new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const database = await settled(indexedDB.open('pad'));
  const stored = {};
  for (const name of database.objectStoreNames)
    stored[name] = await settled(database.transaction(name).objectStore(name).getAll());
  database.close();
  const cached = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      cached.push(request.url, await (await cache.match(request)).text());
  }
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return JSON.stringify({
    page: document.documentElement.outerHTML,
    fields,
    stored,
    cached,
    local: { ...localStorage },
    session: { ...sessionStorage },
    history: [history.length, history.state, location.href],
    cookie: document.cookie,
  }, textOf);
})()`;

interface Traces {
  readonly page: string;
  readonly stored: { readonly ratings: readonly unknown[]; readonly settings: readonly unknown[] };
  readonly history: readonly unknown[];
}

export const tracesOn = async (page: Page): Promise<{ text: string; traces: Traces }> => {
  const text = await page.evaluate<string>(TRACES);
  return { text, traces: JSON.parse(text) as Traces };
};
