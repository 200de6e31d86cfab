import { createHmac } from 'node:crypto';

import type { CenterCallback, CenterCase } from '../../events/center-callback.ts';
import { noticesOf } from '../../shared/domain/notice.ts';
import type { CommandOf } from '../../shared/domain/ticket-command.ts';
import { decideTicket } from '../../shared/domain/ticket-machine.ts';
import { ticketIdOf } from '../../shared/domain/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { Problem } from '../../shared/http/problem.ts';
import { ticketProblems } from '../../shared/http/ticket-problem.table.ts';
import { rulesFor } from '../../shared/rules.ts';
import type { RatingDoor } from '../rating/receive-rating.ts';
import { notePlace } from '../ticket/command.ts';
import { caseOf } from './callback-evaluation.ts';
import { contactsMeant, missing, momentOfCenter } from './callback-reading.ts';

type ProvinceStep = CommandOf<'provinceStep'>;

/** How often a step is decided again after somebody else changed the ticket meanwhile. */
const rounds = 5;

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

/** The commands of one work order, each under the mark that tells it when it comes again. */
const commandsOf = async (
  model: CenterCase,
  ticketId: string,
  { keys }: RatingDoor,
): Promise<readonly ProvinceStep[]> => {
  const key = await keys.key('fingerprint');
  return Promise.all(
    entriesOf(model).map(async (entry) => ({
      type: 'provinceStep' as const,
      code: model.code,
      status: entry.status,
      doneAt: entry.doneAt,
      mark: markOf(key, model.code, entry),
      ...(entry.note === null ? {} : { note: await keys.seal(entry.note, notePlace(ticketId)) }),
    })),
  );
};

/** Our own work order by its code, else the ticket of the contact that the callback is about. */
const ticketMeant = async (
  callback: CenterCallback,
  { code }: CenterCase,
  door: RatingDoor,
): Promise<Ticket> => {
  const known = await caseOf(callback, door);
  const { projectNo } = known;
  const likely = contactsMeant(callback, known, door.now()).map((contact) =>
    ticketIdOf({ projectNo, serviceNumber: contact.serviceNumber }),
  );
  const ids = code.startsWith(`${projectNo}-`) ? [code] : likely;
  for (const id of ids) {
    const ticket = await door.tickets.find(id);
    if (ticket !== undefined) return ticket;
  }
  throw new Problem('ticket_unknown');
};

const isDone = async (id: string, { mark }: ProvinceStep, door: RatingDoor): Promise<boolean> =>
  (await door.tickets.steps(id)).some(
    ({ type, facts }) => type === 'province_step' && facts['mark'] === mark,
  );

/** Whether the step was written; false when it stands in the chain already. */
const written = async (id: string, command: ProvinceStep, door: RatingDoor): Promise<boolean> => {
  for (let round = 0; round < rounds; round += 1) {
    const ticket = await door.tickets.find(id);
    if (ticket === undefined) throw new Problem('ticket_unknown');
    if (await isDone(id, command, door)) return false;
    const rules = await rulesFor(door.rulebook, ticket);
    const at = door.now();
    const decision = decideTicket(ticket, command, { at, by: { role: 'system' }, rules });
    if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
    const { next, steps, notices } = decision;
    const saved = await door.tickets.save(next, steps, noticesOf(next, notices, { at, rules }));
    if (saved === 'saved') return true;
  }
  throw new Problem('busy');
};

/**
 * operation.sync: what was done on the province's side of the work order, as steps of the ticket. The
 * center sends the whole course again each time; only what is new is written.
 */
export const receiveSteps = async (callback: CenterCallback, door: RatingDoor): Promise<number> => {
  if (callback.caseModelList.length === 0) throw missing('/caseModelList');
  let stored = 0;
  for (const model of callback.caseModelList) {
    const { id } = await ticketMeant(callback, model, door);
    for (const command of await commandsOf(model, id, door)) {
      if (await written(id, command, door)) stored += 1;
    }
  }
  return stored;
};
