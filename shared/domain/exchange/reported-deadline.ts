/** 回访、整改期限 as reported for a ticket's first round and, if there is one, for its second. */
import type { ChangedClocks } from '../ticket/event/facts.ts';
import type { Step } from '../ticket/step/step.ts';
import type { Clock } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';

export interface ReportedDeadlines {
  readonly contact?: Instant | undefined;
  readonly rectify?: Instant | undefined;
}

type Duty = keyof ReportedDeadlines;

export const clocksIn = ({ facts }: Step): ChangedClocks | undefined =>
  'clocks' in facts ? facts.clocks : undefined;

export const dueOf = (clock: Clock | undefined): Instant | undefined =>
  clock && 'dueAt' in clock ? clock.dueAt : undefined;

/** The events that begin a round, and those that find a deadline which had no calendar. */
const datingTypes: ReadonlySet<Step['type']> = new Set(['opened', 'appended', 'recounted']);

/**
 * Returns the first due moments of a round, as far as the events say them: with its beginning, or
 * once the calendar it waited for is known. Later extensions and corrections do not change them.
 */
export const deadlinesOf = (steps: readonly Step[], round: 1 | 2): ReportedDeadlines => {
  const dated = steps.filter((step) => step.round === round && datingTypes.has(step.type));
  const firstDue = (duty: Duty): Instant | undefined =>
    dated.map((step) => dueOf(clocksIn(step)?.[duty])).find((due) => due !== undefined);
  return { contact: firstDue('contact'), rectify: firstDue('rectify') };
};
