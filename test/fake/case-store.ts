import { countingArea } from '../../shared/domain/area/area.ts';
import { caseState, finishedAt } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CaseStore, OnShow, PromisedList, WindowKey } from '../../shared/port/case/store.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const windowOf = ({ hall, window }: WindowKey): string => `${hall}/${window}`;

const placeIn = ({ at, projectNo, serviceNumber }: OnShow): string =>
  `${at}#${projectNo}#${String(serviceNumber).padStart(2, '0')}`;

const byPlace = (a: OnShow, b: OnShow): number => (placeIn(a) < placeIn(b) ? -1 : 1);

export interface FakeCaseStore extends CaseStore {
  readonly all: () => readonly Case[];
  readonly known: (projectNo: string) => Case | undefined;
}

type Turn = Instant | 'resumption' | 'calendar';

/** When a case needs attention, or what it waits for. */
const turnOf = ({ promise, attentionAt }: Case): Turn => {
  if (promise?.suspendedAt !== undefined) return 'resumption';
  if (promise?.pendingYear !== undefined) return 'calendar';
  return attentionAt ?? 'calendar';
};

/** Those that wait are last, those for their calendar after all others. */
const ranks: Readonly<Record<string, string>> = { resumption: '9998', calendar: '9999' };

const placeOf = (known: Case): string => {
  const turn = turnOf(known);
  return `${ranks[turn] ?? turn}#${known.projectNo}`;
};

const placeOfFinished = (known: Case): string =>
  `${known.department.creditCode}#${finishedAt(known)}#${known.projectNo}`;

const isOn = (list: PromisedList, known: Case): boolean => {
  const { promise, attentionAt, timeline } = known;
  const isOverseen =
    promise !== undefined ||
    attentionAt !== undefined ||
    timeline.some(({ step }) => step?.workingDays !== undefined);
  const isRunning = isOverseen && caseState(known) === 'handling';
  if (!isRunning || countingArea(known.area) !== countingArea(list.area)) return false;
  const turn = turnOf(known);
  if ('awaiting' in list) return turn === list.awaiting;
  return list.turnedBy === undefined || (ranks[turn] === undefined && turn <= list.turnedBy);
};

export const fakeCaseStore = (memory: Memory): FakeCaseStore => {
  const cases = new Versioned<Case>();
  const windows = new Map<string, readonly OnShow[]>();
  return {
    all: () => cases.values(),
    known: (projectNo) => cases.get(projectNo),
    async find(projectNo) {
      await memory.turn();
      return cases.get(projectNo);
    },
    async save(next) {
      await memory.turn();
      const outcome = cases.put(next.projectNo, next);
      if (outcome === 'saved') memory.wrote('case');
      return outcome;
    },
    async promised(list, page) {
      await memory.turn();
      const running = cases
        .values()
        .filter((known) => isOn(list, known))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const part = 'awaiting' in list ? list.awaiting : list.turnedBy === undefined;
      const name = `${countingArea(list.area)}/${part}`;
      return pageOf(running, { list: name, placeOf }, page);
    },
    async finished({ area, day }, page) {
      await memory.turn();
      const done = cases.values().filter((known) => {
        const at = finishedAt(known);
        const isOfArea = countingArea(known.area) === countingArea(area);
        return isOfArea && at !== undefined && civilDateOf(at) === day;
      });
      const sorted = done.toSorted((a, b) => (placeOfFinished(a) < placeOfFinished(b) ? -1 : 1));
      const list = `finished/${countingArea(area)}/${day}`;
      return pageOf(sorted, { list, placeOf: placeOfFinished }, page);
    },
    async putCurrentContact(at, contact) {
      await memory.turn();
      const there = windows.get(windowOf(at)) ?? [];
      const others = there.filter((one) => placeIn(one) !== placeIn(contact));
      windows.set(windowOf(at), [...others, copyOf(contact)].toSorted(byPlace));
      memory.wrote('window');
    },
    async shownAt(at) {
      await memory.turn();
      return maybeCopyOf(windows.get(windowOf(at))?.at(-1));
    },
    async contactsAt(at, { from, to }) {
      await memory.turn();
      const there = windows.get(windowOf(at)) ?? [];
      return there.filter((one) => one.at >= from && one.at <= to).map(copyOf);
    },
  };
};
