import type { ClaimKind } from './claim-kind.ts';

/** How a duty ended: done in time or late, or not done before its time ran out. */
export type DutyOutcome = 'on_time' | 'late' | 'missed';

export const duties = ['contact', 'rectify'] as const;
export type Duty = (typeof duties)[number];

export type DutyOutcomes = Readonly<Partial<Record<Duty, DutyOutcome | undefined>>>;
export type ClaimCounts = Readonly<Partial<Record<ClaimKind, number | undefined>>>;

export interface TicketTally {
  /** Where the rating counts, after the ticket was transferred to another department. */
  readonly rated?: { readonly creditCode: string; readonly area: string } | undefined;
  /** Over all rounds. */
  readonly returns?: number | undefined;
  readonly granted?: ClaimCounts | undefined;
  readonly refused?: ClaimCounts | undefined;
  /** Claims on which nobody ruled in time. */
  readonly lapsed?: ClaimCounts | undefined;
  /** Duties whose time ran out in the current round; permanent. */
  readonly overdue?: Readonly<Partial<Record<Duty, true | undefined>>> | undefined;
  /** How the duties of round 1 ended, once round 2 began. */
  readonly earlier?: DutyOutcomes | undefined;
}
