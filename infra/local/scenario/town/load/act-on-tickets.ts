import { createHash } from 'node:crypto';

import type { EvidenceOffer } from '../../../../../events/evidence/evidence.ts';
import type { FollowUpReceipt } from '../../../../../events/rating/receipt-view.ts';
import type { ActionAnswer } from '../../../../../events/ticket/view.ts';
import { nextDate } from '../../../../../shared/domain/time/instant.ts';
import { toEvidenceRequest, putEvidence } from '../../../client/evidence-file.ts';
import type { EvidenceFile } from '../../../client/evidence-file.ts';
import type { Caller } from '../../../client/loop-client.ts';
import { tinyPdf } from '../../../client/tiny-pdf.ts';
import type { PlannedAction } from '../course-plan.ts';
import type { PlannedStop } from '../plan.ts';
import type { ResidentBeat, StaffBeat } from '../table/course.table.ts';
import { callForEach } from './lanes.ts';
import { expectStatus, TownRefused } from './loading.ts';
import type { Loading } from './loading.ts';

const ticketOf = ({ projectNo, serviceNumber }: PlannedAction): string =>
  `${projectNo}-${serviceNumber}`;

/** The same action in every attempt, so that one whose answer was lost is known again. */
const actionIdOf = (action: PlannedAction): string => {
  const hash = createHash('sha256')
    .update(`${ticketOf(action)}/${action.index}`)
    .digest('hex');
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map((range) => hash.slice(...range));
  // Version 8 of RFC 9562: a digest of one's own choosing.
  return `${a}-${b}-8${c}-8${d}-${e}`;
};

const uploadEvidence = async (
  caller: Caller,
  action: PlannedAction,
  line: string,
): Promise<string> => {
  const what = `evidence for ${ticketOf(action)}`;
  const file: EvidenceFile = { name: '佐证材料.pdf', type: 'pdf', bytes: tinyPdf(line) };
  const offered = await caller.post<typeof EvidenceOffer._zod.output>(
    '/v1/evidence',
    toEvidenceRequest(ticketOf(action), file),
  );
  const offer = expectStatus(offered, [201], what);
  const status = await putEvidence(offer, file);
  if (status !== 200) throw new TownRefused(what, `the object store answered ${status}`);
  return offer.evidenceId;
};

/** What the plan could not know: version, files, and the day of a review. */
const fillDeed = async (
  { deed, file, reviewAfterDays }: StaffBeat,
  { loading, action, caller }: { loading: Loading; action: PlannedAction; caller: Caller },
) => {
  const ticketId = ticketOf(action);
  const seen = await caller.get<{ version: number }>(`/v1/tickets/${ticketId}`);
  const { version } = expectStatus(seen, [200], `file of ${ticketId}`);
  const takesFiles = deed.type === 'submit' || deed.type.startsWith('claim');
  return {
    ...deed,
    expectedVersion: version,
    actionId: actionIdOf(action),
    ...(takesFiles && {
      evidence: file === undefined ? [] : [await uploadEvidence(caller, action, file)],
    }),
    ...(reviewAfterDays !== undefined && {
      reviewOn: nextDate(loading.ledger.today, reviewAfterDays),
    }),
  };
};

const byStaff = async (
  loading: Loading,
  action: PlannedAction,
  beat: StaffBeat,
): Promise<boolean> => {
  const { account = '' } = action;
  const caller = loading.client.bearer(await loading.tokenOf(account));
  const asked = await fillDeed(beat, { loading, action, caller });
  const path = `/v1/tickets/${ticketOf(action)}/actions`;
  const acted = await caller.post<typeof ActionAnswer._zod.output>(path, asked);
  return expectStatus(acted, [200], `${beat.deed.type} by ${account} on ${ticketOf(action)}`)
    .repeated;
};

const byResident = async (
  loading: Loading,
  receipt: string,
  { words }: ResidentBeat,
): Promise<boolean> => {
  const path = `/v1/receipts/${receipt}/append`;
  const appended = await loading.client.open().post<FollowUpReceipt>(path, words);
  return expectStatus(appended, [200, 201], `follow-up to ${receipt}`).repeated;
};

const performAction = async (loading: Loading, action: PlannedAction): Promise<void> => {
  const receipt = loading.ledger.receipts[ticketOf(action)];
  // The rating itself was missed on its pad, so there is no ticket.
  if (receipt === undefined) return;
  const { beat } = action;
  const repeated =
    beat.by === 'resident'
      ? await byResident(loading, receipt, beat)
      : await byStaff(loading, action, beat);
  if (repeated) loading.counts.repeats += 1;
  else loading.counts.actions += 1;
};

/** What departments, supervisors and residents do about earlier ratings at this stop. */
export const actOnTickets = (loading: Loading, stop: PlannedStop): Promise<void> =>
  callForEach(stop.actions, (action) => performAction(loading, action));
