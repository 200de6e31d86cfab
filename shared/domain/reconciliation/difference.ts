/**
 * 差异工单: a difference found by reconciliation stays on a list until it is gone or a person has
 * settled it.
 */
import { canonicalJson } from '../text/canonical-json.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { bucketName, ratingName, stepName } from './reconciliation.ts';
import type { DifferenceKind, FoundDifference } from './reconciliation.ts';

export const differenceStates = ['open', 'settled', 'closed'] as const;
type DifferenceState = (typeof differenceStates)[number];

export interface DifferenceEvent {
  readonly at: Instant;
  readonly what: 'opened' | 'changed' | 'settled' | 'closed' | 'reopened';
  readonly finding: DifferenceKind;
  /** Staff id, when a person acted. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}

export interface Difference extends FoundDifference {
  /** Derived from day and subject: the same difference is the same work item in every run. */
  readonly id: string;
  readonly day: CivilDate;
  readonly state: DifferenceState;
  readonly openedAt: Instant;
  /** The latest events, at most twenty. */
  readonly history: readonly DifferenceEvent[];
  readonly version: number;
}

const eventsKept = 20;

const subjectName = ({ subject, creditCode }: FoundDifference): string => {
  if (subject.of === 'rating') return `rating.${ratingName(subject)}`;
  if (subject.of === 'step') return `step.${stepName(subject)}`;
  return subject.of === 'rating_count'
    ? `rating_count.${bucketName({ ...subject, creditCode })}`
    : `step_count.${creditCode}`;
};

export const differenceId = (day: CivilDate, found: FoundDifference): string =>
  `${day}.${subjectName(found)}`;

const advanceDifference = (
  before: Difference,
  event: DifferenceEvent,
  next: Partial<Difference>,
): Difference => ({
  ...before,
  ...next,
  history: [...before.history, event].slice(-eventsKept),
  version: before.version + 1,
});

const openDifference = (day: CivilDate, found: FoundDifference, at: Instant): Difference => ({
  ...found,
  id: differenceId(day, found),
  day,
  state: 'open',
  openedAt: at,
  history: [{ at, what: 'opened', finding: found.finding }],
  version: 1,
});

const serializeFinding = ({ finding, creditCode, ours, theirs, reason }: FoundDifference): string =>
  canonicalJson([finding, creditCode, ours ?? null, theirs ?? null, reason ?? null]);

const unsaid = { ours: undefined, theirs: undefined, reason: undefined } as const;

/**
 * A settled difference stays settled while it is unchanged; any change of it needs a new decision.
 */
const seenAgain = (before: Difference, found: FoundDifference, at: Instant): Difference => {
  const isSame = serializeFinding(before) === serializeFinding(found);
  if (isSame && before.state !== 'closed') return before;
  const what = before.state === 'open' ? 'changed' : 'reopened';
  const openedAt = before.state === 'open' ? before.openedAt : at;
  const event = { at, what, finding: found.finding } as const;
  return advanceDifference(before, event, { ...unsaid, ...found, state: 'open', openedAt });
};

const closeDifference = (before: Difference, at: Instant): Difference =>
  before.state === 'closed'
    ? before
    : advanceDifference(
        before,
        { at, what: 'closed', finding: before.finding },
        { state: 'closed' },
      );

export interface DayFindings {
  readonly day: CivilDate;
  readonly found: readonly FoundDifference[];
  readonly at: Instant;
}

/** Returns the work items of a day that a run changes, without the unchanged ones. */
export const reviseDifferences = (
  known: readonly Difference[],
  { day, found, at }: DayFindings,
): readonly Difference[] => {
  const before = new Map(known.map((difference) => [difference.id, difference]));
  const seen = new Map(found.map((one) => [differenceId(day, one), one]));
  const next = [
    ...[...seen].map(([id, one]) => {
      const item = before.get(id);
      return item === undefined ? openDifference(day, one, at) : seenAgain(item, one, at);
    }),
    ...known.filter(({ id }) => !seen.has(id)).map((item) => closeDifference(item, at)),
  ];
  return next.filter((item) => item !== before.get(item.id));
};

export type SettleDecision =
  | { readonly ok: true; readonly changed: boolean; readonly difference: Difference }
  | { readonly ok: false; readonly reason: 'difference_closed' };

interface SettleOrder {
  readonly by: string;
  readonly note: string;
  readonly at: Instant;
}

/** Returns whether that person's note has been recorded since the difference was settled. */
const isSaid = ({ state, history }: Difference, { by, note }: SettleOrder): boolean =>
  state === 'settled' &&
  history
    .slice(history.findLastIndex(({ what }) => what !== 'settled') + 1)
    .some((event) => event.by === by && event.note === note);

/**
 * Settles a difference: a person states why it may stay. The next run reopens it when it has
 * changed. Further notes on a settled difference are kept beside the first; the same note again
 * changes nothing.
 */
export const settleDifference = (difference: Difference, order: SettleOrder): SettleDecision => {
  if (difference.state === 'closed') return { ok: false, reason: 'difference_closed' };
  if (isSaid(difference, order)) return { ok: true, changed: false, difference };
  const { by, note, at } = order;
  const event = { at, what: 'settled', finding: difference.finding, by, note } as const;
  return {
    ok: true,
    changed: true,
    difference: advanceDifference(difference, event, { state: 'settled' }),
  };
};
