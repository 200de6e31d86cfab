/**
 * How many requests a second each route takes, by the kind of its callers: a crowd at one kind
 * leaves the others their share. A burst may be twice as large.
 */
import type { Access } from './routes.ts';

export const THROTTLES = {
  /** A city of five million rates some times a second; an appeal by SMS brings a hundred. */
  resident: { perSecond: 300 },
  /** Two thousand pads that ask every three seconds while somebody stands at their window. */
  pad: { perSecond: 700 },
  /** Batches of a hundred events. */
  integrator: { perSecond: 100 },
  staff: { perSecond: 200 },
  /** Each page of a resident loads two parts at its first visit. */
  page: { perSecond: 600 },
  /** Documents and open data: kept by browsers, and by caches before them. */
  open: { perSecond: 100 },
} as const satisfies Record<Access, { readonly perSecond: number }>;
