import type { Instant } from '../../time/instant.ts';

/** A cryptographic digest, in hex; passed in because the domain imports no crypto module. */
export type Digest = (text: string) => string;

/** Who acted. Residents and the system have no id that could identify a person. */
export type Actor =
  | { readonly role: 'resident' }
  | { readonly role: 'system' }
  | { readonly role: 'staff'; readonly id: string };

/**
 * One link of a ticket's audit chain. It contains nothing personal: facts are codes, times and
 * counts.
 */
export interface Step {
  readonly ticketId: string;
  readonly number: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly type: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** 说明: the actor's words (reason, measure), already encrypted. */
  readonly sealedNote?: string | undefined;
  /** The answer to the resident that a submission contains, encrypted. */
  readonly sealedAnswer?: string | undefined;
  /** Hash of the previous step; the ticket's id for the first. */
  readonly previous: string;
  readonly hash: string;
}

export type StepDraft = Omit<Step, 'hash' | 'previous' | 'number'>;

/** In the order of members that was digested first; a store need not keep it. */
const inWrittenOrder = (by: Actor): Actor =>
  by.role === 'staff' ? { role: by.role, id: by.id } : { role: by.role };

/** Older than the canonical JSON of documents, and never to be changed: stored chains stand on it. */
const sealedText = (step: Omit<Step, 'hash'>): string =>
  JSON.stringify([
    step.ticketId,
    step.number,
    step.at,
    inWrittenOrder(step.by),
    step.type,
    Object.entries(step.facts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    step.sealedNote ?? null,
    step.sealedAnswer ?? null,
    step.previous,
  ]);

/** What the next step of a chain needs from the previous one. */
export type StepLink = Pick<Step, 'number' | 'hash'>;

/** Appends a step after `last`. A change of an earlier step breaks every hash after it. */
export const linkStep = (last: StepLink | undefined, draft: StepDraft, digest: Digest): Step => {
  const open = {
    ...draft,
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? draft.ticketId,
  };
  return { ...open, hash: digest(sealedText(open)) };
};

/** Returns the number of the first step that does not fit its chain; undefined when all do. */
export const brokenLink = (steps: readonly Step[], digest: Digest): number | undefined => {
  const broken = steps.findIndex((step, index) => {
    const relinked = linkStep(steps[index - 1], step, digest);
    return (
      step.number !== index + 1 ||
      step.previous !== relinked.previous ||
      step.hash !== relinked.hash
    );
  });
  return broken === -1 ? undefined : broken + 1;
};
