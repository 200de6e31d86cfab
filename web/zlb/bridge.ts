/**
 * The bridge of the platform (浙里办), as far as this page uses it. Read in the code of others that
 * live there, not in its documents: to be confirmed with the platform.
 */
interface Bridge {
  readonly onReady: (ready: () => void) => void;
  readonly getUiStyle: () => Promise<{ readonly uiStyle?: string }>;
}

/** A page that waits longer for the platform would be slower than useful. */
const PATIENCE_MS = 600;
const AGAIN_MS = 30;

const bridgeNow = (): Bridge | undefined =>
  (window as Window & { readonly ZWJSBridge?: Bridge }).ZWJSBridge;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The script of the bridge is not waited for by the document, so it may come later than this one. */
const findBridge = async (): Promise<Bridge> => {
  const found = bridgeNow();
  if (found !== undefined) return found;
  await pause(AGAIN_MS);
  return findBridge();
};

const askStyle = async (): Promise<boolean> => {
  const bridge = await findBridge();
  await new Promise<void>((resolve) => {
    bridge.onReady(resolve);
  });
  return (await bridge.getUiStyle()).uiStyle === 'elder';
};

/** Whether the reader uses the platform in its version for elders; false when it does not say. */
export const isElder = (): Promise<boolean> =>
  Promise.race([askStyle().catch(() => false), pause(PATIENCE_MS).then(() => false)]);
