import type { z } from 'zod/mini';

import type { FigureLine } from '../../events/figure-view.ts';
import type { Counts } from '../../shared/domain/figure-slot.ts';
import type { Level } from '../../shared/domain/level.ts';
import { averageScore, ratesOf } from '../../shared/domain/measure.ts';

export type Scores = Readonly<Record<Level, number>>;

/** Counts as they are shown, with every rate that follows from them. */
export const lineOf = (counts: Counts, scores: Scores): z.infer<typeof FigureLine> => ({
  counts: { ...counts },
  rates: ratesOf(counts),
  averageScore: averageScore(counts, scores),
});
