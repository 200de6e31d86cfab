import type { Step } from '../../shared/domain/ticket/step/step.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { TicketFiles } from '../../shared/port/evidence/store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

export interface InsiderDeps {
  readonly tickets: Pick<TicketStore, 'find' | 'steps'>;
  readonly evidence: TicketFiles;
}

type Insiders = Pick<Ticket, 'departments' | 'workers'>;

interface Worked {
  readonly ticket: Ticket;
  readonly steps: readonly Step[];
}

/** Opening a name, resuming what was deferred and offering a file are work on a ticket as well. */
const insidersOf = async ({ ticket, steps }: Worked, deps: InsiderDeps): Promise<Insiders> => {
  const files = await deps.evidence.ofTicket(ticket.id);
  const { departments } = ticket;
  const acting = steps.flatMap(({ by }) =>
    by.role === 'staff' && by.department !== undefined && departments.includes(by.department)
      ? [by.id]
      : [],
  );
  const senders = files.map(({ offeredBy }) => offeredBy);
  return { departments, workers: [...ticket.workers, ...acting, ...senders] };
};

/** The tickets of the ratings whose place this one took: they were about the same service. */
const formerOf = async (
  { generation = 1, ...ticket }: Ticket,
  { tickets }: InsiderDeps,
): Promise<readonly Worked[]> => {
  const ids = Array.from({ length: generation - 1 }, (_, index) =>
    ticketIdOf({ ...ticket, generation: index + 1 }),
  );
  const found = await Promise.all(
    ids.map(async (id) => ({ ticket: await tickets.find(id), steps: await tickets.steps(id) })),
  );
  return found.flatMap(({ ticket: former, steps }) => (former ? [{ ticket: former, steps }] : []));
};

/**
 * Returns the ticket with every department that ever had it, and everybody who did anything in it
 * for one of them, also before a contest gave the rating a second generation.
 */
export const withEveryInsider = async (worked: Worked, deps: InsiderDeps): Promise<Ticket> => {
  const all = [...(await formerOf(worked.ticket, deps)), worked];
  const insiders = await Promise.all(all.map((one) => insidersOf(one, deps)));
  return {
    ...worked.ticket,
    departments: [...new Set(insiders.flatMap(({ departments }) => departments))],
    workers: [...new Set(insiders.flatMap(({ workers }) => workers))],
  };
};
