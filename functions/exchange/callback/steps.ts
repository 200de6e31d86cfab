import { createHmac } from 'node:crypto';

import type { KeptReason } from '../../../shared/domain/exchange/callback/kept.ts';
import { readWorkOrders } from '../../../shared/domain/exchange/callback/read-steps.ts';
import type {
  CourseEntry,
  WorkOrder,
} from '../../../shared/domain/exchange/callback/read-steps.ts';
import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import type { CommandOf } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { isAhead } from '../../../shared/domain/time/clock-tolerance.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { conflictTries } from '../../../shared/http/conflict-tries.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../../shared/http/problem/ticket.table.ts';
import { retry } from '../../../shared/retry.ts';
import { rulesFor } from '../../../shared/rules.ts';
import type { RatingDeps } from '../../rating/receive-rating.ts';
import { notePlace } from '../../ticket/command.ts';
import type { Brought } from './binding.ts';
import type { Stored } from './evaluation.ts';
import { reasonOf, Unplaced } from './unplaced.ts';
import { findTicketOfWorkOrder } from './work-order-ticket.ts';

type ProvinceStep = CommandOf<'provinceStep'>;

/** How often a step is decided again after a version conflict on the ticket. */
const rounds = conflictTries(5);

const markOf = (key: Uint8Array, code: string, entry: CourseEntry): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        code,
        entry.doneAt ?? { sent: entry.sentTime },
        entry.status,
        entry.dealerId,
        entry.note,
      ]),
    )
    .digest('base64url')
    .slice(0, 22);

/** When a step was done. One whose time cannot be read is placed at its arrival, and says so. */
const timeOf = (
  { doneAt }: CourseEntry,
  now: Instant,
): Pick<ProvinceStep, 'doneAt' | 'timeDoubt'> => {
  if (doneAt === undefined) return { doneAt: now, timeDoubt: 'unreadable_time' };
  return isAhead(doneAt, now) ? { doneAt, timeDoubt: 'implausible_time' } : { doneAt };
};

/** Returns the commands of one work order, each with the keyed digest that detects a repeat. */
const commandsOf = async (
  { code, entries }: WorkOrder,
  ticketId: string,
  { keys, now }: RatingDeps,
): Promise<readonly ProvinceStep[]> => {
  const key = await keys.key('fingerprint');
  return Promise.all(
    entries.map(async (entry) => ({
      type: 'provinceStep' as const,
      code,
      status: entry.status,
      ...timeOf(entry, now()),
      mark: markOf(key, code, entry),
      ...(entry.note === null ? {} : { note: await keys.encrypt(entry.note, notePlace(ticketId)) }),
    })),
  );
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

/** What is left of one call: more steps are stored by the next attempt, within its time. */
const mostSteps = 200;

/** How many steps are stored, and why not all. */
interface Written {
  readonly stored: number;
  readonly left?: KeptReason | undefined;
}

/**
 * Writes the new steps of one work order, up to `most`. The chain is read once, and again after a
 * concurrent write.
 */
const writeAll = async (
  id: string,
  { commands, most }: { readonly commands: readonly ProvinceStep[]; readonly most: number },
  deps: RatingDeps,
): Promise<Written> => {
  let course: Course | undefined;
  let stored = 0;
  for (const command of commands) {
    if (stored === most) return { stored, left: 'steps_waiting' };
    const done = await writeStep({ id, command }, course, deps);
    ({ course } = done);
    stored += done.stored;
  }
  return { stored };
};

const receiveOrder = async (
  brought: Brought,
  { order, most }: { readonly order: WorkOrder; readonly most: number },
  deps: RatingDeps,
): Promise<Written> => {
  if (order.entries.length === 0) return { stored: 0 };
  try {
    const { id } = await findTicketOfWorkOrder(brought, order, deps);
    return await writeAll(id, { commands: await commandsOf(order, id, deps), most }, deps);
  } catch (fault) {
    return { stored: 0, left: reasonOf(fault) };
  }
};

/**
 * Handles operation.sync: stores what the province did on a work order as steps of the ticket. The
 * center sends the complete history each time; only new steps are written. A work order whose ticket
 * is unknown does not hold up the others.
 */
export const receiveSteps = async (
  brought: Brought,
  deps: RatingDeps,
): Promise<Stored & Written> => {
  const { orders, complete } = readWorkOrders(brought.body);
  if (orders.length === 0) throw new Unplaced('steps_missing');
  let [stored, left]: [number, KeptReason | undefined] = [0, undefined];
  for (const order of orders) {
    const written = await receiveOrder(brought, { order, most: mostSteps - stored }, deps);
    stored += written.stored;
    left ??= written.left;
  }
  return { stored, left, complete };
};
