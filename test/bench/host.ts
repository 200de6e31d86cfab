import type { LoopOptions } from '../support/loop.ts';

/**
 * The function hosts of the runtime, the fastest first, with the options of `startLoop` for each.
 */
const asked = {
  inProcess: { host: 'inProcess', isDirect: true },
  workers: { host: 'workers' },
} as const satisfies Record<string, LoopOptions>;

export type Host = keyof typeof asked;
export const hosts = Object.keys(asked) as readonly Host[];

/** The host for measurements that do not compare hosts. */
export const usualHost: Host = 'inProcess';

export const inHost = (host: Host): LoopOptions => asked[host];
