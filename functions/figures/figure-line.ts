import type { z } from 'zod/mini';

import type { FigureLine } from '../../events/figures/view.ts';
import { averageScore, ratesOf } from '../../shared/domain/figures/measure.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import type { Level } from '../../shared/domain/rating/level.ts';

export type Scores = Readonly<Record<Level, number>>;

/** Returns the counts for display with every derived rate. */
export const lineOf = (counts: Counts, scores: Scores): z.infer<typeof FigureLine> => ({
  counts: { ...counts },
  rates: ratesOf(counts),
  averageScore: averageScore(counts, scores),
});
