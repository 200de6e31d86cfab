import { reservedIssuers } from '../../shared/domain/access/issuer.ts';
import { invitingKinds } from '../../shared/domain/message/kind.ts';
import type { MessageKind } from '../../shared/domain/message/kind.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import { textOf } from '../../shared/domain/message/rules.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import { fillTemplate, signText } from '../../shared/domain/message/template.ts';
import type { TemplateValues } from '../../shared/domain/message/template.ts';
import { dayWords, dueWords, lastDayWords } from '../../shared/domain/message/term-words.ts';
import { invitationExpiry } from '../../shared/domain/rating/invitation.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import type { Rules } from '../../shared/domain/ticket/ticket.ts';
import { startClock } from '../../shared/domain/time/clock.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { Permanent } from '../../shared/queue/permanent.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { SensitiveMatters } from '../../shared/sensitive-matters.ts';
import { contestReference } from '../rating/contest/reference.ts';
import type { Dossier } from './dossier.ts';

export interface ComposeDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly sensitive: SensitiveMatters;
  readonly rulebook: Pick<Rulebook, 'now'>;
  /** 短信签名: whose messages they are. */
  readonly signature: string;
  /** Base URL of the resident's pages, without a trailing slash. */
  readonly publicUrl: string;
}

export interface Composed {
  readonly text: string;
  readonly values: TemplateValues;
}

const ratingLink = async (message: Message, { keys, now, publicUrl }: ComposeDeps) => {
  const { projectNo, serviceNumber } = message;
  const contact = { projectNo, serviceNumber, channel: 'sms' } as const;
  const issued = { issuedAt: now(), issuer: reservedIssuers.ownMessages } as const;
  const token = await issueToken(keys, { ...contact, ...issued, match: 'not_stated' });
  return `${publicUrl}/r/${token}`;
};

const receiptLink = async (
  message: Message,
  { keys, publicUrl }: ComposeDeps,
  { rating }: Dossier,
) => `${publicUrl}/receipt/${await receiptOf(keys, rating ?? message)}`;

/**
 * The page of a contest tells how it stands, and nothing of either rating. It is found by its number,
 * whatever link leads there.
 */
const contestLink = async (
  _message: Message,
  { keys, publicUrl }: ComposeDeps,
  { contest }: Dossier,
) => {
  if (contest === undefined) throw new Permanent('a message about a contest that does not exist');
  return `${publicUrl}/r/-/contest/${await contestReference(keys, contest, contest.sender)}`;
};

/** Of these none has a receipt to show: no rating of the applicant's is known. */
const showsContest = (kind: MessageKind): boolean =>
  kind === 'contest_received' || kind === 'contest_neither';

const linkOf = (kind: MessageKind) => {
  if (invitingKinds.includes(kind)) return ratingLink;
  return showsContest(kind) ? contestLink : receiptLink;
};

const none = (): undefined => undefined;

const appendTerm = (_message: Message, { ticket }: Dossier): string | undefined =>
  ticket?.appendUntil && lastDayWords(ticket.appendUntil);

const dueTerm = (clock: Clock | undefined): string | undefined => {
  const due = clock && runningDue(clock);
  return due && dueWords(due);
};

/** The term that a message of each kind names, by the ticket as it is now. */
const terms: Readonly<
  Record<MessageKind, (message: Message, dossier: Dossier, rules: Rules) => string | undefined>
> = {
  invitation: none,
  invitation_reminder: ({ at }) => lastDayWords(invitationExpiry('sms', at)),
  receipt: (_message, { ticket }) => dueTerm(ticket?.clocks.contact),
  entered: none,
  receipt_again: none,
  answered: appendTerm,
  extended: (_message, { ticket }) => dueTerm(ticket?.clocks.rectify),
  hardship: (_message, { ticket }) => ticket?.hardship && dayWords(ticket.hardship.reviewOn),
  dismissed: none,
  follow_up_ending: appendTerm,
  contest_received: (_message, { contest }, { timetable }) =>
    dueTerm(contest && startClock(timetable, contest.at, contest.term)),
  contest_upheld: none,
  contest_rejected: none,
  contest_neither: none,
};

/** Instead of a deadline that waits for a calendar; the linked page tells it once it has one. */
const unknownTerm = '规定期限';

/** Writes the text of a message. What it contains exists only here and on the way to the gateway. */
export const composeMessage = async (
  message: Message & { readonly type: MessageKind },
  { dossier, rules }: { readonly dossier: Dossier; readonly rules: MessageRules },
  deps: ComposeDeps,
): Promise<Composed> => {
  const { known } = dossier;
  const values = {
    matter: await shownMatter(known, 'zh', deps.sensitive),
    department: known.department.name,
    date: terms[message.type](message, dossier, await rulesInForce(deps.rulebook)) ?? unknownTerm,
    link: await linkOf(message.type)(message, deps, dossier),
  };
  const text = fillTemplate(textOf(rules, message.type), values);
  return { text: signText(deps.signature, text), values };
};
