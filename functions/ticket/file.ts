import { ticketStateNames } from '../../shared/domain/case/names.table.ts';
import { indicatorOf } from '../../shared/domain/rating/indicator.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { allowedTo } from '../../shared/domain/ticket/allowed.ts';
import { brokenLink } from '../../shared/domain/ticket/step/step.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { rulesFor, sha256 } from '../../shared/rules.ts';
import { textPlace } from '../rating/receive-rating.ts';
import type { RatingDeps } from '../rating/receive-rating.ts';
import { actingAs } from './authorization.ts';
import { clocksView } from './clock-view.ts';
import { toTicketRow } from './list-row.ts';
import { stepView } from './step-view.ts';
import { workView } from './work-view.ts';

/** The reader of a ticket, with time and language. */
export interface Reader {
  readonly staff: Staff;
  readonly at: Instant;
  readonly language: Language;
}

const tagsView = (tags: readonly string[], language: Language) =>
  tags.map((code) => ({ code, text: indicatorOf(code)?.[language] ?? code }));

const textOf = async (rating: Rating | undefined, keys: KeyRing): Promise<string | null> =>
  rating?.sealedText === undefined
    ? null
    : keys.decrypt(rating.sealedText, textPlace(rating.projectNo, rating.serviceNumber));

const followUpView = async (ticket: Ticket, deps: RatingDeps, language: Language) => {
  if (ticket.followUp === undefined) return {};
  const rating = await deps.ratings.find({ ...ticket, assessNumber: 2 });
  const text = await textOf(rating, deps.keys);
  const { level, at } = ticket.followUp;
  const tags = tagsView(rating?.tags ?? [], language);
  return { followUp: { level, tags, text, at: withOffset(at) } };
};

const auditChain = async (ticket: Ticket, deps: RatingDeps) => {
  const steps = await deps.tickets.steps(ticket.id);
  return {
    intact: brokenLink(steps, sha256) === undefined,
    steps: await Promise.all(steps.map((step) => stepView(step, deps.keys))),
  };
};

const wordsOf = async (ticket: Ticket, deps: RatingDeps): Promise<string | null> =>
  textOf(await deps.ratings.find({ ...ticket, assessNumber: 1 }), deps.keys);

/**
 * Returns the complete ticket: case and complaint, work and notes, deadlines day by day, permitted
 * actions, and the audit chain. The rater stays masked.
 */
export const ticketFile = async (
  ticket: Ticket,
  { staff, at, language }: Reader,
  deps: RatingDeps,
) => {
  const [rules, known, words, work, followUp, audit] = await Promise.all([
    rulesFor(deps.rulebook, ticket),
    deps.cases.find(ticket.projectNo),
    wordsOf(ticket, deps),
    workView(ticket, deps.keys),
    followUpView(ticket, deps, language),
    auditChain(ticket, deps),
  ]);
  return {
    ...toTicketRow(ticket, at),
    projectNo: ticket.projectNo,
    serviceNumber: ticket.serviceNumber,
    contactConsent: ticket.contactConsent,
    matterCode: ticket.matterCode,
    policyVersion: ticket.policyVersion,
    stateName: ticketStateNames[ticket.state][language],
    tags: tagsView(ticket.tags, language),
    words,
    matter: known?.matter,
    department: known?.department,
    applicant: { name: known?.applicant.maskedName, mobile: known?.applicant.maskedMobile },
    ...work,
    ...followUp,
    allowed: allowedTo(actingAs(staff), ticket, { at, rules }),
    clocks: clocksView(ticket, rules, language),
    audit,
  };
};
