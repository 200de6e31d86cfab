/** The environment variables of `npm start`. */
import { z } from 'zod';

import { StartRefused } from './start-refused.ts';

/** An empty variable counts as not set. */
const emptyToUndefined = (value: unknown): unknown => (value === '' ? undefined : value);

const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port is a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'a port is a number from 0 to 65535');

const Environment = z.object({
  /** 0 uses a free port; the ready line contains it. */
  PORT: z.preprocess(emptyToUndefined, Port.default(8787)),
  DATA_DIR: z.preprocess(emptyToUndefined, z.string().default('.local')),
  /** What a new data directory is filled with. */
  SEED: z.preprocess(emptyToUndefined, z.enum(['none', 'town']).default('town')),
});

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: 'none' | 'town';
}

/** Throws `StartRefused` with the name of the variable. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new StartRefused(z.prettifyError(read.error));
  const { PORT, DATA_DIR, SEED } = read.data;
  return { port: PORT, dataDir: DATA_DIR, seed: SEED };
};
