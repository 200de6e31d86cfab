import type { Message, Suppression } from '../../shared/domain/message/message.ts';
import { isRefused } from '../../shared/domain/message/opt-out.ts';
import { awake, nextMorning } from '../../shared/domain/message/quiet.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import { atCap, unwanted } from '../../shared/domain/message/wanted.ts';
import { saidAt } from '../../shared/domain/rating/contest/second-generation.ts';
import { addMs } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { factsOf } from './dossier.ts';
import type { Dossier } from './dossier.ts';
import { dayMark, mobileAt, mobileOf, ratingMark, recipientMark } from './recipient.ts';

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

type Recipient = { readonly to: string } | { readonly suppressed: 'no_number' | 'number_changed' };

/**
 * A receipt leads to what a person said, and lets its holder rate again: whatever belongs to a rating
 * goes to the number that the case had before it, so that no system can have it sent to itself, and
 * none keeps it from who rated.
 */
const recipientFor = async (
  { known, rating }: Dossier,
  { keys }: Pick<DecideDeps, 'keys'>,
): Promise<Recipient> => {
  const to = await (rating === undefined
    ? mobileOf(known, keys)
    : mobileAt(known, saidAt(rating), keys));
  if (to !== undefined) return { to };
  const hasNumber = known.applicant.maskedMobile !== undefined;
  return { suppressed: hasNumber ? 'number_changed' : 'no_number' };
};

/** The choices of the number and of the rating. */
const isOptedOut = async (
  { message, dossier: { rating } }: Asked,
  mobile: string,
  { keys, messages }: DecideDeps,
): Promise<boolean> => {
  const marks = await Promise.all([
    recipientMark(mobile, keys),
    ...(rating === undefined ? [] : [ratingMark(rating, keys)]),
  ]);
  const choices = await Promise.all(marks.map((mark) => messages.choiceOf(mark)));
  return choices.some((choice) => isRefused(message.type, choice));
};

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
  const recipient = await recipientFor(dossier, deps);
  if ('suppressed' in recipient) return recipient;
  if (await isOptedOut(asked, recipient.to, deps)) return { suppressed: 'opted_out' };
  return decideByDay(asked, recipient.to, deps);
};
