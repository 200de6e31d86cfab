/**
 * 周期报告的版本: an edition is built as a draft, frozen when it is submitted, and answered by the
 * center.
 */
import { isSamePerson } from '../access/person.ts';
import type { CenterAnswer } from '../exchange/center-answer.ts';
import type { Digest } from '../text/digest.ts';
import type { Instant } from '../time/instant.ts';
import type { Month } from '../time/month.ts';
import { documentText, reconstructionNote, saysTheSame } from './document.ts';
import type { PeriodContent } from './document.ts';
import { isOver } from './period.ts';

export const editionStates = ['draft', 'submitted', 'accepted', 'change_requested'] as const;
type EditionState = (typeof editionStates)[number];

/** The center's answer to an edition; stored before it is reported to anyone. */
export interface PeriodReceipt {
  readonly code: string;
  readonly message: string;
  readonly receiptNo?: string | undefined;
  /** The change that the center requests. */
  readonly reason?: string | undefined;
  readonly at: Instant;
}

interface Built {
  readonly period: Month;
  /** Starts at 1. The next edition is built after a requested change. */
  readonly number: number;
  /** SHA-256 of the document's bytes, in hex. */
  readonly digest: string;
  readonly builtBy: string;
  readonly builtAt: Instant;
  readonly version: number;
}

interface Submitted {
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  /** How often it was sent. */
  readonly attempts: number;
  /** Why the outcome of the last attempt is unknown; absent once there is a receipt. */
  readonly unclear?: { readonly why: string; readonly at: Instant } | undefined;
}

export type DraftEdition = Built & { readonly state: 'draft' };
export type SubmittedEdition = Built & Submitted & { readonly state: 'submitted' };
type AnsweredEdition = Built &
  Submitted & {
    readonly state: Exclude<EditionState, 'draft' | 'submitted'>;
    readonly receipt: PeriodReceipt;
  };
export type PeriodEdition = DraftEdition | SubmittedEdition | AnsweredEdition;

/** The newest edition of a month with the text stored for it. */
export interface KeptEdition {
  readonly edition: PeriodEdition;
  readonly text: string;
}

export interface BuildOrder {
  readonly period: Month;
  readonly content: PeriodContent;
  readonly figuresUntil: Instant | undefined;
  readonly by: string;
  readonly at: Instant;
  readonly digest: Digest;
}

export type BuildDecision =
  | {
      readonly ok: true;
      readonly changed: boolean;
      readonly edition: PeriodEdition;
      readonly text: string;
    }
  | { readonly ok: false; readonly reason: 'period_not_over' | 'period_submitted' };

const draftEdition = (
  { period, content, figuresUntil, by, at, digest }: BuildOrder,
  place: Pick<Built, 'number' | 'version'>,
): BuildDecision => {
  const text = documentText({
    ...content,
    format: 'haochaping-period-1',
    note: reconstructionNote,
    period,
    edition: place.number,
    generatedAt: at,
    figuresUntil: figuresUntil ?? null,
  });
  const built = { period, ...place, digest: digest(text), builtBy: by, builtAt: at };
  return { ok: true, changed: true, edition: { ...built, state: 'draft' }, text };
};

/**
 * Builds the next draft: edition 1, a draft that replaces one with outdated numbers, or the edition
 * after a requested change. If the numbers are the same, the draft stays unchanged to the byte.
 */
export const decideBuild = (newest: KeptEdition | undefined, order: BuildOrder): BuildDecision => {
  if (!isOver(order.period, order.at)) return { ok: false, reason: 'period_not_over' };
  if (newest === undefined) return draftEdition(order, { number: 1, version: 1 });
  const { edition, text } = newest;
  const { state } = edition;
  switch (state) {
    case 'submitted':
    case 'accepted':
      return { ok: false, reason: 'period_submitted' };
    case 'change_requested':
      return draftEdition(order, { number: edition.number + 1, version: 1 });
    case 'draft':
      if (saysTheSame(text, order.content)) return { ok: true, changed: false, edition, text };
      return draftEdition(order, { number: edition.number, version: edition.version + 1 });
    default:
      return state satisfies never;
  }
};

export type SubmitRefusal = 'same_person' | 'draft_differs' | 'change_requested';

export type SubmitDecision =
  | {
      readonly ok: true;
      readonly changed: boolean;
      readonly edition: SubmittedEdition | AnsweredEdition;
    }
  | { readonly ok: false; readonly reason: SubmitRefusal };

export interface SubmitOrder {
  /** Digest of the draft that the person reviewed. */
  readonly digest?: string | undefined;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Freezes a draft. A second person submits it and names the digest of the reviewed text. An edition
 * that is already submitted stays unchanged; submitting it again sends it again.
 */
export const decideSubmit = (
  edition: PeriodEdition,
  { digest, by, at }: SubmitOrder,
): SubmitDecision => {
  if (digest !== undefined && digest !== edition.digest) {
    return { ok: false, reason: 'draft_differs' };
  }
  if (edition.state === 'change_requested') return { ok: false, reason: 'change_requested' };
  if (edition.state !== 'draft') return { ok: true, changed: false, edition };
  if (isSamePerson(edition.builtBy, by)) return { ok: false, reason: 'same_person' };
  const submitted = { submittedBy: by, submittedAt: at, attempts: 0 } as const;
  const version = edition.version + 1;
  return {
    ok: true,
    changed: true,
    edition: { ...edition, ...submitted, state: 'submitted', version },
  };
};

/** The center's verdict, if its answer contains one besides code and message. */
export interface PeriodVerdict {
  readonly state?: AnsweredEdition['state'] | undefined;
  readonly reason?: string | undefined;
}

/**
 * Returns a submitted edition after the center's answer. A refusal is a request for a change, in
 * the center's own words. Without an answer the edition stays submitted, and the same bytes are
 * sent again.
 */
export const applyAnswer = (
  edition: SubmittedEdition,
  answer: CenterAnswer,
  { verdict, at }: { readonly verdict: PeriodVerdict; readonly at: Instant },
): PeriodEdition => {
  const { unclear: _before, ...sent } = { ...edition, attempts: edition.attempts + 1 };
  const next = { ...sent, version: edition.version + 1 };
  if (answer.state === 'unclear') return { ...next, unclear: { why: answer.why, at } };
  const { code, message } = answer;
  if (answer.state === 'rejected') {
    const reason = verdict.reason ?? message;
    return { ...next, state: 'change_requested', receipt: { code, message, reason, at } };
  }
  const { receiptNo } = answer;
  const receipt = { code, message, receiptNo, reason: verdict.reason, at };
  return { ...next, state: verdict.state ?? 'accepted', receipt };
};
