import { recordId } from '../../domain/exchange/case-report.ts';
import type { OutboxEntry, ReportRecord } from '../../domain/exchange/case-report.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedOutboxEntry, storedReportRecord } from './schema.ts';

/** Keys of the exchange with the provincial center; the overview is in `keys.ts`. */

export const reportPk = (projectNo: string): string => `REPORT#${projectNo}`;

const reportRecords = 'RECORD#';

export const recordPlace = (record: ReportRecord): Placement<ReportRecord> => ({
  key: { pk: reportPk(record.projectNo), sk: `${reportRecords}${recordId(record.ref)}` },
  kind: storedReportRecord,
});

export const outboxKey = (projectNo: string): ItemKey => ({
  pk: reportPk(projectNo),
  sk: 'OUTBOX',
});

export const outboxOf = (state: OutboxEntry['state']): string => `REPORTS#${state}`;

/** A pending case is sorted by its next attempt, a stuck one by since when it is stuck. */
export const outboxPlace = (entry: OutboxEntry): Placement<OutboxEntry> => ({
  key: outboxKey(entry.projectNo),
  kind: storedOutboxEntry,
  list: {
    listPk: outboxOf(entry.state),
    listSk: `${entry.nextAt ?? entry.since}#${entry.projectNo}`,
  },
});

export const centerAccessKey: ItemKey = { pk: 'CENTER', sk: 'ACCESS' };
export const centerHealthKey: ItemKey = { pk: 'CENTER', sk: 'HEALTH' };
