import { recordId } from '../../domain/exchange/case-report.ts';
import type { OutboxEntry, ReportRecord } from '../../domain/exchange/case-report.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';

/** Keys of the exchange with the provincial center; the overview is in `keys.ts`. */

export const reportPk = (projectNo: string): string => `REPORT#${projectNo}`;

const reportRecords = 'RECORD#';

export const recordPlace = (record: ReportRecord): Placement => ({
  key: { pk: reportPk(record.projectNo), sk: `${reportRecords}${recordId(record.ref)}` },
  kind: 'report_record',
});

export const outboxKey = (projectNo: string): ItemKey => ({
  pk: reportPk(projectNo),
  sk: 'OUTBOX',
});

export const outboxOf = (state: OutboxEntry['state']): string => `REPORTS#${state}`;

/** A pending case is sorted by its next attempt, a stuck one by since when it is stuck. */
export const outboxPlace = (entry: OutboxEntry): Placement => ({
  key: outboxKey(entry.projectNo),
  kind: 'report_case',
  list: {
    listPk: outboxOf(entry.state),
    listSk: `${entry.nextAt ?? entry.since}#${entry.projectNo}`,
  },
});

export const centerAccessKey: ItemKey = { pk: 'CENTER', sk: 'ACCESS' };
export const centerHealthKey: ItemKey = { pk: 'CENTER', sk: 'HEALTH' };
