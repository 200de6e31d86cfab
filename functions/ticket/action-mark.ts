import type { TicketAction } from '../../events/ticket/action.ts';
import type { TicketEvent } from '../../shared/domain/ticket/event/event.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { isRecordOf } from './recorded-action.ts';

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

/**
 * Returns whether the audit chain already has this person's action with that id. The version that
 * the person saw may differ.
 *
 * @throws Problem when the id stands for another action
 */
export const hasDone = async (
  action: TicketAction,
  { staff, ticketId }: { readonly staff: Staff; readonly ticketId: string },
  { tickets, keys }: { readonly tickets: TicketStore; readonly keys: KeyRing },
): Promise<boolean> => {
  const { actionId } = action;
  if (actionId === undefined) return false;
  const steps = await tickets.steps(ticketId);
  const marked = steps.filter(
    (step) => step.by.role === 'staff' && step.by.id === staff.id && step.actionId === actionId,
  );
  for (const step of marked) if (await isRecordOf(step, action, keys)) return true;
  if (marked.length > 0) throw new Problem('action_differs');
  return false;
};
