import type { PolicyRehearsal, PolicyRehearsalLine } from '../../events/policy/policy.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { hasChanges, rehearseTicket } from '../../shared/domain/policy/rehearsal.ts';
import type { RehearsedTicket } from '../../shared/domain/policy/rehearsal.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { rulesFor, rulesUnder } from '../../shared/rules.ts';
import { addMarks, dueMarks, shiftView } from '../calendar/due-marks.ts';
import { openTickets } from '../calendar/open-tickets.ts';
import { readHistory } from './history.ts';
import { sourceText } from './policy-answer.ts';
import { policyInPath } from './policy-in-path.ts';
import type { ChangePolicyDeps } from './propose.ts';
import { countShiftedRatings } from './rating-shift.ts';
import type { RatingShiftDeps } from './rating-shift.ts';

export interface DryRunDeps extends ChangePolicyDeps, RatingShiftDeps {
  readonly tickets: TicketStore;
  readonly places: Pick<Places, 'now'>;
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

const marksOf = ({
  opens,
  due,
  rungs,
}: RehearsedTicket): Readonly<Record<keyof Counts, boolean>> => ({
  ...dueMarks(due),
  notOpened: !opens,
  moreRungs: rungs.proposed.some((rung) => !rungs.now.includes(rung)),
  fewerRungs: rungs.now.some((rung) => !rungs.proposed.includes(rung)),
});

const lineOf = (ticket: Ticket, rehearsed: RehearsedTicket): PolicyRehearsalLine => ({
  id: ticket.id,
  state: ticket.state,
  policyVersion: ticket.policyVersion,
  opens: rehearsed.opens,
  contactDue: shiftView(rehearsed.due.contact),
  rectifyDue: shiftView(rehearsed.due.rectify),
  reviewDue: shiftView(rehearsed.due.review),
  rungs: { now: [...rehearsed.rungs.now], proposed: [...rehearsed.rungs.proposed] },
});

const rehearseAll = async (policy: Policy, deps: DryRunDeps, at: Instant): Promise<Outcome> => {
  const { calendar } = await deps.rulebook.now();
  const other = rulesUnder(policy, calendar);
  let [tickets, differing, counts] = [0, 0, noCounts];
  const lines: PolicyRehearsalLine[] = [];
  for await (const ticket of openTickets(deps)) {
    tickets += 1;
    const rehearsed = rehearseTicket(ticket, {
      own: await rulesFor(deps.rulebook, ticket),
      other,
      at,
    });
    if (!hasChanges(rehearsed)) continue;
    differing += 1;
    counts = addMarks(counts, marksOf(rehearsed));
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
    const { policy } = policyInPath(request, await readHistory(deps.policies));
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
