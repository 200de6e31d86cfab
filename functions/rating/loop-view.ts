import { ticketStateNames } from '../../shared/domain/case/names.table.ts';
import { noAppend } from '../../shared/domain/rating/follow-up.ts';
import { levelNames } from '../../shared/domain/rating/level.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import { stageMoments, stageNames, stages } from '../../shared/domain/ticket/progress.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { explainClock } from '../../shared/domain/time/explanation/explain-clock.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { rulesFor } from '../../shared/rules.ts';
import { notePlace } from '../ticket/command.ts';
import type { RatingDeps } from './receive-rating.ts';

const stagesView = (ticket: Ticket, language: Language) => {
  const moments = stageMoments(ticket);
  return stages.map((stage) => {
    const at = moments[stage];
    return {
      stage,
      name: stageNames[stage][language],
      at: offsetOrNull(at),
    };
  });
};

const deadlineView = (clock: Clock, rules: Rules, language: Language) => ({
  state: clock.state,
  dueAt: offsetOrNull(runningDue(clock)),
  ...explainClock(rules.timetable, clock, language),
});

/**
 * Returns the answer only after it has passed the review; an unreviewed or returned answer is not
 * shown.
 */
const answerOf = async (ticket: Ticket, { keys }: RatingDeps): Promise<string | null> =>
  ticket.state === 'closed' && ticket.submission !== undefined
    ? keys.decrypt(ticket.submission.sealedAnswer, notePlace(ticket.id))
    : null;

const dismissalOf = async (ticket: Ticket, { tickets, keys }: RatingDeps) => {
  if (ticket.state !== 'dismissed') return undefined;
  const ruled = (await tickets.steps(ticket.id)).findLast((step) => step.type === 'ruled');
  const sealed = ruled?.sealedNote;
  return {
    at: withOffset(ruled?.at ?? ticket.openedAt),
    reason: sealed === undefined ? null : await keys.decrypt(sealed, notePlace(ticket.id)),
  };
};

const transferredWords = {
  zh: '工单已改派至其他部门，办理期限照常计算。',
  en: 'The ticket was transferred to another department; its deadlines are unchanged.',
} as const satisfies Readonly<Record<Language, string>>;

/** Nothing is shown of requests that were not granted. */
const transferView = async ({ id, transfers }: Ticket, language: Language, deps: RatingDeps) => {
  if (transfers === 0) return undefined;
  const step = (await deps.tickets.steps(id)).findLast(({ type }) => type === 'transferred');
  return step && { at: withOffset(step.at), words: transferredWords[language] };
};

const followUpView = ({ followUp }: Ticket, language: Language) =>
  followUp && {
    level: followUp.level,
    name: levelNames[followUp.level][language],
    at: withOffset(followUp.at),
  };

/** Omits staff names and all their notes except the answer and the reason of a dismissal. */
export const loopView = async (
  ticket: Ticket,
  { language, at }: { readonly language: Language; readonly at: Instant },
  deps: RatingDeps,
) => {
  const [rules, answer, dismissal, transferred] = await Promise.all([
    rulesFor(deps.rulebook, ticket),
    answerOf(ticket, deps),
    dismissalOf(ticket, deps),
    transferView(ticket, language, deps),
  ]);
  const { appendUntil } = ticket;
  const mayAppend = appendUntil !== undefined && noAppend(ticket, at) === undefined;
  return {
    state: ticket.state,
    name: ticketStateNames[ticket.state][language],
    round: ticket.round,
    openedAt: withOffset(ticket.openedAt),
    stages: stagesView(ticket, language),
    contact: deadlineView(ticket.clocks.contact, rules, language),
    rectify: deadlineView(ticket.clocks.rectify, rules, language),
    answer,
    dismissal,
    transferred,
    reviewOn: ticket.hardship?.reviewOn,
    followUp: followUpView(ticket, language),
    may: { append: mayAppend ? { until: withOffset(appendUntil) } : null },
  };
};
