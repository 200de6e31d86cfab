/** Registers the service worker of the page. */

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { readonly createScriptURL: (url: string) => string };
}

const workerUrl = '/pad/sw.js';

/** The policy of the page lets no text be a script's address, except through this. */
const trustedUrl = (): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: ScriptUrls };
  const policy = trustedTypes?.createPolicy('pad', { createScriptURL: () => workerUrl });
  return policy?.createScriptURL(workerUrl) ?? workerUrl;
};

export const registerWorker = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator
    ? navigator.serviceWorker.register(trustedUrl(), { scope: '/pad/', updateViaCache: 'none' })
    : undefined;
