import type { StepDraft } from '../../shared/domain/ticket/step/step.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';

/**
 * The steps of a person's action, marked with the id they gave it. Steps that the system took on the
 * occasion, because something had fallen due, are not theirs.
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

/** Whether this person's action of that id is in the audit chain already. */
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
