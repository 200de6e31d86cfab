import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { CivilDate } from '../../../../../shared/domain/time/instant.ts';
import { isAbsent } from '../../../engine/absent-file.ts';
import { integrators } from '../table/integrator.table.ts';

const Key = z.object({ accessKey: z.string(), secret: z.string() });

/** The progress of the loading and the keys that the instance gave out. */
const Ledger = z.object({
  seed: z.string(),
  /** The day of the plan. A later attempt plays the same plan. */
  today: CivilDate,
  integrators: z.partialRecord(z.enum(integrators.map(({ word }) => word)), Key),
  /** The city and the simulated center have exchanged keys. */
  centerJoined: z._default(z.boolean(), false),
  /** The simulated phone has its key. */
  phoneJoined: z._default(z.boolean(), false),
  /** By `<hall>/<window>`. */
  pads: z.record(z.string(), Key),
  /** Tokens that pads fetched for ratings of the present stop, by `<case>-<contact>`. */
  padTokens: z.record(z.string(), z.string()),
  /**
   * Receipts of bad ratings for later steps, by `<case>-<contact>`; null where only the resident has
   * it.
   */
  receipts: z._default(z.record(z.string(), z.nullable(z.string())), {}),
  /** The last stop that was played completely; -1 before the first. */
  played: z.int(),
  finished: z.boolean(),
});
export type Ledger = z.infer<typeof Ledger>;

const pathIn = (dataDir: string): string => join(dataDir, 'town.json');

/** Reads `<dataDir>/town.json`. Undefined when the directory has no town. */
export const readLedger = (dataDir: string): Ledger | undefined => {
  try {
    return Ledger.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw fault;
  }
};

/** The mode is 0600, because the file has secrets. The rename is atomic. */
export const writeLedger = (dataDir: string, ledger: Ledger): void => {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(ledger, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

export const createLedger = (seed: string, today: CivilDate): Ledger => ({
  seed,
  today,
  integrators: {},
  centerJoined: false,
  phoneJoined: false,
  pads: {},
  padTokens: {},
  receipts: {},
  played: -1,
  finished: false,
});
