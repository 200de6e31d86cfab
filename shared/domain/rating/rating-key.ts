/** The natural key everywhere: one handled case, one contact of it, first rating or follow-up. */
export interface RatingKey {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly assessNumber: 1 | 2;
}

/**
 * From 2 on, the rating that persons ruled to be the applicant's, in place of the one before; the
 * first has none.
 */
export interface GenerationKey extends RatingKey {
  readonly generation?: number | undefined;
}

/** Whether two are of the same generation of one contact's rating. */
export const isSameGeneration = (
  { generation = 1 }: Pick<GenerationKey, 'generation'>,
  other: Pick<GenerationKey, 'generation'>,
): boolean => generation === (other.generation ?? 1);
