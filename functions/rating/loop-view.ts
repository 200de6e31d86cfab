import { ticketStateNames } from '../../shared/domain/case/names.table.ts';
import { noAppend } from '../../shared/domain/rating/follow-up.ts';
import type { IndicatorTable } from '../../shared/domain/rating/indicator.ts';
import { levelNames } from '../../shared/domain/rating/level.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import type { EventOf, TicketEvent } from '../../shared/domain/ticket/event/event.ts';
import { stageMoments, stageNames, stages } from '../../shared/domain/ticket/progress.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { explainClock } from '../../shared/domain/time/explanation/explain-clock.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { rulesFor } from '../../shared/rules.ts';
import { notePlace } from '../ticket/command.ts';
import { openText } from './receive-rating.ts';
import type { RatingDeps } from './receive-rating.ts';
import { tagsView } from './tags-view.ts';

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

interface Shown {
  readonly language: Language;
  readonly at: Instant;
}

interface LoopShown extends Shown {
  readonly indicators: IndicatorTable;
}

const deadlineView = (clock: Clock, rules: Rules, { language, at }: Shown) => {
  const due = runningDue(clock);
  return {
    state: clock.state,
    dueAt: offsetOrNull(due),
    overdue: due !== undefined && due < at,
    ...explainClock(rules.timetable, clock, language),
  };
};

/** The steps of submissions that passed their review, one in each round. */
const approvedIn = (steps: readonly TicketEvent[]): readonly EventOf<'submitted'>[] =>
  steps.flatMap((step, index) => {
    if (step.type !== 'approved') return [];
    const answered = steps.slice(0, index).findLast(({ type }) => type === 'submitted');
    return answered?.type === 'submitted' ? [answered] : [];
  });

/** An answer that was not reviewed or was returned is not shown. */
const answersOf = (steps: readonly TicketEvent[], { keys }: RatingDeps) =>
  Promise.all(
    approvedIn(steps).map(async ({ at, round, sealedAnswer, ticketId }) => ({
      round,
      at: withOffset(at),
      text: await keys.decrypt(sealedAnswer, notePlace(ticketId)),
    })),
  );

const voidedWords = {
  zh: '有人对该评价提出异议；经回访申请人并由两人复核，认定该评价非申请人本人作出。',
  en: 'The rating was contested. The applicant was called back, and two persons ruled that it is not the applicant’s.',
} as const satisfies Readonly<Record<Language, string>>;

const dismissalOf = async (
  ticket: Ticket,
  steps: readonly TicketEvent[],
  { keys, language }: Pick<RatingDeps, 'keys'> & { readonly language: Language },
) => {
  if (ticket.state !== 'dismissed') return undefined;
  const { voidedAt } = ticket;
  if (voidedAt !== undefined) return { at: withOffset(voidedAt), reason: voidedWords[language] };
  const ruled = steps.findLast(({ type }) => type === 'ruled');
  const sealed = ruled?.sealedNote;
  return {
    at: withOffset(ruled?.at ?? ticket.openedAt),
    reason: sealed === undefined ? null : await keys.decrypt(sealed, notePlace(ticket.id)),
  };
};

const lookers = {
  department: { zh: '承办部门工作人员', en: 'Staff of the department in charge' },
  oversight: { zh: '监督人员', en: 'Staff of the oversight' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const transferredWords = {
  zh: '工单已改派至其他部门，办理期限照常计算。',
  en: 'The ticket was transferred to another department; its deadlines are unchanged.',
} as const satisfies Readonly<Record<Language, string>>;

/** Nothing is shown of requests that were not granted. */
const transferView = (steps: readonly TicketEvent[], language: Language) => {
  const step = steps.findLast(({ type }) => type === 'transferred');
  return step && { at: withOffset(step.at), words: transferredWords[language] };
};

/** The follow-up with what the resident said in it, as of the first rating. */
const followUpView = async (
  { followUp, projectNo, serviceNumber, generation }: Ticket,
  { language, indicators }: LoopShown,
  { keys, ratings }: RatingDeps,
) => {
  if (followUp === undefined) return undefined;
  const said = await ratings.find({ projectNo, serviceNumber, generation, assessNumber: 2 });
  return {
    level: followUp.level,
    name: levelNames[followUp.level][language],
    at: withOffset(followUp.at),
    tags: tagsView(said?.tags ?? [], indicators, language),
    text: said && (await openText(keys, said)),
  };
};

const extensionView = ({ extension }: Ticket) =>
  extension && { days: extension.days, from: offsetOrNull(extension.originalDue) };

/** Who looked at the resident's name and number: never which person. */
const looksView = (steps: readonly TicketEvent[], { departments }: Ticket, language: Language) =>
  steps
    .filter(({ type }) => type === 'unmasked')
    .map(({ at, by }) => {
      const department = by.role === 'staff' ? by.department : undefined;
      const isOfDepartment = department !== undefined && departments.includes(department);
      return {
        at: withOffset(at),
        role: lookers[isOfDepartment ? 'department' : 'oversight'][language],
      };
    });

/** Omits staff names and all their notes except the answer and the reason of a dismissal. */
export const loopView = async (ticket: Ticket, shown: LoopShown, deps: RatingDeps) => {
  const { language, at } = shown;
  const [rules, steps] = await Promise.all([
    rulesFor(deps.rulebook, ticket),
    deps.tickets.steps(ticket.id),
  ]);
  const [answers, dismissal, followUp] = await Promise.all([
    answersOf(steps, deps),
    dismissalOf(ticket, steps, { keys: deps.keys, language }),
    followUpView(ticket, shown, deps),
  ]);
  const { appendUntil } = ticket;
  const mayAppend = appendUntil !== undefined && noAppend(ticket, at) === undefined;
  return {
    state: ticket.state,
    name: ticketStateNames[ticket.state][language],
    round: ticket.round,
    openedAt: withOffset(ticket.openedAt),
    stages: stagesView(ticket, language),
    contact: deadlineView(ticket.clocks.contact, rules, shown),
    rectify: deadlineView(ticket.clocks.rectify, rules, shown),
    contactAttempts: ticket.contacts.length,
    answer: answers.find(({ round }) => round === ticket.round)?.text ?? null,
    answers,
    dismissal,
    transferred: transferView(steps, language),
    extension: extensionView(ticket),
    looks: looksView(steps, ticket, language),
    reviewOn: ticket.hardship?.reviewOn,
    followUp,
    may: { append: mayAppend ? { until: withOffset(appendUntil) } : null },
  };
};
