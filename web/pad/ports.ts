/** What the pad needs of its browser. `browserDeps` passes the real ones, tests pass their own. */

/** Stops what it was returned for. */
export type Stop = () => void;

export interface Clocks {
  /** Milliseconds since 1970 by the clock of the device, which may be wrong and may be set. */
  readonly now: () => number;
  /** Milliseconds since any moment; never goes back. */
  readonly elapsed: () => number;
}

export interface Timers {
  /** Runs something once after `ms`. */
  readonly after: (ms: number, run: () => void) => Stop;
}

export interface Surroundings {
  /** Without a secure context a browser has neither WebCrypto nor a service worker. */
  readonly isSecure: boolean;
  readonly isFullscreen: () => boolean;
  /** Whether the service worker is there, so that the page opens without a network. */
  readonly hasWorker: () => Promise<boolean>;
  /** Asks the browser not to evict the database; a refusal is usual and not a fault. */
  readonly persist: () => Promise<boolean>;
  /** Resolves once this page is the only one of the pad; calls `onWait` when another one is. */
  readonly becomeOnly: (onWait: () => void) => Promise<void>;
  /** Calls the listener when the network is back. */
  readonly onOnline: (listener: () => void) => Stop;
}

export interface PadDeps extends Clocks, Timers {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly crypto: Pick<Crypto, 'getRandomValues' | 'subtle'>;
  readonly databases: Pick<IDBFactory, 'open'>;
  readonly surroundings: Surroundings;
  /** The version of the page. */
  readonly version: string;
}
