/** 保存期限: how long identity and words are kept; a part of the policy. */
import * as z from 'zod/mini';

import { civilDate } from '../../time/instant.ts';
import type { CivilDate } from '../../time/instant.ts';

/**
 * A year lets every review and the next year's check of the province still read what was said; five
 * years is the longest for which the purpose can be argued.
 */
export const retentionLimits = { fewest: 1, most: 5 } as const;

/** 日志留存: three years are promised, and nobody may shorten them. */
export const actYearLimits = { fewest: 3, most: 10 } as const;

export const PolicyRetention = z.object({
  /** Years after the last of a case: its end, its ratings, and the end of their tickets. */
  caseYears: z.int().check(z.gte(retentionLimits.fewest), z.lte(retentionLimits.most)),
  /** Years that an administrative act or a look at personal data stays in its log. */
  actYears: z.optional(z.int().check(z.gte(actYearLimits.fewest), z.lte(actYearLimits.most))),
});
export type PolicyRetention = Readonly<z.output<typeof PolicyRetention>>;

/** Of the policies that state none. */
export const defaultRetention: PolicyRetention = { caseYears: 2 };

export const retentionOf = ({
  retention,
}: {
  readonly retention?: PolicyRetention | undefined;
}): PolicyRetention => retention ?? defaultRetention;

export const actYearsOf = ({ actYears }: PolicyRetention): number =>
  actYears ?? actYearLimits.fewest;

/** Returns the same day some years before; the 28th for a leap day that is not there. */
export const yearsBefore = (day: CivilDate, years: number): CivilDate => {
  const year = String(Number(day.slice(0, 4)) - years);
  return civilDate(`${year}${day.slice(4)}`) ?? (`${year}-02-28` as CivilDate);
};
