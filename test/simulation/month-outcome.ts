/** The results of a simulated month by the service and by the center, each read separately. */
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type { Loop } from '../support/loop.ts';
import { center } from './center-access.ts';
import { done } from './people.ts';

export interface Stuck {
  readonly projectNo: string;
  readonly rejected: readonly string[];
}

interface OutboxPage {
  readonly entries: readonly Stuck[];
  readonly cursor: string | null;
}

export const outbox = async (loop: Loop, state: 'pending' | 'stuck'): Promise<readonly Stuck[]> => {
  const auditor = await loop.staff('auditor');
  const all: Stuck[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: OutboxPage = await done(() =>
      auditor.get<OutboxPage>(`/v1/reports/outbox?state=${state}${after}`),
    );
    all.push(...page.entries);
    ({ cursor } = page);
  } while (cursor !== null);
  return all;
};

/** Sends every refused record again, as a supervisor does after a check. */
export const resendStuck = async (loop: Loop): Promise<number> => {
  const stuck = await outbox(loop, 'stuck');
  const supervisor = await loop.staff('supervisor-yuecheng');
  for (const { projectNo, rejected } of stuck) {
    for (const record of rejected) {
      const order = { record, reason: '已与省中心核对编码，重新上报' };
      await done(() => supervisor.post(`/v1/reports/outbox/${projectNo}/resend`, order));
    }
  }
  return stuck.length;
};

export interface Recount {
  readonly equal: boolean;
  readonly differences: readonly object[];
  readonly compared: number;
  readonly read: { readonly ratings: number; readonly tickets: number; readonly cases: number };
}

export const recount = async (loop: Loop, from: CivilDate, to: CivilDate): Promise<Recount> => {
  const auditor = await loop.staff('auditor');
  return done(() => auditor.get<Recount>(`/v1/figures/recount?from=${from}&to=${to}`));
};

export interface Counted {
  readonly total: {
    readonly counts: Readonly<Record<string, number>>;
    readonly rates: Readonly<
      Record<string, { readonly numerator: number; readonly denominator: number }>
    >;
  };
}

export const figures = async (loop: Loop, from: CivilDate, to: CivilDate): Promise<Counted> => {
  const auditor = await loop.staff('auditor');
  const query = `scope=city:330600&from=${from}&to=${to}`;
  return done(() => auditor.get<Counted>(`/v1/figures?${query}`));
};

export interface HeldRecord {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly receivedAt: string;
}

export const heldAtCenter = async (loop: Loop): Promise<readonly HeldRecord[]> =>
  (await center<{ records: readonly HeldRecord[] }>(loop, '?records')).records;

export const caseAtCenter = async (loop: Loop, projectNo: string): Promise<readonly HeldRecord[]> =>
  (await center<{ records: readonly HeldRecord[] }>(loop, `?projectNo=${projectNo}`)).records;

export interface Reconciled {
  readonly day: string;
  readonly state: string;
  readonly found: Readonly<Record<string, number>>;
}

export const reconcile = async (
  loop: Loop,
  days: readonly CivilDate[],
): Promise<readonly Reconciled[]> => {
  const supervisor = await loop.staff('supervisor-city');
  const results: Reconciled[] = [];
  for (const day of days) {
    results.push(await done(() => supervisor.post<Reconciled>('/v1/reports/reconcile', { day })));
  }
  return results;
};
