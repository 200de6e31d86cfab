import * as z from 'zod/mini';

import { storageStates } from '../../shared/domain/pad/health.ts';
import { Moment } from '../primitive.ts';

/** What a pad said of its own queue; `null` for what it did not say. */
export const padHealth = {
  /** `broken` while the pad cannot store what is pressed; `null` while it does not say. */
  storage: z.nullable(z.enum(storageStates)),
  /** Ratings that it could not store since it was enrolled. */
  faults: z.nullable(z.int()),
  /** When the oldest rating in its queue was pressed, by its own clock. */
  oldestAt: z.nullable(Moment),
  /** Whether its browser promised to keep what is stored. */
  persisted: z.nullable(z.boolean()),
  /** The version of the page. */
  page: z.nullable(z.string()),
};
