import type { PadDeps, Surroundings } from './ports.ts';

/** Holds the lock for as long as the page is open; the browser frees it when the page ends. */
const hold = (ready: () => void): Promise<never> => {
  ready();
  return new Promise(() => undefined);
};

const becomeOnly: Surroundings['becomeOnly'] = (onWait) =>
  new Promise((resolve) => {
    void navigator.locks.request('pad', { ifAvailable: true }, (lock) => {
      if (lock !== null) return hold(resolve);
      onWait();
      void navigator.locks.request('pad', () => hold(resolve));
      return undefined;
    });
  });

const isFullscreen = (): boolean =>
  matchMedia('(display-mode: fullscreen), (display-mode: standalone)').matches ||
  document.fullscreenElement !== null;

const hasWorker = async (): Promise<boolean> =>
  Boolean((await navigator.serviceWorker.getRegistration())?.active);

const surroundings = (): Surroundings => ({
  isSecure: isSecureContext && 'subtle' in crypto && 'indexedDB' in globalThis,
  isFullscreen,
  hasWorker,
  persist: async () => (await navigator.storage.persisted()) || navigator.storage.persist(),
  becomeOnly,
  onOnline: (listener) => {
    addEventListener('online', listener);
    return () => removeEventListener('online', listener);
  },
});

/** The browser as the pad needs it. */
export const browserDeps = (version: string): PadDeps => ({
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  fetch: (path, init) => fetch(path, init),
  crypto,
  databases: globalThis.indexedDB,
  surroundings: surroundings(),
  version,
});
