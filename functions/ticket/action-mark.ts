import type { StepDraft } from '../../shared/domain/ticket/step/step.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

/**
 * Marks the steps of a person's action with its id. Steps that the system added in the same write,
 * because something was due, are not marked.
 */
export const markSteps = (
  steps: readonly StepDraft[],
  actionId: string | undefined,
): readonly StepDraft[] =>
  actionId === undefined
    ? steps
    : steps.map((step) =>
        step.by.role === 'staff' ? { ...step, facts: { ...step.facts, actionId } } : step,
      );

/** Returns whether the audit chain already has this person's action with that id. */
export const hasDone = async (
  tickets: TicketStore,
  ticketId: string,
  { staff, actionId }: { readonly staff: Staff; readonly actionId: string | undefined },
): Promise<boolean> => {
  if (actionId === undefined) return false;
  const steps = await tickets.steps(ticketId);
  return steps.some(
    ({ by, facts }) => by.role === 'staff' && by.id === staff.id && facts['actionId'] === actionId,
  );
};
