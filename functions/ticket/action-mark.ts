import type { TicketEvent } from '../../shared/domain/ticket/event/event.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

/**
 * Marks the events of a person's action with its id. Events that the system added in the same
 * write, because something was due, are not marked.
 */
export const markEvents = (
  events: readonly TicketEvent[],
  actionId: string | undefined,
): readonly TicketEvent[] =>
  actionId === undefined
    ? events
    : events.map((event) => (event.by.role === 'staff' ? { ...event, actionId } : event));

/** Returns whether the audit chain already has this person's action with that id. */
export const hasDone = async (
  tickets: TicketStore,
  ticketId: string,
  { staff, actionId }: { readonly staff: Staff; readonly actionId: string | undefined },
): Promise<boolean> => {
  if (actionId === undefined) return false;
  const steps = await tickets.steps(ticketId);
  return steps.some(
    (step) => step.by.role === 'staff' && step.by.id === staff.id && step.actionId === actionId,
  );
};
