import { createHash } from 'node:crypto';

import { nextDate } from '../../../../../shared/domain/time/instant.ts';
import { ticketIdOf } from '../../player/case-event.ts';
import { makePdf, uploadEvidence } from '../../player/evidence.ts';
import { prepareAction } from '../../player/staff-action.ts';
import type { StaffAction } from '../../player/staff-action.ts';
import type { PlannedStop } from '../plan.ts';
import type { StaffStep } from '../table/ticket-scenario.table.ts';
import type { PlannedAction } from '../ticket-plan.ts';
import { callForEach } from './loading.ts';
import type { Loading } from './loading.ts';

/** Every attempt has the same id, so that the service recognises an action after a lost answer. */
const actionIdOf = (planned: PlannedAction): string => {
  const hash = createHash('sha256')
    .update(`${ticketIdOf(planned)}/${planned.index}`)
    .digest('hex');
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map((range) => hash.slice(...range));
  // Version 8 of RFC 9562: the content is free, here a digest.
  return `${a}-${b}-8${c}-8${d}-${e}`;
};

/** Adds the files and the day of a review, which the plan does not know. */
const completeAction = async (
  { player, ledger }: Loading,
  { action, file, reviewAfterDays }: StaffStep,
  { by, ticketId }: { readonly by: string; readonly ticketId: string },
): Promise<StaffAction> => {
  const takesFiles = action.type === 'submit' || action.type.startsWith('claim');
  const files = file === undefined ? [] : [makePdf('佐证材料.pdf', file)];
  const evidence = await Promise.all(
    files.map((one) => uploadEvidence(player, { by, ticketId, file: one })),
  );
  return {
    ...action,
    ...(takesFiles && { evidence }),
    ...(reviewAfterDays !== undefined && { reviewOn: nextDate(ledger.today, reviewAfterDays) }),
  } as StaffAction;
};

const playStep = async (loading: Loading, planned: PlannedAction, receipt: string | null) => {
  const { player } = loading;
  const { step, account: by = '' } = planned;
  if (step.by === 'resident') {
    if (receipt === null) throw new RangeError('a follow-up of a resident whom nobody plays');
    const clientRef = `town-${ticketIdOf(planned)}`;
    return player.ensure('followUp', { at: { receipt }, body: { ...step.words, clientRef } });
  }
  const ticketId = ticketIdOf(planned);
  const action = await completeAction(loading, step, { by, ticketId });
  const attempt = { by, ticketId, action, actionId: actionIdOf(planned) };
  return player.ensure('actOnTicket', await prepareAction(player, attempt));
};

const actOnTicket = async (loading: Loading, planned: PlannedAction): Promise<void> => {
  const receipt = loading.ledger.receipts[ticketIdOf(planned)];
  // The rating was missed on its pad, so that there is no ticket.
  if (receipt === undefined) return;
  const { repeated } = await playStep(loading, planned, receipt);
  if (repeated) loading.counts.repeats += 1;
  else loading.counts.actions += 1;
};

/** Plays what departments, supervisors and residents do about earlier ratings at this stop. */
export const actOnTickets = (loading: Loading, stop: PlannedStop): Promise<void> =>
  callForEach(stop.actions, (planned) => actOnTicket(loading, planned));
