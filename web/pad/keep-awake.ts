interface WakeLocks {
  request(kind: 'screen'): Promise<unknown>;
}

/** The screen stays on; a browser that cannot do that follows the settings of its device. */
export const keepAwake = (): void => {
  const { wakeLock } = navigator as { readonly wakeLock?: WakeLocks };
  if (wakeLock === undefined) return;
  // Refused while hidden or short of power; asked again when the page is seen again.
  const ask = (): void => {
    if (document.visibilityState === 'visible') wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
};
