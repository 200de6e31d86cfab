import type { Message, Suppression } from '../../shared/domain/message/message.ts';
import { isRefused } from '../../shared/domain/message/opt-out.ts';
import { awake, nextMorning } from '../../shared/domain/message/quiet.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import { atCap, unwanted } from '../../shared/domain/message/wanted.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { addMs } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { factsOf } from './dossier.ts';
import type { Dossier } from './dossier.ts';
import { dayMark, hadNumberBefore, mobileOf, recipientMark } from './recipient.ts';

export interface DecideDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly messages: Pick<MessageStore, 'choiceOf' | 'countOfDay'>;
}

interface Asked {
  readonly message: Message;
  readonly dossier: Dossier;
  readonly rules: MessageRules;
}

export type Sending =
  | { readonly to: string }
  | { readonly suppressed: Suppression }
  | { readonly postponedTo: Instant };

const countsForMs = 2 * 24 * 60 * 60_000;

/** What took the place of a contested rating was said with the contest, long before the ruling. */
const saidAt = ({ generation, heldSince, receivedAt }: Rating): Instant =>
  generation === undefined ? receivedAt : (heldSince ?? receivedAt);

/**
 * A receipt leads to what a person said, and lets its holder rate again: it goes only to a number
 * that the case had before the rating, so that no system can have it sent to itself.
 */
const isNumberTrusted = ({ known, rating }: Dossier): boolean =>
  rating === undefined || hadNumberBefore(known, saidAt(rating));

/** Counts the message towards the day of the person. */
const decideByDay = async (
  { message, rules }: Asked,
  mobile: string,
  deps: DecideDeps,
): Promise<Sending> => {
  const at = deps.now();
  const counted = await deps.messages.countOfDay({
    mark: await dayMark(mobile, at, deps.keys),
    messageId: message.id,
    most: rules.mostPerDay,
    until: addMs(at, countsForMs),
  });
  if (counted === 'counted') return { to: mobile };
  return atCap(message.type) === 'suppress'
    ? { suppressed: 'daily_cap' }
    : { postponedTo: nextMorning(at, rules.quiet) };
};

/**
 * Decides at the moment of sending, whatever was planned: whether it is still wanted, by day, and
 * by a person with a number who did not refuse it and got no more than enough today.
 */
export const decideSending = async (asked: Asked, deps: DecideDeps): Promise<Sending> => {
  const { message, dossier, rules } = asked;
  const at = deps.now();
  const suppressed = unwanted(message, factsOf(message, dossier), at);
  if (suppressed !== undefined) return { suppressed };
  const byDay = awake(at, rules.quiet);
  if (byDay > at) return { postponedTo: byDay };
  const mobile = await mobileOf(dossier.known, deps.keys);
  if (mobile === undefined) return { suppressed: 'no_number' };
  if (!isNumberTrusted(dossier)) return { suppressed: 'number_changed' };
  const choice = await deps.messages.choiceOf(await recipientMark(mobile, deps.keys));
  if (isRefused(message.type, choice)) return { suppressed: 'opted_out' };
  return decideByDay(asked, mobile, deps);
};
