import type { DifferenceList, ReconciliationView } from '../../../events/reconciliation/view.ts';
import { reconcileNightly } from '../../../functions/reconciliation/nightly.ts';
import type { ReportRecord } from '../../../shared/domain/exchange/case-report.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import { heldRating, heldStep, province } from '../../support/province.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, worldOver } from '../world.ts';

export const dayMs = 86_400_000;
export const friday = '2026-11-20';
export const officer: Person = { id: 'u-city-1', roles: ['supervisor'], area: '330600' };

/** A city that rates on a Friday, and the province that should have the same records. */
export const opened = () => {
  const center = province();
  const stores = { ...fakeStores(), gateway: center.gateway };
  const world = worldOver(stores, fridayMorning);
  const published: Readonly<Record<string, number>>[] = [];
  const now = world.clock.now;
  const known = async (projectNo: string): Promise<Rating> => {
    const rating = await stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
    if (rating === undefined) throw new Error(`${projectNo} is not rated`);
    return rating;
  };
  return {
    center,
    stores,
    world,
    published,
    known,
    /** Rates by QR code at the current time; returns the project number. */
    rate: async (level: string) => {
      const key = await world.integrator();
      const projectNo = await world.acceptedCase(key);
      const token = await world.token(key, projectNo);
      await world.call('POST /v1/ratings', { body: { token, level, text: '说明' } });
      return projectNo;
    },
    /** Stores the center's answer to the first rating. */
    onFile: async (projectNo: string, more: Partial<ReportRecord>) => {
      const ref = { kind: 'rating', serviceNumber: 1, assessNumber: 1 } as const;
      const base = { projectNo, ref, revision: 0, attempts: 1, history: [], version: 1 } as const;
      await stores.reports.save({ record: { ...base, state: 'unknown', ...more } });
    },
    compare: async (day = friday) => {
      const given = { as: officer, body: { day } };
      return bodyOf<ReconciliationView>(await world.call('POST /v1/reports/reconcile', given));
    },
    list: async (query = {}) => {
      const given = { as: officer, query };
      return bodyOf<DifferenceList>(await world.call('GET /v1/reports/differences', given));
    },
    settle: (id: string, body: object = { note: '已与省平台核实' }) =>
      world.call('POST /v1/reports/differences/{id}/settle', { as: officer, path: { id }, body }),
    night: reconcileNightly({
      ...stores,
      now,
      rulebook: stores.rulebookBy(now),
      publish: (counts) => void published.push(counts),
    }),
  };
};

export type Opened = ReturnType<typeof opened>;

/** The center has all records of that day, without differences. */
export const holdAll = async ({ center, stores, known }: Opened, projectNos: readonly string[]) => {
  const ratings = await Promise.all(projectNos.map(known));
  center.ratings.push(...ratings.map((rating) => heldRating(rating)));
  const steps = await stores.stepLedger.takenOn(civilDate(friday)!);
  center.steps.push(...steps.map((step) => heldStep(step, ratings[0]!.creditCode)));
};

/** A record that the center accepted at that moment. */
export const accepted = (when: string): Partial<ReportRecord> => ({
  state: 'accepted',
  revision: 1,
  history: [{ at: at(when), what: 'accepted', revision: 1, code: '0000' }],
});
