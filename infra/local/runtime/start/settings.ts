/** What the environment of `npm start` says. */
import { z } from 'zod';

import { StartRefused } from './start-refused.ts';

const Environment = z.object({
  /** 0 takes a free port; the ready line tells it. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  DATA_DIR: z.string().min(1).default('.local'),
  /** What a new data directory is filled with. */
  SEED: z.enum(['none', 'town']).default('town'),
});

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: 'none' | 'town';
}

/** Throws `StartRefused` that names the variable. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new StartRefused(z.prettifyError(read.error));
  const { PORT, DATA_DIR, SEED } = read.data;
  return { port: PORT, dataDir: DATA_DIR, seed: SEED };
};
