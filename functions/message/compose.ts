import { reservedIssuers } from '../../shared/domain/access/issuer.ts';
import { invitingKinds } from '../../shared/domain/message/kind.ts';
import type { MessageKind } from '../../shared/domain/message/kind.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import { textOf } from '../../shared/domain/message/rules.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import { fillTemplate } from '../../shared/domain/message/template.ts';
import type { TemplateValues } from '../../shared/domain/message/template.ts';
import { invitationExpiry } from '../../shared/domain/rating/invitation.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import { addMs, civilDateOf, dayNumber, monthNumber } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { Permanent } from '../../shared/queue/permanent.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { SensitiveMatters } from '../../shared/sensitive-matters.ts';
import { contestReference } from '../rating/contest/reference.ts';
import type { Dossier } from './dossier.ts';

export interface ComposeDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly sensitive: SensitiveMatters;
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

const linkOf = (kind: MessageKind) => {
  if (invitingKinds.includes(kind)) return ratingLink;
  return kind === 'contest_neither' ? contestLink : receiptLink;
};

/** The end of a window is midnight: the last day that is within it. */
const lastDay = (until: Instant): CivilDate => civilDateOf(addMs(until, -1));

const dayOf = (at: Instant | undefined): CivilDate | undefined => at && civilDateOf(at);

/** The date that a message of each kind names, by the ticket as it is now. */
const dates: Readonly<
  Record<MessageKind, (message: Message, { ticket }: Dossier) => CivilDate | undefined>
> = {
  invitation: () => undefined,
  invitation_reminder: ({ at }) => lastDay(invitationExpiry('sms', at)),
  receipt: (_message, { ticket }) => dayOf(ticket && runningDue(ticket.clocks.contact)),
  entered: () => undefined,
  receipt_again: () => undefined,
  answered: (_message, { ticket }) => ticket?.appendUntil && lastDay(ticket.appendUntil),
  extended: (_message, { ticket }) => dayOf(ticket && runningDue(ticket.clocks.rectify)),
  hardship: (_message, { ticket }) => ticket?.hardship?.reviewOn,
  dismissed: () => undefined,
  follow_up_ending: (_message, { ticket }) => ticket?.appendUntil && lastDay(ticket.appendUntil),
  contest_upheld: () => undefined,
  contest_rejected: () => undefined,
  contest_neither: () => undefined,
};

/** A deadline that waits for a calendar has no date yet; the linked page tells it once it has. */
const dateWords = (date: CivilDate | undefined): string =>
  date === undefined ? '规定期限' : `${monthNumber(date)}月${dayNumber(date)}日`;

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
    date: dateWords(dates[message.type](message, dossier)),
    link: await linkOf(message.type)(message, deps, dossier),
  };
  return { text: fillTemplate(textOf(rules, message.type), values), values };
};
