import type { Case } from '../../shared/domain/case/case.ts';
import { ticketStateNames } from '../../shared/domain/case/names.table.ts';
import { doubtsView } from '../../shared/domain/rating/doubt.ts';
import type { IndicatorTable } from '../../shared/domain/rating/indicator.ts';
import { proofClassView } from '../../shared/domain/rating/proof/proof-class.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { maskPersonal } from '../../shared/domain/text/personal-data.ts';
import { allowedTo } from '../../shared/domain/ticket/authorization/allowed.ts';
import type { CommandType } from '../../shared/domain/ticket/command.ts';
import { hasEnded } from '../../shared/domain/ticket/phase.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { rulesFor } from '../../shared/rules.ts';
import { maskedApplicant } from '../case/applicant/masked.ts';
import { openText } from '../rating/receive-rating.ts';
import type { RatingDeps } from '../rating/receive-rating.ts';
import { tagsView } from '../rating/tags-view.ts';
import { actingOn } from './authorization.ts';
import { clocksView } from './clock-view.ts';
import { withEveryInsider } from './insiders.ts';
import type { InsiderDeps } from './insiders.ts';
import { toTicketRow } from './list-row.ts';
import { stepView } from './step-view.ts';
import { ratedAt, readTicketRecord } from './ticket-record.ts';
import type { CheckedRecord } from './ticket-record.ts';
import { workView } from './work-view.ts';

export interface TicketFileDeps extends RatingDeps, InsiderDeps {
  readonly tickets: TicketStore;
}

/** The reader of a ticket, with time and language. */
export interface Reader {
  readonly staff: Staff;
  readonly at: Instant;
  readonly language: Language;
}

const textOf = async (rating: Rating | undefined, keys: KeyRing): Promise<string | null> =>
  (rating && (await openText(keys, rating))) ?? null;

const proofView = (rating: Rating | undefined, language: Language) =>
  rating === undefined ? {} : proofClassView(rating, language);

interface Texts {
  readonly keys: KeyRing;
  readonly indicators: IndicatorTable;
  readonly language: Language;
}

const ratingView = async (rating: Rating | undefined, { keys, language }: Texts) => ({
  words: await textOf(rating, keys),
  ...proofView(rating, language),
  doubts: doubtsView(rating?.doubts, language),
});

const followUpView = async (
  { followUp }: Ticket,
  rating: Rating | undefined,
  { keys, indicators, language }: Texts,
) => {
  if (followUp === undefined) return {};
  const tags = tagsView(rating?.tags ?? [], indicators, language);
  const { words: text, ...given } = await ratingView(rating, { keys, indicators, language });
  const { level, at } = followUp;
  return { followUp: { level, tags, text, ...given, at: withOffset(at) } };
};

const givenView = async ({ ticket, ratings }: CheckedRecord, texts: Texts) => {
  const first = ratings.find(({ assessNumber }) => assessNumber === 1);
  const second = ratings.find(({ assessNumber }) => assessNumber === 2);
  return { ...(await ratingView(first, texts)), ...(await followUpView(ticket, second, texts)) };
};

const auditView = async ({ steps, broken }: CheckedRecord, keys: KeyRing) => ({
  intact: broken === undefined,
  ...(broken && { broken }),
  steps: await Promise.all(steps.map((step) => stepView(step, keys))),
});

const caseFacts = (handled: Case | undefined, ratedAt: Instant) => ({
  matter: handled?.matter,
  department: handled?.department,
  applicant: handled === undefined ? {} : maskedApplicant(handled, ratedAt),
});

/**
 * Keys for a ticket whose record was changed past the service: a text that cannot be decrypted any
 * more must not hide what is broken.
 */
const tolerateChanges = (keys: KeyRing): KeyRing => ({
  ...keys,
  async decrypt(sealed, place) {
    try {
      return await keys.decrypt(sealed, place);
    } catch {
      return '（密文已被改动，无法解密 · changed, cannot be decrypted）';
    }
  },
});

/** Who may need a number that the resident wrote: a handler of the department, until it is done. */
const hasToAct = ({ roles, department }: Staff, ticket: Ticket): boolean =>
  roles.includes('handler') && department === ticket.creditCode && !hasEnded(ticket);

/** Keys for everybody else: numbers of persons in the texts are masked. */
const maskTexts = (keys: KeyRing): KeyRing => ({
  ...keys,
  decrypt: async (sealed, place) => maskPersonal(await keys.decrypt(sealed, place)),
});

const keysFor = (
  staff: Staff,
  { ticket, broken }: CheckedRecord,
  { keys }: RatingDeps,
): KeyRing => {
  const shown = hasToAct(staff, ticket) ? keys : maskTexts(keys);
  return broken ? tolerateChanges(shown) : shown;
};

interface Asking extends Pick<Reader, 'staff' | 'at'> {
  readonly handled: Case | undefined;
  readonly rules: Rules;
}

const allowedNow = async (
  record: CheckedRecord,
  { staff, at, handled, rules }: Asking,
  deps: InsiderDeps,
): Promise<readonly CommandType[]> => {
  const by = actingOn(staff, { ratings: record.ratings, handled });
  return allowedTo(by, await withEveryInsider(record, deps), { at, rules });
};

/**
 * Returns the complete ticket: case and complaint, work and notes, deadlines day by day, permitted
 * actions, and the audit chain. The rater stays masked, and so do numbers of persons in the texts for
 * everybody but the handlers who have to act.
 */
export const ticketFile = async (
  asked: Ticket,
  { staff, at, language }: Reader,
  deps: TicketFileDeps,
) => {
  const [rules, { indicators }, handled, record] = await Promise.all([
    rulesFor(deps.rulebook, asked),
    deps.rulebook.now(),
    deps.cases.find(asked.projectNo),
    readTicketRecord(asked, deps),
  ]);
  const keys = keysFor(staff, record, deps);
  const { ticket } = record;
  const texts = { keys, indicators, language };
  const [allowed, given, work, audit] = await Promise.all([
    allowedNow(record, { staff, at, handled, rules }, deps),
    givenView(record, texts),
    workView(ticket, { keys, rules }),
    auditView(record, keys),
  ]);
  return {
    ...toTicketRow(ticket, at),
    projectNo: ticket.projectNo,
    serviceNumber: ticket.serviceNumber,
    contactConsent: ticket.contactConsent,
    matterCode: ticket.matterCode,
    policyVersion: ticket.policyVersion,
    stateName: ticketStateNames[ticket.state][language],
    tags: tagsView(ticket.tags, indicators, language),
    ...given,
    ...caseFacts(handled, ratedAt(record)),
    ...work,
    allowed,
    clocks: clocksView(ticket, rules, language),
    audit,
  };
};
