import { countingArea } from '../../shared/domain/area/area.ts';
import { caseState } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
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

/** The moment at which the light turns yellow; a case that waits for its calendar is last. */
const turnOf = ({ promise, projectNo }: Case): string =>
  `${promise?.yellowAt ?? '9999'}#${projectNo}`;

const isOn = (list: PromisedList, known: Case): boolean => {
  const isRunning = known.promise !== undefined && caseState(known) === 'handling';
  if (!isRunning || countingArea(known.area) !== countingArea(list.area)) return false;
  const turned = known.promise?.yellowAt;
  if ('awaiting' in list) return turned === undefined;
  return list.turnedBy === undefined || (turned !== undefined && turned <= list.turnedBy);
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
        .toSorted((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1));
      const part = 'awaiting' in list ? 'awaiting' : list.turnedBy === undefined;
      const name = `${countingArea(list.area)}/${part}`;
      return pageOf(running, { list: name, placeOf: turnOf }, page);
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
