import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import type {
  CenterReceipt,
  OutboxEntry,
  ReportAsk,
  ReportRecord,
} from '../../../shared/domain/exchange/case-report.ts';
import type { CenterHealth } from '../../../shared/domain/exchange/center-health.ts';
import { isOpen } from '../../../shared/domain/exchange/center-health.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

export const entryView = (entry: OutboxEntry) => ({
  projectNo: entry.projectNo,
  state: entry.state,
  area: entry.area,
  creditCode: entry.creditCode,
  since: withOffset(entry.since),
  nextAt: offsetOrNull(entry.nextAt),
  attempts: entry.attempts,
  rejected: entry.rejected,
  waiting: entry.waiting,
});

const receiptView = (receipt: CenterReceipt | undefined) =>
  receipt === undefined
    ? null
    : {
        by: receipt.by,
        outcome: receipt.outcome,
        code: receipt.code,
        message: receipt.message,
        receiptNo: receipt.receiptNo ?? null,
        at: withOffset(receipt.at),
      };

const askView = (asked: ReportAsk | undefined) =>
  asked === undefined ? null : { ...asked, at: withOffset(asked.at) };

export const recordView = (record: ReportRecord) => ({
  record: recordId(record.ref),
  kind: record.ref.kind,
  // RECONSTRUCTION: the province's format of rectification is not public.
  reconstruction: record.ref.kind === 'step',
  state: record.state,
  revision: record.revision,
  asked: askView(record.asked),
  corrections: record.corrections ?? null,
  receipt: receiptView(record.receipt),
  attempts: record.attempts,
  history: record.history.map((event) => ({ ...event, at: withOffset(event.at) })),
});

const stateOf = (health: CenterHealth, at: Instant): 'answering' | 'silent' | 'failing' => {
  if (health.failures === 0) return 'answering';
  return isOpen(health, at) ? 'silent' : 'failing';
};

/** 省平台状态: whether calls are sent, and since when they get no answer. */
export const healthView = (health: CenterHealth, at: Instant) => ({
  state: stateOf(health, at),
  failures: health.failures,
  since: offsetOrNull(health.since),
  why: health.why ?? null,
  nextProbeAt: offsetOrNull(health.openUntil),
});
