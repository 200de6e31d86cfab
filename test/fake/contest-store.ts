import { countingArea } from '../../shared/domain/area/area.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { contestIdOf } from '../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../shared/domain/rating/contest/contest.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';
import type { FakeRatingStores } from './rating-store.ts';

const placeOf = ({ at, ruling, ...key }: Contest): string =>
  `${ruling?.at ?? at}#${contestIdOf(key)}`;

const listOf = ({ area, state }: Pick<Contest, 'area'> & { state: string }): string =>
  `contests/${countingArea(area)}/${state === 'open' ? 'open' : 'ended'}`;

/** Ratings and tickets change with the rulings, in the same turn. */
export const fakeContestStore = (
  memory: Memory,
  loop: FakeRatingStores['loop'],
  tell: (notice: Notice) => void,
): ContestStore & { readonly all: () => readonly Contest[] } => {
  const contests = new Versioned<Contest>();
  const put = (contest: Contest): 'saved' | 'conflict' => {
    const outcome = contests.put(contestIdOf(contest), contest);
    if (outcome === 'saved') memory.wrote('contest');
    return outcome;
  };

  return {
    all: () => contests.values(),

    async open(contest, { first, notices }) {
      await memory.turn();
      const existing = contests.get(contestIdOf(contest));
      if (existing !== undefined) return { ok: false, existing };
      put(contest);
      loop.mark({ ...first, contested: contest.state });
      notices.forEach((notice) => tell(notice));
      return { ok: true };
    },
    async find(key) {
      await memory.turn();
      return contests.get(contestIdOf(key));
    },
    async ofContact({ projectNo, serviceNumber }) {
      await memory.turn();
      return contests
        .values()
        .filter((one) => one.projectNo === projectNo && one.serviceNumber === serviceNumber)
        .toSorted((a, b) => a.number - b.number);
    },
    async save(next) {
      await memory.turn();
      return put(next);
    },
    async rule({ contest, rated, change, second }) {
      await memory.turn();
      const before = contests.get(contestIdOf(contest));
      const isTaken = second !== undefined && loop.has(second.rating);
      if (before?.version !== contest.version - 1 || isTaken) return 'conflict';
      if (change !== undefined && loop.change(change) === 'conflict') return 'conflict';
      put(contest);
      for (const rating of rated) loop.mark(rating);
      if (second !== undefined) loop.open(second.rating, second.opening);
      return 'saved';
    },
    async listed({ area, state }, page) {
      await memory.turn();
      const list = listOf({ area, state });
      const listed = contests
        .values()
        .filter((one) => listOf(one) === list)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      return pageOf(listed, { list, placeOf }, page);
    },
  };
};
