import type { Pad } from './pad.ts';
import type { Stop } from './ports.ts';

/** How often a pad that is never loaded again asks for a new version of its page. */
const everyMs = 30 * 60_000;

/**
 * A new version waits until nothing is queued and nobody is here; then its worker takes over, and
 * the page is loaded again with the files of that version.
 */
export const renewWhenQuiet = (
  registration: ServiceWorkerRegistration | undefined,
  pad: Pick<Pad, 'subscribe' | 'view'>,
): Stop => {
  if (registration === undefined) return () => undefined;
  const replace = (): void => {
    if (pad.view().canUpdate) registration.waiting?.postMessage('replace');
  };
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a page takes over without another version of it.
    if (isControlled) location.reload();
    isControlled = true;
  });
  const stop = pad.subscribe(replace);
  const timer = setInterval(() => {
    // Offline there is nothing to ask.
    registration.update().then(replace, () => undefined);
  }, everyMs);
  return () => {
    stop();
    clearInterval(timer);
  };
};
