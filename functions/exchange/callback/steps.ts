import { createHmac } from 'node:crypto';

import type { CenterCallback, CenterCase } from '../../../events/exchange/callback.ts';
import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import type { CommandOf } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { conflictTries } from '../../../shared/http/conflict-tries.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../../shared/http/problem/ticket.table.ts';
import { retry } from '../../../shared/retry.ts';
import { rulesFor } from '../../../shared/rules.ts';
import type { RatingDeps } from '../../rating/receive-rating.ts';
import { notePlace } from '../../ticket/command.ts';
import { caseOf } from './evaluation.ts';
import { contactsMeant, missingProblem, momentOfCenter } from './reading.ts';

type ProvinceStep = CommandOf<'provinceStep'>;

/** How often a step is decided again after a version conflict on the ticket. */
const rounds = conflictTries(5);

const markOf = (key: Uint8Array, code: string, entry: Entry): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([code, entry.doneAt, entry.status, entry.dealerId, entry.note]))
    .digest('base64url')
    .slice(0, 22);

interface Entry {
  readonly doneAt: ProvinceStep['doneAt'];
  readonly status: string;
  readonly dealerId: string | null;
  readonly note: string | null;
}

const entriesOf = ({ caseWorkflowModelList }: CenterCase): readonly Entry[] =>
  caseWorkflowModelList
    .map(({ dealInfo, dealTime, dealerId, status }) => ({
      doneAt: momentOfCenter(dealTime, '/caseModelList'),
      status: String(status),
      dealerId: dealerId ?? null,
      note: dealInfo?.trim() || null,
    }))
    .toSorted((a, b) => (a.doneAt < b.doneAt ? -1 : 1));

/** Returns the commands of one work order, each with the keyed digest that detects a repeat. */
const commandsOf = async (
  model: CenterCase,
  ticketId: string,
  { keys }: RatingDeps,
): Promise<readonly ProvinceStep[]> => {
  const key = await keys.key('fingerprint');
  return Promise.all(
    entriesOf(model).map(async (entry) => ({
      type: 'provinceStep' as const,
      code: model.code,
      status: entry.status,
      doneAt: entry.doneAt,
      mark: markOf(key, model.code, entry),
      ...(entry.note === null ? {} : { note: await keys.encrypt(entry.note, notePlace(ticketId)) }),
    })),
  );
};

/** The format of a 工单编号 of this system. */
const ownNumber = /^\d{21}-\d{1,2}$/;

/**
 * Returns the ticket with the work order's code, else the ticket of the contact that the callback
 * is about.
 */
const findTicketOfWorkOrder = async (
  callback: CenterCallback,
  { code }: CenterCase,
  deps: RatingDeps,
): Promise<Ticket> => {
  const known = await caseOf(callback, deps);
  const { projectNo } = known;
  const likely = contactsMeant(callback, known, deps.now()).map((contact) =>
    ticketIdOf({ projectNo, serviceNumber: contact.serviceNumber }),
  );
  // One of this system's codes with another case number is an error, and that ticket is not used.
  const own = ownNumber.test(code) ? [code].filter((id) => id.startsWith(`${projectNo}-`)) : likely;
  for (const id of own) {
    const ticket = await deps.tickets.find(id);
    if (ticket !== undefined) return ticket;
  }
  throw new Problem('ticket_unknown');
};

/** The digests in the audit chain of a ticket at one version. */
interface Course {
  readonly version: number;
  readonly marks: ReadonlySet<string>;
}

const readStepMarks = async (
  { id, version }: Ticket,
  known: Course | undefined,
  deps: RatingDeps,
): Promise<Course> => {
  if (known?.version === version) return known;
  const steps = await deps.tickets.steps(id);
  const ours = steps.filter((step) => step.type === 'province_step');
  return { version, marks: new Set(ours.map(({ facts }) => facts.mark)) };
};

/**
 * Writes a step and returns the updated history; returns it unchanged when the step is already
 * stored.
 */
const writeStep = (
  { id, command }: { readonly id: string; readonly command: ProvinceStep },
  before: Course | undefined,
  deps: RatingDeps,
): Promise<{ readonly course: Course; readonly stored: 0 | 1 }> =>
  retry(async () => {
    const ticket = await deps.tickets.find(id);
    if (ticket === undefined) throw new Problem('ticket_unknown');
    const course = await readStepMarks(ticket, before, deps);
    if (course.marks.has(command.mark)) return { course, stored: 0 };
    const rules = await rulesFor(deps.rulebook, ticket);
    const at = deps.now();
    const decision = decideTicket(ticket, command, { at, by: { role: 'system' }, rules });
    if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
    const { next, events, notices } = decision;
    const saved = await deps.tickets.save(next, events, noticesOf(next, notices, { at, rules }));
    if (saved !== 'saved') return undefined;
    const marks = new Set(course.marks).add(command.mark);
    return { course: { version: next.version, marks }, stored: 1 };
  }, rounds);

/**
 * Writes the new steps of one work order. The chain is read once, and again after a concurrent
 * write.
 */
const writeAll = async (
  id: string,
  commands: readonly ProvinceStep[],
  deps: RatingDeps,
): Promise<number> => {
  let course: Course | undefined;
  let sum = 0;
  for (const command of commands) {
    const done = await writeStep({ id, command }, course, deps);
    ({ course } = done);
    sum += done.stored;
  }
  return sum;
};

/**
 * Handles operation.sync: stores what the province did on a work order as steps of the ticket. The
 * center sends the complete history each time; only new steps are written.
 */
export const receiveSteps = async (callback: CenterCallback, deps: RatingDeps): Promise<number> => {
  if (callback.caseModelList.length === 0) throw missingProblem('/caseModelList');
  let stored = 0;
  for (const model of callback.caseModelList) {
    const { id } = await findTicketOfWorkOrder(callback, model, deps);
    stored += await writeAll(id, await commandsOf(model, id, deps), deps);
  }
  return stored;
};
