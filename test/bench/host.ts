import type { LoopOptions } from '../support/loop.ts';

/** The function hosts that the runtime has, the fastest first: how `startLoop` is asked for each. */
const asked = {
  inProcess: { host: 'inProcess', isDirect: true },
  workers: { host: 'workers' },
} as const satisfies Record<string, LoopOptions>;

export type Host = keyof typeof asked;
export const hosts = Object.keys(asked) as readonly Host[];

/** The one that a measurement takes when it is not about the host. */
export const usualHost: Host = 'inProcess';

export const inHost = (host: Host): LoopOptions => asked[host];
