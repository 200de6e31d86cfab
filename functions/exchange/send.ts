import type { SQSRecord } from 'aws-lambda';

import { ReportMessage } from '../../events/exchange/message.ts';
import { recordId } from '../../shared/domain/exchange/case-report.ts';
import type {
  CaseFile,
  OutboxEntry,
  ReportRecord,
} from '../../shared/domain/exchange/case-report.ts';
import { isClosed, wellSince } from '../../shared/domain/exchange/center-health.ts';
import type { CenterHealth } from '../../shared/domain/exchange/center-health.ts';
import { planOf, wantedOf } from '../../shared/domain/exchange/plan.ts';
import type { ReportPlan, WantedRecord } from '../../shared/domain/exchange/plan.ts';
import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import type { CenterAccess, CenterStore } from '../../shared/port/exchange/center-store.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { caseFile } from './case-dossier.ts';
import type { CaseFileDeps } from './case-dossier.ts';
import { noteAnswers, noteSilence } from './circuit-breaker.ts';
import { attempt } from './send-record.ts';
import type { AttemptDeps } from './send-record.ts';
import { putOff, rest } from './settle-outbox.ts';

export interface SendDeps extends AttemptDeps, CaseFileDeps {
  readonly center: Pick<CenterStore, 'standing' | 'saveHealth'>;
  readonly gatewayOf: (access: CenterAccess | undefined) => CenterGateway;
  /** 0 to 1; spreads out those that failed together. */
  readonly chance: () => number;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** A case being reported: what is stored of it, and what the center said so far. */
export interface Going {
  readonly file: CaseFile;
  readonly outbox: OutboxEntry | undefined;
  readonly health: CenterHealth;
  readonly gateway: CenterGateway;
  readonly begunAt: Instant;
  readonly wanted: readonly WantedRecord[];
  records: readonly ReportRecord[];
  readonly tried: Set<string>;
}

/** Well within the function's time, which one slow answer more must still fit into. */
const longestGoMs = 120_000;

const isOvertime = ({ begunAt }: Going, at: Instant): boolean =>
  toEpoch(at) - toEpoch(begunAt) > longestGoMs;

const withRecord = (
  records: readonly ReportRecord[],
  next: ReportRecord,
): readonly ReportRecord[] => [
  ...records.filter(({ ref }) => recordId(ref) !== recordId(next.ref)),
  next,
];

const planNow = ({ wanted, records, tried }: Going): ReportPlan => planOf(wanted, records, tried);

type Ending = 'drained' | 'silent' | 'overtime';

/** Record after record, as each is taken and lets its dependents go, until none is left or silence. */
const drain = async (going: Going, deps: SendDeps): Promise<Ending> => {
  for (;;) {
    const [next] = planNow(going).next;
    if (next === undefined) return 'drained';
    if (isOvertime(going, deps.now())) return 'overtime';
    const record = await attempt(next, going, deps);
    going.tried.add(recordId(next.ref));
    going.records = withRecord(going.records, record);
    if (record.receipt?.outcome === 'unclear') return 'silent';
  }
};

const counted = ({ records, tried }: Going): Readonly<Record<string, number>> => {
  const outcomes = records
    .filter(({ ref }) => tried.has(recordId(ref)))
    .map(({ receipt }) => receipt?.outcome);
  const count = (...wanted: readonly unknown[]): number =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length;
  return {
    ReportsAccepted: count('accepted', 'duplicate'),
    ReportsRejected: count('rejected'),
    ReportsUnclear: count('unclear'),
  };
};

const go = async (going: Going, deps: SendDeps): Promise<void> => {
  const ending = await drain(going, deps);
  const plan = planNow(going);
  if (going.tried.size > 0) deps.publish(counted(going));
  if (ending === 'silent') {
    return putOff(going, { plan, until: await noteSilence(going, deps), failed: true }, deps);
  }
  await noteAnswers(going, deps);
  if (ending === 'overtime') return putOff(going, { plan, until: deps.now(), failed: false }, deps);
  return rest(going, plan, deps);
};

const begin = async (projectNo: string, deps: SendDeps): Promise<Going> => {
  const [file, { records, outbox }, { access, health = wellSince }] = await Promise.all([
    caseFile(projectNo, deps),
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
 * One call to report a case: everything that the center does not have goes out, in order, each record
 * once the center holds what it depends on. A repeat finds what was accepted and sends nothing. While
 * the center is silent nothing is sent; the case waits in the outbox, from which `exchange/resume`
 * calls it again, and the queue stays free.
 */
export const sendReports =
  (deps: SendDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const { projectNo } = fromMessage(record, ReportMessage);
    const going = await begin(projectNo, deps);
    const { health, begunAt, outbox } = going;
    if (!isClosed(health, begunAt)) return go(going, deps);
    const plan = planNow(going);
    if (plan.next.length === 0 || outbox?.state === 'pending') return;
    const until = health.closedUntil ?? begunAt;
    await putOff(going, { plan, until, failed: false }, deps);
  };
