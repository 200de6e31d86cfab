/**
 * 待办事项: something that a check found stays on a list until a later check no longer finds it, or
 * a person has settled it.
 */
import type { Instant } from '../time/instant.ts';

export const workItemStates = ['open', 'settled', 'closed'] as const;
type WorkItemState = (typeof workItemStates)[number];

export const workItemChanges = ['opened', 'changed', 'settled', 'closed', 'reopened'] as const;

export interface WorkItemEvent<Finding> {
  readonly at: Instant;
  readonly what: (typeof workItemChanges)[number];
  readonly finding: Finding;
  /** Staff id, when a person acted. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}

export interface WorkItem<Finding> {
  readonly state: WorkItemState;
  readonly openedAt: Instant;
  /** The latest events, at most twenty. */
  readonly history: readonly WorkItemEvent<Finding>[];
  readonly version: number;
}

const eventsKept = 20;

const advanceItem = <F>(
  { history, version }: WorkItem<F>,
  event: WorkItemEvent<F>,
  next: Pick<WorkItem<F>, 'state' | 'openedAt'>,
): WorkItem<F> => ({
  ...next,
  history: [...history, event].slice(-eventsKept),
  version: version + 1,
});

export const openItem = <F>(finding: F, at: Instant): WorkItem<F> => ({
  state: 'open',
  openedAt: at,
  history: [{ at, what: 'opened', finding }],
  version: 1,
});

/** The check found something else than before, or found it again after it was closed. */
export const reopenItem = <F>(before: WorkItem<F>, finding: F, at: Instant): WorkItem<F> => {
  const isOpen = before.state === 'open';
  return advanceItem(
    before,
    { at, what: isOpen ? 'changed' : 'reopened', finding },
    { state: 'open', openedAt: isOpen ? before.openedAt : at },
  );
};

/** The check no longer finds it. */
export const closeItem = <F>(before: WorkItem<F>, finding: F, at: Instant): WorkItem<F> =>
  advanceItem(
    before,
    { at, what: 'closed', finding },
    { state: 'closed', openedAt: before.openedAt },
  );

export interface SettleOrder {
  readonly by: string;
  readonly note: string;
  readonly at: Instant;
}

/** Returns whether that person's note has been recorded since the item was settled. */
export const isNoted = <F>({ state, history }: WorkItem<F>, { by, note }: SettleOrder): boolean =>
  state === 'settled' &&
  history
    .slice(history.findLastIndex(({ what }) => what !== 'settled') + 1)
    .some((event) => event.by === by && event.note === note);

/** A person states why it may stay. Further notes are kept beside the first. */
export const settleItem = <F>(
  before: WorkItem<F>,
  finding: F,
  { by, note, at }: SettleOrder,
): WorkItem<F> =>
  advanceItem(
    before,
    { at, what: 'settled', finding, by, note },
    { state: 'settled', openedAt: before.openedAt },
  );
