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

interface ChangingStep {
  readonly facts: {
    readonly clocks?: ChangedClocks | undefined;
    readonly [fact: string]: unknown;
  };
}

export const clocksIn = ({ facts }: ChangingStep): ChangedClocks | undefined => facts.clocks;

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

/**
 * Whether a step changes the rectify clock itself, instead of dating it by a calendar. The step that
 * begins the second round does: it has the clocks of that round.
 */
const replacesTerm = (step: Step): boolean =>
  step.type !== 'recounted' && clocksIn(step)?.rectify !== undefined;

/** Returns the steps that are about the same term as the step before them. */
const untilReplaced = (after: readonly Step[]): readonly Step[] => {
  const replaced = after.findIndex(replacesTerm);
  return replaced === -1 ? after : after.slice(0, replaced);
};

/**
 * Returns until when a step grants an extension: as it says itself, or as the recount says that
 * dates it, as long as no later step has changed the term. Undefined for any other step.
 */
export const extendedTo = (step: Step, after: readonly Step[]): Instant | undefined => {
  if (!isExtension(step)) return undefined;
  if (step.facts.until !== undefined) return step.facts.until;
  return untilReplaced(after)
    .map((one) => dueOf(clocksIn(one)?.rectify))
    .find((due) => due !== undefined);
};

/** Whether the end of an extension is not known yet and a recount may still date it. */
export const isOpenEnded = (step: Step, after: readonly Step[]): boolean =>
  extendedTo(step, after) === undefined && !after.some(replacesTerm);

type Granted = Extract<Step, { type: 'ruled' }> & {
  readonly facts: { readonly claim: 'extension'; readonly until?: Instant | undefined };
};

/** Whether a step grants an extension. */
export const isExtension = (step: Step): step is Granted =>
  step.type === 'ruled' && step.facts.claim === 'extension' && step.facts.granted;
