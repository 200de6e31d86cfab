import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { CivilDate } from '../../../../../shared/domain/time/instant.ts';
import { isAbsent } from '../../../engine/absent-file.ts';
import { integrators } from '../table/integrator.table.ts';

const Key = z.object({ accessKey: z.string(), secret: z.string() });

/** What the loading has come to, and the keys that were handed out on the way. */
const Ledger = z.object({
  seed: z.string(),
  /** The day the plan was made for; a second attempt plays the same plan to its end. */
  today: CivilDate,
  integrators: z.partialRecord(z.enum(integrators.map(({ word }) => word)), Key),
  /** The city and the simulated center have each other's keys. */
  centerJoined: z._default(z.boolean(), false),
  /** By `<hall>/<window>`. */
  pads: z.record(z.string(), Key),
  /** Tokens fetched by pads and not known to be used yet, by `<case>-<contact>`. */
  padTokens: z.record(z.string(), z.string()),
  /** Of bad ratings, for what their residents do later; by `<case>-<contact>`. */
  receipts: z._default(z.record(z.string(), z.string()), {}),
  /** The last stop that was played to its end; -1 before the first. */
  played: z.int(),
  finished: z.boolean(),
});
export type Ledger = z.infer<typeof Ledger>;

const pathIn = (dataDir: string): string => join(dataDir, 'town.json');

/** `<dataDir>/town.json`, undefined when no town was ever begun there. */
export const readLedger = (dataDir: string): Ledger | undefined => {
  try {
    return Ledger.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw fault;
  }
};

/** Mode 0600 because it holds secrets; renamed into place, so that it is never half written. */
export const writeLedger = (dataDir: string, ledger: Ledger): void => {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(ledger, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

export const emptyLedger = (seed: string, today: CivilDate): Ledger => ({
  seed,
  today,
  integrators: {},
  centerJoined: false,
  pads: {},
  padTokens: {},
  receipts: {},
  played: -1,
  finished: false,
});
