import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type { DueEntry, DueIndex } from '../../shared/port/escalation/due-index.ts';
import type { DueCall, DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';

/** Small, so that every test with more than a few entries has several pages. */
const pageSize = 3;

const placeOf = ({ at, of, id }: DueEntry): string => `${at}#${of}#${id}`;

const inOrder = (a: DueEntry, b: DueEntry): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/** The index over the current contents of the other fakes. */
export const fakeDueIndex = (memory: Memory, entries: () => readonly DueEntry[]): DueIndex => {
  let cursor: CivilDate | undefined;
  return {
    async dueOn(day, until, { limit = pageSize, after } = {}) {
      await memory.turn();
      const start = after === undefined ? '' : String(after['place']);
      const due = entries()
        .filter(({ at }) => civilDateOf(at) === day && at <= until)
        .filter((entry) => placeOf(entry) > start)
        .toSorted(inOrder);
      const page = due.slice(0, limit);
      const last = page.at(-1);
      const next = last && due.length > limit ? { place: placeOf(last) } : undefined;
      return { entries: copyOf(page), next };
    },
    async firstUnfinishedDay() {
      await memory.turn();
      return cursor;
    },
    async advanceCursor(day) {
      await memory.turn();
      if (cursor !== undefined && cursor >= day) return;
      cursor = day;
      memory.wrote('sweep_cursor');
    },
  };
};

export interface FakeDuePublisher extends DuePublisher {
  /** All accepted messages, in order. */
  readonly taken: readonly DueCall[];
  /** Messages for these ids are not accepted. */
  readonly refused: Set<string>;
}

export const fakeDuePublisher = (): FakeDuePublisher => {
  const taken: DueCall[] = [];
  const refused = new Set<string>();
  return {
    taken,
    refused,
    async send(calls) {
      taken.push(...calls.filter(({ id }) => !refused.has(id)).map(copyOf));
      return calls.map(({ id }) => id).filter((id) => refused.has(id));
    },
  };
};
