import { recordId } from '../../shared/domain/exchange/case-report.ts';
import type { OutboxEntry, ReportRecord } from '../../shared/domain/exchange/case-report.ts';
import type { CenterHealth } from '../../shared/domain/exchange/center-health.ts';
import type { CenterAccess, CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { ReportChange, ReportStore } from '../../shared/port/exchange/store.ts';
import { copyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = ({ state, nextAt, since, projectNo }: OutboxEntry): string =>
  `${state}/${nextAt ?? since}#${projectNo}`;

const follows = (before: { readonly version: number } | undefined, version: number): boolean =>
  (before?.version ?? 0) === version - 1;

const keyOf = ({ projectNo, ref }: ReportRecord): string => `${projectNo}/${recordId(ref)}`;

export const fakeReportStore = (memory: Memory): ReportStore => {
  const records = new Map<string, ReportRecord>();
  const outbox = new Map<string, OutboxEntry>();
  const fits = ({ record, outbox: entry }: ReportChange): boolean => {
    if (record && !follows(records.get(keyOf(record)), record.version)) return false;
    if (entry === undefined) return true;
    const there = outbox.get(entry.projectNo);
    return 'done' in entry ? there?.version === entry.done.version : follows(there, entry.version);
  };
  const inOrder = (state: OutboxEntry['state']): readonly OutboxEntry[] =>
    [...outbox.values()]
      .filter((entry) => entry.state === state)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .map(copyOf);

  return {
    async file(projectNo) {
      await memory.turn();
      const own = [...records].filter(([, record]) => record.projectNo === projectNo);
      const entry = outbox.get(projectNo);
      return {
        records: own.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => copyOf(record)),
        ...(entry && { outbox: copyOf(entry) }),
      };
    },
    async save(change) {
      await memory.turn();
      if (!fits(change)) return 'conflict';
      const { record, outbox: entry } = change;
      if (record) {
        records.set(keyOf(record), copyOf(record));
        memory.wrote('report_record');
      }
      if (entry === undefined) return 'saved';
      if ('done' in entry) outbox.delete(entry.projectNo);
      else outbox.set(entry.projectNo, copyOf(entry));
      memory.wrote('report_case');
      return 'saved';
    },
    async listed(state, page) {
      await memory.turn();
      return pageOf(inOrder(state), { list: `reports/${state}`, placeOf }, page);
    },
    async due(until, limit) {
      await memory.turn();
      return inOrder('pending')
        .filter(({ nextAt = '' }) => nextAt <= until)
        .slice(0, limit);
    },
  };
};

export const fakeCenterStore = (memory: Memory): CenterStore => {
  const access = new Versioned<CenterAccess>();
  const health = new Versioned<CenterHealth>();
  return {
    async access() {
      await memory.turn();
      return access.get('access');
    },
    async saveAccess(next) {
      await memory.turn();
      const saved = access.put('access', next);
      if (saved === 'saved') memory.wrote('center_access');
      return saved;
    },
    async health() {
      await memory.turn();
      return health.get('health');
    },
    async standing() {
      await memory.turn();
      return { access: access.get('access'), health: health.get('health') };
    },
    async saveHealth(next) {
      await memory.turn();
      return health.put('health', next);
    },
  };
};
