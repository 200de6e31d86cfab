/** When a message is due, before the night is taken out. */
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { PlannedKind } from './kind.ts';
import { awake } from './quiet.ts';
import type { MessageRules } from './rules.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

interface Occasion {
  /** When what it tells of happened. */
  readonly at: Instant;
  /** The end of the period that it reminds of. */
  readonly until?: Instant | undefined;
}

const waitOf = (kind: PlannedKind, rules: MessageRules): number => {
  if (kind === 'invitation_reminder') return rules.remindAfterHours * hour;
  return kind === 'call' ? rules.callAfterDays * day : 0;
};

/** Returns the moment by day at which it is to be sent; never before what it tells of. */
export const sendingMoment = (
  kind: PlannedKind,
  { at, until }: Occasion,
  rules: MessageRules,
): Instant => {
  const isEnding = kind === 'follow_up_ending' && until !== undefined;
  const due = isEnding ? addMs(until, -rules.followUpEndingDays * day) : at;
  const wanted = due < at ? at : due;
  return awake(addMs(wanted, waitOf(kind, rules)), rules.quiet);
};
