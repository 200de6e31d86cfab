import type { WorkItem, WorkItemEvent } from '../../shared/domain/oversight/work-item.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';

const eventView = <F>({ at, what, finding, by, note }: WorkItemEvent<F>) => ({
  at: withOffset(at),
  what,
  finding,
  ...(by !== undefined && { by }),
  ...(note !== undefined && { note }),
});

/** Returns what all work items show to staff. */
export const workItemView = <F>({ state, openedAt, history }: WorkItem<F>) => ({
  state,
  openedAt: withOffset(openedAt),
  history: history.map((event) => eventView(event)),
});
