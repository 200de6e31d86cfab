import type { PolicyRehearsal, PolicyRehearsalLine } from '../../events/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { hasChanges, rehearseTicket } from '../../shared/domain/policy/rehearsal.ts';
import type { RehearsedTicket } from '../../shared/domain/policy/rehearsal.ts';
import { isEarlier, isLater } from '../../shared/domain/ticket/due-shift.ts';
import type { DueShift } from '../../shared/domain/ticket/due-shift.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { rulesFor, rulesUnder } from '../../shared/rules.ts';
import { openTickets } from '../calendar/open-tickets.ts';
import { sourceText } from './policy-answer.ts';
import { policyInPath } from './policy-in-path.ts';
import type { ChangePolicyDeps } from './propose.ts';
import { countShiftedRatings } from './rating-shift.ts';
import type { RatingShiftDeps } from './rating-shift.ts';

export interface DryRunDeps extends ChangePolicyDeps, RatingShiftDeps {
  readonly tickets: TicketStore;
}

const linesShown = 50;

type Counts = PolicyRehearsal['counts'];
type Outcome = Pick<PolicyRehearsal, 'tickets' | 'differing' | 'counts' | 'lines'>;

const noCounts: Counts = {
  notOpened: 0,
  contactEarlier: 0,
  contactLater: 0,
  rectifyEarlier: 0,
  rectifyLater: 0,
  reviewEarlier: 0,
  reviewLater: 0,
  moreRungs: 0,
  fewerRungs: 0,
};

const marksOf = ({ opens, due, rungs }: RehearsedTicket) =>
  ({
    notOpened: !opens,
    contactEarlier: isEarlier(due.contact),
    contactLater: isLater(due.contact),
    rectifyEarlier: isEarlier(due.rectify),
    rectifyLater: isLater(due.rectify),
    reviewEarlier: isEarlier(due.review),
    reviewLater: isLater(due.review),
    moreRungs: rungs.proposed.some((rung) => !rungs.now.includes(rung)),
    fewerRungs: rungs.now.some((rung) => !rungs.proposed.includes(rung)),
  }) satisfies Record<keyof Counts, boolean>;

const addMarks = (counts: Counts, rehearsed: RehearsedTicket): Counts => {
  const marks = marksOf(rehearsed);
  const entries = Object.entries(counts).map(([name, count]) => [
    name,
    count + Number(marks[name as keyof Counts]),
  ]);
  return Object.fromEntries(entries) as Counts;
};

const shiftOf = ({ now, proposed }: DueShift) => ({
  now: offsetOrNull(now),
  proposed: offsetOrNull(proposed),
});

const lineOf = (ticket: Ticket, rehearsed: RehearsedTicket): PolicyRehearsalLine => ({
  id: ticket.id,
  state: ticket.state,
  policyVersion: ticket.policyVersion,
  opens: rehearsed.opens,
  contactDue: shiftOf(rehearsed.due.contact),
  rectifyDue: shiftOf(rehearsed.due.rectify),
  reviewDue: shiftOf(rehearsed.due.review),
  rungs: { now: [...rehearsed.rungs.now], proposed: [...rehearsed.rungs.proposed] },
});

const rehearseAll = async (policy: Policy, deps: DryRunDeps, at: Instant): Promise<Outcome> => {
  const { calendar } = await deps.rulebook.now();
  const other = rulesUnder(policy, calendar);
  let [tickets, differing, counts] = [0, 0, noCounts];
  const lines: PolicyRehearsalLine[] = [];
  for await (const ticket of openTickets(deps.tickets)) {
    tickets += 1;
    const rehearsed = rehearseTicket(ticket, {
      own: await rulesFor(deps.rulebook, ticket),
      other,
      at,
    });
    if (!hasChanges(rehearsed)) continue;
    differing += 1;
    counts = addMarks(counts, rehearsed);
    if (lines.length < linesShown) lines.push(lineOf(ticket, rehearsed));
  }
  return { tickets, differing, counts, lines };
};

/**
 * `POST /v1/policies/{version}/dry-run`: compares every open ticket under its own policy and,
 * hypothetically, under this one, and counts the ratings whose level it judges otherwise than the
 * policy in force. Changes nothing.
 */
export const dryRunPolicy =
  (deps: DryRunDeps): StaffHandler =>
  async (request) => {
    const { policy } = await policyInPath(request, deps.policies);
    const at = deps.now();
    const body: PolicyRehearsal = {
      version: policy.version,
      source: sourceText(policy, languageOf(request)),
      at: withOffset(at),
      ratings: await countShiftedRatings(policy, deps, at),
      ...(await rehearseAll(policy, deps, at)),
    };
    return { status: 200, body };
  };
