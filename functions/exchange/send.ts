import type { SQSRecord } from 'aws-lambda';

import { ReportMessage } from '../../events/exchange/message.ts';
import { recordId } from '../../shared/domain/exchange/case-report.ts';
import type { CenterReceipt, ReportRecord } from '../../shared/domain/exchange/case-report.ts';
import { isOpen, wellSince } from '../../shared/domain/exchange/center-health.ts';
import { planOf, wantedOf } from '../../shared/domain/exchange/plan.ts';
import type { ReportPlan } from '../../shared/domain/exchange/plan.ts';
import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { recordAnswers, recordFailure } from './circuit-breaker.ts';
import { caseDossier } from './record/case-dossier.ts';
import { sendRecord } from './record/send-record.ts';
import type { CaseSending, SendDeps } from './sending.ts';
import { scheduleRetry, settleOutbox } from './settle-outbox.ts';

/** Well below the function's timeout, which must leave room for one more slow answer. */
const longestGoMs = 120_000;

const isOvertime = ({ begunAt }: CaseSending, at: Instant): boolean =>
  toEpoch(at) - toEpoch(begunAt) > longestGoMs;

const withRecord = (
  records: readonly ReportRecord[],
  next: ReportRecord,
): readonly ReportRecord[] => [
  ...records.filter(({ ref }) => recordId(ref) !== recordId(next.ref)),
  next,
];

const planNow = ({ wanted, records, tried }: CaseSending): ReportPlan =>
  planOf(wanted, records, tried);

type Break = 'silent' | 'overtime';

/**
 * Sends one record after another, as each accepted record releases its dependents, until none is
 * left, the center does not answer, or it takes too long.
 */
const drain = async (sending: CaseSending, deps: SendDeps): Promise<Break | undefined> => {
  for (;;) {
    const [next] = planNow(sending).next;
    if (next === undefined) return undefined;
    if (isOvertime(sending, deps.now())) return 'overtime';
    const record = await sendRecord(next, sending, deps);
    sending.tried.add(recordId(next.ref));
    sending.records = withRecord(sending.records, record);
    if (record.receipt?.outcome === 'unclear') return 'silent';
  }
};

type ReportMetric = 'ReportsAccepted' | 'ReportsRejected' | 'ReportsUnclear';

const metrics: Readonly<Record<CenterReceipt['outcome'], ReportMetric>> = {
  accepted: 'ReportsAccepted',
  duplicate: 'ReportsAccepted',
  rejected: 'ReportsRejected',
  unclear: 'ReportsUnclear',
};

const countReceipts = ({ records, tried }: CaseSending): Readonly<Record<ReportMetric, number>> => {
  const sent = records.filter(({ ref }) => tried.has(recordId(ref)));
  const countAs = (metric: ReportMetric): number =>
    sent.filter(({ receipt }) => receipt && metrics[receipt.outcome] === metric).length;
  return {
    ReportsAccepted: countAs('ReportsAccepted'),
    ReportsRejected: countAs('ReportsRejected'),
    ReportsUnclear: countAs('ReportsUnclear'),
  };
};

const sendCase = async (sending: CaseSending, deps: SendDeps): Promise<void> => {
  const broken = await drain(sending, deps);
  const plan = planNow(sending);
  if (sending.tried.size > 0) deps.publish(countReceipts(sending));
  if (broken === 'silent') {
    return scheduleRetry(
      sending,
      { plan, until: await recordFailure(sending, deps), failed: true },
      deps,
    );
  }
  await recordAnswers(sending, deps);
  if (broken === 'overtime')
    return scheduleRetry(sending, { plan, until: deps.now(), failed: false }, deps);
  return settleOutbox(sending, plan, deps);
};

const beginSending = async (projectNo: string, deps: SendDeps): Promise<CaseSending> => {
  const [file, { records, outbox }, { access, health = wellSince }] = await Promise.all([
    caseDossier(projectNo, deps),
    deps.reports.file(projectNo),
    deps.center.standing(),
  ]);
  if (file === undefined) throw new Permanent('a call to report a case that does not exist');
  const [begunAt, wanted] = [deps.now(), wantedOf(file)];
  return {
    file,
    outbox,
    gateway: deps.gatewayOf(access),
    health,
    begunAt,
    wanted,
    records,
    tried: new Set(),
  };
};

/**
 * Handles one message to report a case: sends everything that the center does not have, in order,
 * each record once the center holds what it depends on. A repeat finds the accepted records and
 * sends nothing. While the center does not answer, nothing is sent: the case waits in the outbox
 * until `exchange/resume` queues it again, and the queue stays empty.
 */
export const sendReports =
  (deps: SendDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const { projectNo } = fromMessage(record, ReportMessage);
    const sending = await beginSending(projectNo, deps);
    const { health, begunAt, outbox } = sending;
    if (!isOpen(health, begunAt)) return sendCase(sending, deps);
    const plan = planNow(sending);
    if (plan.next.length === 0 || outbox?.state === 'pending') return;
    const until = health.openUntil ?? begunAt;
    await scheduleRetry(sending, { plan, until, failed: false }, deps);
  };
