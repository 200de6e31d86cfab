/**
 * 更正办件: a system replaces the header that it reported wrongly, e.g. from a garbled file, as long
 * as nobody has rated the case. What it said before stays on record.
 */
import { isSameValue } from '../text/canonical-json.ts';
import type { Instant } from '../time/instant.ts';
import { isSameApplicant } from './applicant.ts';
import type { Applicant } from './applicant.ts';
import type { Case, CaseCorrection, CaseHeader } from './case.ts';
import { headerOf } from './header.ts';

const mostCorrections = 10;

export type CorrectionDecision =
  | { readonly ok: true; readonly outcome: 'corrected'; readonly next: Case }
  /** The case says so already. */
  | { readonly ok: true; readonly outcome: 'repeat'; readonly next: Case }
  | { readonly ok: false; readonly reason: 'case_rated' | 'case_corrected_too_often' };

export interface Correction {
  readonly header: CaseHeader;
  readonly reason: string;
  /** The access key that corrects. */
  readonly accessKey: string;
  readonly at: Instant;
}

/**
 * The events that told the promise tell the corrected one: it is counted from them. Once none is
 * promised, no event tells one.
 */
const withCorrectedPromise = (
  { timeline, promiseWorkingDays: before }: Case,
  { promiseWorkingDays: after }: CaseHeader,
): Case['timeline'] => {
  if (before === undefined) return timeline;
  return timeline.map((entry) => {
    const { promiseWorkingDays: told, ...rest } = entry;
    if (after === undefined) return rest;
    return told === before ? { ...entry, promiseWorkingDays: after } : entry;
  });
};

/** Compares what is shown as it is written, since a wrong character is what is corrected. */
const saysTheSame = (known: Case, next: CaseHeader): boolean =>
  isSameApplicant(known.applicant, next.applicant) &&
  isSameValue(
    { ...headerOf(known), applicant: undefined },
    { ...headerOf(next), applicant: undefined },
  );

/**
 * Of an event from before the correction no mobile number counts any more, also when the right one
 * is none.
 */
const applicantFrom = (known: Applicant, told: Applicant, at: Instant): Applicant => {
  if (isSameApplicant(known, told)) return known;
  return { ...told, ...(told.marks && { marks: { ...told.marks, mobileAt: at } }) };
};

/** The header is whole: what it leaves out is not so. */
export const correctHeader = (
  known: Case,
  { header, reason, accessKey, at }: Correction,
  isRated: boolean,
): CorrectionDecision => {
  const next = { ...header, applicant: applicantFrom(known.applicant, header.applicant, at) };
  if (saysTheSame(known, next)) return { ok: true, outcome: 'repeat', next: known };
  if (isRated) return { ok: false, reason: 'case_rated' };
  const before: readonly CaseCorrection[] = known.corrections ?? [];
  if (before.length >= mostCorrections) return { ok: false, reason: 'case_corrected_too_often' };
  return {
    ok: true,
    outcome: 'corrected',
    next: {
      ...known,
      ...headerOf(next),
      timeline: withCorrectedPromise(known, next),
      corrections: [...before, { accessKey, reason, at, before: headerOf(known) }],
      ...(known.inherited && { inherited: { ...known.inherited, header: false } }),
      version: known.version + 1,
    },
  };
};
