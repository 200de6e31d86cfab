import { linkAct } from '../../shared/domain/access/act.ts';
import type { Act } from '../../shared/domain/access/act.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import { monthOf } from '../../shared/domain/time/month.ts';
import type { ActLog } from '../../shared/port/access/act-log.ts';
import { sha256 } from '../../shared/rules.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

/** The newest first. */
const placeOf = ({ number }: Act): string => String(1e10 - number).padStart(10, '0');

export const fakeActLog = (memory: Memory): ActLog => {
  let acts: readonly Act[] = [];
  return {
    async append(facts) {
      await memory.turn();
      const act = linkAct(acts.at(-1), facts, sha256);
      acts = [...acts, copyOf(act)];
      memory.wrote('act');
      return act;
    },
    async remove({ from, through }) {
      await memory.turn();
      acts = acts.filter(({ number }) => number < from || number > through);
    },
    async find(number) {
      await memory.turn();
      return acts.find((act) => act.number === number);
    },
    async ofMonth(month, page) {
      await memory.turn();
      const listed = acts.filter(({ at }) => monthOf(civilDateOf(at)) === month).toReversed();
      return pageOf(listed, { list: `acts ${month}`, placeOf }, page);
    },
    async part(from, limit) {
      await memory.turn();
      const rest = acts.filter(({ number }) => number >= from);
      const part = rest.slice(0, limit).map(copyOf);
      return { acts: part, unreadable: [], misplaced: [], isLast: part.length < limit };
    },
  };
};
