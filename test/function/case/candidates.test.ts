/** What a nightly run of retention reads: day after day, and each list once. */
import { expect, it } from 'vitest';

import { createCandidates } from '../../../functions/case/retention/candidates.ts';
import { daysOf } from '../../../shared/domain/time/day-span.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { fakeStores } from '../../fake/stores.ts';

const nothing = async () => {
  await Promise.resolve();
  return { items: [], cursor: undefined };
};

it('reads the ended tickets of a month and the contests of an area once for the run', async () => {
  const stores = fakeStores();
  const lists: string[] = [];
  const candidates = createCandidates({
    records: stores.records,
    places: { now: async () => [{ code: '330602' }, { code: '330603' }] as never },
    tickets: {
      endedIn: (scope, _page) => {
        lists.push(JSON.stringify(scope));
        return nothing();
      },
    },
    contests: {
      listed: (list, _page) => {
        lists.push(JSON.stringify(list));
        return nothing();
      },
    },
  });
  const week = daysOf({ from: '2026-10-28' as CivilDate, to: '2026-11-04' as CivilDate });
  for (const day of week) {
    for await (const projectNo of candidates({ from: day, to: day })) {
      throw new Error(`nothing is there, but ${projectNo}`);
    }
  }
  // For each of two areas: two months, and the contests.
  expect(lists).toHaveLength(6);
  expect(new Set(lists).size).toBe(6);
});
