/**
 * 联系电话: which number of a case counted at a moment. What belongs to a rating is sent to the number
 * that the case had before it, and over that number its rater is called, whatever is told afterwards.
 */
import { later } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Applicant, FormerNumber } from './applicant.ts';
import type { Case } from './case.ts';
import { caseAt } from './hand-over.ts';

type Numbered = Pick<Case, 'applicant' | 'timeline' | 'handOvers'>;

/** Far more than a person changes numbers while one case is handled. */
const mostFormer = 20;

/**
 * Returns since when the case has its number, by when the delivery with it arrived: the time that a
 * system states for an event proves nothing. Of a number from before this was recorded, since its
 * event arrived, or since the latest hand-over, after which the new system may have replaced that
 * event. Undefined of a number that was there ever since.
 */
export const numberSince = ({
  applicant,
  timeline,
  handOvers = [],
}: Numbered): Instant | undefined => {
  const { mobileAt, mobileReceivedAt } = applicant.marks ?? {};
  if (mobileReceivedAt !== undefined) return later(mobileReceivedAt, mobileAt ?? mobileReceivedAt);
  const arrived = timeline
    .filter(({ at }) => at === mobileAt)
    .map(({ at, receivedAt = at }) => receivedAt);
  const known = [...(mobileAt === undefined ? [] : [mobileAt]), ...arrived];
  return [...known, ...handOvers.map(({ at }) => at)].toSorted().at(-1);
};

/** Returns the numbers that the case had before another one took the place of the present number. */
export const withFormer = (known: Numbered): readonly FormerNumber[] => {
  const { formerNumbers = [], maskedMobile, sealed } = known.applicant;
  // The first ones stay: they are those that a rating may rest on.
  if (maskedMobile === undefined || formerNumbers.length >= mostFormer) return formerNumbers;
  return [...formerNumbers, { masked: maskedMobile, sealed, since: numberSince(known) }];
};

/** A number as it is stored; `sealed` is opened like the applicant. */
export type StoredNumber = Pick<FormerNumber, 'masked' | 'sealed'>;

export interface NumbersAt {
  /** The number that the case had at the moment. */
  readonly before: StoredNumber | undefined;
  /** The present number, when it came after the moment. */
  readonly after: (StoredNumber & { readonly since: Instant }) | undefined;
}

const presentOf = ({ maskedMobile, sealed }: Applicant): StoredNumber | undefined =>
  maskedMobile === undefined ? undefined : { masked: maskedMobile, sealed };

const isThere = (since: Instant | undefined, moment: Instant): boolean =>
  since === undefined || since <= moment;

const before = (known: Numbered, moment: Instant): StoredNumber | undefined =>
  isThere(numberSince(known), moment)
    ? presentOf(known.applicant)
    : known.applicant.formerNumbers?.findLast(({ since }) => isThere(since, moment));

/** Returns which number the case had at a moment, and which came after it. */
export const numbersAt = (known: Case, moment: Instant): NumbersAt => {
  const present = presentOf(known.applicant);
  const since = numberSince(known);
  return {
    before: before(caseAt(known, moment), moment),
    after:
      present === undefined || since === undefined || since <= moment
        ? undefined
        : { ...present, since },
  };
};
