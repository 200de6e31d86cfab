import * as z from 'zod/mini';

import { expectBody } from './expectation.ts';
import type { Stage } from './stage.ts';

/** What the simulated center shows of itself, of which we read no more than we tell. */
const Overview = z.object({
  counts: z.object({
    service: z.int(),
    rating: z.int(),
    step: z.int(),
    finish: z.int(),
    evaluation: z.int(),
  }),
  periods: z.array(
    z.object({ period: z.string(), edition: z.int(), digest: z.string(), state: z.string() }),
  ),
});

const Held = z.object({
  kind: z.enum(['service', 'rating', 'step', 'finish', 'evaluation']),
  /** Its natural key: project number or ticket, then contact or number. */
  key: z.string(),
  revision: z.int(),
  receiptNo: z.string(),
  receivedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
});
export type Held = z.output<typeof Held>;

const path = '/_local/center';

export const centerOverview = async ({ client }: Stage) =>
  expectBody(await client.open().get(path), 200, Overview);

/** Everything the center took about a case, in the order in which it took it. */
export const heldOf = async ({ client }: Stage, projectNo: string): Promise<readonly Held[]> => {
  const shown = await client.open().get(`${path}?projectNo=${projectNo}`);
  return expectBody(shown, 200, z.object({ records: z.array(Held) })).records;
};
