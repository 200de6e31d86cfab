import { createHmac } from 'node:crypto';

import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import type {
  CaseDossier,
  CenterReceipt,
  ReportRecord,
} from '../../../shared/domain/exchange/case-report.ts';
import type { WantedRecord } from '../../../shared/domain/exchange/plan.ts';
import {
  applyReceipt,
  newRecord,
  receiptOfAnswer,
  saysNothingNew,
} from '../../../shared/domain/exchange/record-state.ts';
import type { Body, FieldFault } from '../../../shared/domain/exchange/record/field.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { CenterGateway } from '../../../shared/port/exchange/center-gateway.ts';
import type { ReportStore } from '../../../shared/port/exchange/store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { buildRecord } from './build-record.ts';
import type { RecordDeps } from './build-record.ts';

export interface SendRecordDeps extends RecordDeps {
  readonly now: Now;
  readonly reports: ReportStore;
}

const ownReceipt = ({ field, fault }: FieldFault, at: Instant): CenterReceipt => ({
  by: 'own_check',
  outcome: 'rejected',
  code: `field_${fault}`,
  message: field,
  at,
});

/**
 * Computes a keyed digest: the body holds a name and a certificate, which a plain digest would let
 * an attacker guess.
 */
const digestOf = async (body: Body, keys: KeyRing): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(JSON.stringify(body))
    .digest('base64url');

/** The source and the target of a report. */
interface Reporting {
  readonly file: CaseDossier;
  readonly records: readonly ReportRecord[];
  readonly gateway: CenterGateway;
}

interface Attempted {
  readonly receipt: CenterReceipt;
  readonly digest?: string | undefined;
}

const postRecord = async (
  reported: Parameters<typeof buildRecord>[0] & Pick<Reporting, 'gateway'>,
  deps: SendRecordDeps,
): Promise<Attempted> => {
  const built = await buildRecord(reported, deps);
  if (!built.ok) return { receipt: ownReceipt(built.fault, deps.now()) };
  const answer = await reported.gateway.send(built.operation, built.body);
  const receipt = receiptOfAnswer(answer, deps.now());
  return { receipt, digest: await digestOf(built.body, deps.keys) };
};

/**
 * Sends one record once. Only the stored receipt changes its state: when storing fails after the
 * center has accepted the record, the next attempt sends the same content and the center answers
 * with a duplicate, which counts as accepted.
 */
export const sendRecord = async (
  { ref }: WantedRecord,
  { file, records, gateway }: Reporting,
  deps: SendRecordDeps,
): Promise<ReportRecord> => {
  const id = recordId(ref);
  const before =
    records.find((record) => recordId(record.ref) === id) ?? newRecord(file.known.projectNo, ref);
  const { receipt, digest } = await postRecord({ file, record: before, records, gateway }, deps);
  if (saysNothingNew(before, receipt)) return before;
  const record = applyReceipt(before, receipt, digest);
  if ((await deps.reports.save({ record })) === 'conflict') {
    throw new Error('the record was changed by another writer; it is decided again');
  }
  return record;
};
