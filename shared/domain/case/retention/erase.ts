/**
 * 到期删除: what is left of a case when its period is over. Levels, tags, times, places and digests
 * stay, so that figures, audit chains and the comparison with the province stay what they were; who
 * applied, what residents wrote and what was noted about them is gone.
 */
import type { Contest } from '../../rating/contest/contest.ts';
import type { Rating } from '../../rating/rating.ts';
import type { Digest } from '../../text/digest.ts';
import { erasedWords, eraseSealed, isErased } from '../../text/erased.ts';
import { bindsWordsByDigest } from '../../ticket/step/step.ts';
import type { Step } from '../../ticket/step/step.ts';
import type { CivilDate } from '../../time/instant.ts';
import type { Applicant } from '../applicant.ts';
import type { Case, TimelineEntry } from '../case.ts';

export interface Erasing {
  readonly day: CivilDate;
  readonly digest: Digest;
}

/** Whether who applied, and every note about it, is gone. */
export const isErasedCase = ({ applicant }: Pick<Case, 'applicant'>): boolean =>
  isErased(applicant.sealed);

const eraseApplicant = ({ kind, sealed }: Applicant, { day, digest }: Erasing): Applicant => ({
  kind,
  maskedName: erasedWords,
  sealed: eraseSealed(sealed, day, digest),
});

/** Free text of the handling system may name the applicant. */
const eraseNotes = ({ step, result, ...entry }: TimelineEntry): TimelineEntry => ({
  ...entry,
  ...(step && { step: step.note === undefined ? step : { ...step, note: erasedWords } }),
  ...(result && {
    result: result.note === undefined ? result : { ...result, note: erasedWords },
  }),
});

/** Returns the next version of the case; undefined when nothing of it is left to erase. */
export const eraseCase = (known: Case, erasing: Erasing): Case | undefined =>
  isErasedCase(known)
    ? undefined
    : {
        ...known,
        applicant: eraseApplicant(known.applicant, erasing),
        timeline: known.timeline.map(eraseNotes),
        ...(known.corrections && {
          corrections: known.corrections.map(({ before, ...correction }) => ({
            ...correction,
            reason: erasedWords,
            before: { ...before, applicant: eraseApplicant(before.applicant, erasing) },
          })),
        }),
        ...(known.replaced && {
          replaced: known.replaced.map(({ header, ...part }) => ({
            ...part,
            ...(header && {
              header: { ...header, applicant: eraseApplicant(header.applicant, erasing) },
            }),
          })),
        }),
        version: known.version + 1,
      };

export const hasWords = ({ sealedText }: Pick<Rating, 'sealedText'>): boolean =>
  sealedText !== undefined && !isErased(sealedText);

/** Returns the rating without words; undefined when it has none. */
export const eraseRating = (rating: Rating, { day, digest }: Erasing): Rating | undefined =>
  rating.sealedText === undefined || isErased(rating.sealedText)
    ? undefined
    : { ...rating, sealedText: eraseSealed(rating.sealedText, day, digest) };

/**
 * Returns the step without its note: a resident's own words, or what staff noted of a talk. The
 * department's answer stays. Undefined when there is none, or it cannot be erased: the chain of an
 * older release covers the text itself.
 */
export const eraseStep = (step: Step, { day, digest }: Erasing): Step | undefined => {
  const { sealedNote } = step;
  if (sealedNote === undefined || isErased(sealedNote)) return undefined;
  return bindsWordsByDigest(step, digest)
    ? { ...step, sealedNote: eraseSealed(sealedNote, day, digest) }
    : undefined;
};

export const hasNote = ({ sealedNote }: Step): boolean =>
  sealedNote !== undefined && !isErased(sealedNote);

/**
 * Returns the next version of a contest without what was said in it; who called and ruled, when, and
 * the reason of the ruling stay. Undefined when nothing is left.
 */
export const eraseContest = (contest: Contest, { day, digest }: Erasing): Contest | undefined => {
  if (isErased(contest.sealed)) return undefined;
  const erased = (sealed: string): string => eraseSealed(sealed, day, digest);
  return {
    ...contest,
    sealed: erased(contest.sealed),
    callBacks: contest.callBacks.map((call) => ({
      ...call,
      sealedNote: call.sealedNote && erased(call.sealedNote),
    })),
    looks: contest.looks.map((look) => ({ ...look, sealedReason: erased(look.sealedReason) })),
    version: contest.version + 1,
  };
};
