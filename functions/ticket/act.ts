import { TicketAction } from '../../events/ticket/action.ts';
import { cityCode, countingArea } from '../../shared/domain/area/area.ts';
import { noticesOf } from '../../shared/domain/notice/notice.ts';
import type { RequestedNotice } from '../../shared/domain/notice/notice.ts';
import { overseersTold } from '../../shared/domain/ticket/act/transfer.ts';
import { refusalFor } from '../../shared/domain/ticket/authorization/authorization.ts';
import { roleFact } from '../../shared/domain/ticket/authorization/role-fact.ts';
import type { ActingStaff } from '../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { Answer } from '../../shared/http/edge.ts';
import { requireListedAreas } from '../../shared/http/oversight/listed-area.ts';
import type { ListedAreaDeps } from '../../shared/http/oversight/listed-area.ts';
import {
  departmentsElsewhere,
  requireListedDepartment,
} from '../../shared/http/oversight/listed.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../shared/http/problem/ticket.table.ts';
import { canReach } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';
import type { TicketChange } from '../../shared/port/ticket/store.ts';
import { rulesFor } from '../../shared/rules.ts';
import { requireEvidence } from '../evidence/check-evidence.ts';
import { hasDone, markEvents } from './action-mark.ts';
import { actingOn } from './authorization.ts';
import { commandOf } from './command.ts';
import { ticketFile } from './file.ts';
import type { Reader, TicketFileDeps } from './file.ts';
import { withEveryInsider } from './insiders.ts';
import { ratedAt, ratingsOf } from './ticket-record.ts';
import { namedApplicant, requireNeed } from './unmask.ts';
import { knownTicket, requireView, canView } from './visibility.ts';

export interface ActionDeps extends TicketFileDeps, ReferenceDeps, ListedAreaDeps {
  readonly evidence: EvidenceStore;
}

/** An action on a ticket as loaded, with its actor and time. */
interface Taken {
  readonly ticket: Ticket;
  readonly action: TicketAction;
  readonly staff: Staff;
  readonly by: ActingStaff;
  readonly at: Instant;
}

const staleProblem = ({ version }: Pick<Ticket, 'version'>): Problem =>
  new Problem('stale_version', { version });

/**
 * Checked before the version, because a newer version would not help a caller without the
 * permission.
 */
const requireRight = async (
  { ticket, action, staff, by }: Taken,
  deps: ActionDeps,
): Promise<void> => {
  const steps = await deps.tickets.steps(ticket.id);
  const reason = refusalFor(await withEveryInsider({ ticket, steps }, deps), action, by);
  if (reason === undefined) return;
  const fact = reason === 'role_missing' ? roleFact(action, staff.roles) : undefined;
  throw new Problem(ticketProblems[reason], { fact });
};

/**
 * A ticket at a department that perhaps nobody reads for is shown to those who oversee it. One that
 * another area lists is in that area, whatever the action says, so only the city sends it there.
 */
const noticesOfTarget = async (
  { action, staff }: Taken,
  deps: ActionDeps,
): Promise<readonly RequestedNotice[]> => {
  if (action.type !== 'transfer') return [];
  const { creditCode, area } = action.to;
  await requireListedAreas([area], deps);
  const [standing, elsewhere] = await Promise.all([
    requireListedDepartment(action.to, deps),
    departmentsElsewhere(countingArea(area), deps),
  ]);
  const isElsewhere = elsewhere.has(creditCode);
  if (isElsewhere && !canReach(staff, cityCode)) throw new Problem('transfer_of_city');
  return standing === 'listed' && !isElsewhere ? [] : overseersTold;
};

const decideAction = async (taken: Taken, deps: ActionDeps): Promise<TicketChange> => {
  const { ticket, action, by, at } = taken;
  const rules = await rulesFor(deps.rulebook, ticket);
  const command = await commandOf(action, ticket.id, deps.keys);
  const decision = decideTicket(ticket, command, { at, by, rules });
  if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
  const { next, events, notices } = decision;
  const told = [...notices, ...(await noticesOfTarget(taken, deps))];
  return {
    next,
    events: markEvents(events, action.actionId),
    notices: noticesOf(next, told, { at, rules }),
  };
};

const performAction = async (taken: Taken, deps: ActionDeps): Promise<Ticket> => {
  const { ticket, action } = taken;
  await requireRight(taken, deps);
  if (action.expectedVersion !== ticket.version) throw staleProblem(ticket);
  if (action.type === 'unmask') requireNeed(ticket);
  const { next, events, notices } = await decideAction(taken, deps);
  if ('evidence' in action) await requireEvidence(deps.evidence, ticket.id, action.evidence);
  const outcome = await deps.tickets.save(next, events, notices);
  // As stored, with the end of its audit chain; after a conflict, as another writer left it.
  const stored = await knownTicket(deps.tickets, ticket.id);
  if (outcome === 'conflict') throw staleProblem(stored);
  return stored;
};

const buildAnswer = async (ticket: Ticket, reader: Reader, deps: ActionDeps) => {
  const { id, state, version } = ticket;
  const file = canView(reader.staff, ticket)
    ? { ticket: await ticketFile(ticket, reader, deps) }
    : {};
  return { id, state, version, ...file };
};

/**
 * `POST /v1/tickets/{id}/actions`: performs one action of a handler or overseer. The state machine
 * decides, and all consequences are one write, conditional on the version that the caller saw. An
 * action with a known `actionId` is not repeated, and another action with it is refused. A name is returned only after the step that
 * records it is written.
 */
export const actOnTicket =
  (deps: ActionDeps): StaffHandler =>
  async (request, staff): Promise<Answer> => {
    const action = readBody(request, TicketAction);
    const ticket = await knownTicket(deps.tickets, pathParameter(request, 'id'));
    const reader = { staff, at: deps.now(), language: languageOf(request) };
    if (await hasDone(action, { staff, ticketId: ticket.id }, deps)) {
      return {
        status: 200,
        body: { repeated: true, ...(await buildAnswer(ticket, reader, deps)) },
      };
    }
    requireView(staff, ticket);
    const [ratings, handled] = await Promise.all([
      ratingsOf(ticket, deps),
      deps.cases.find(ticket.projectNo),
    ]);
    const by = actingOn(staff, { ratings, handled });
    const next = await performAction({ ticket, action, by, ...reader }, deps);
    const { projectNo } = next;
    const asked = { projectNo, ratedAt: ratedAt({ ticket: next, ratings }) };
    const named = action.type === 'unmask' && { applicant: await namedApplicant(asked, deps) };
    return {
      status: 200,
      body: { repeated: false, ...(await buildAnswer(next, reader, deps)), ...named },
    };
  };
