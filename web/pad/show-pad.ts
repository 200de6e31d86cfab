import type { NamedPlace } from './server/answers.ts';
import { isQuiet } from './session/due.ts';
import { showScreen } from './session/show.ts';
import type { SessionState } from './session/state.ts';
import type { Status } from './status.ts';
import type { PadView, StaffView } from './view.ts';

interface Shown {
  readonly state: SessionState;
  readonly status: Status;
  /** By `Clocks.elapsed`. */
  readonly at: number;
  readonly version: string;
}

const showStaff = ({ state, status, version }: Shown): StaffView => {
  const { facts: _facts, ...numbers } = status;
  return { ...numbers, storage: state.storage, version };
};

const nameOf = ({ code, name }: NamedPlace): string => name ?? code;

/** All that is seen of the pad. */
export const showPad = (shown: Shown): PadView => {
  const { state, status, at } = shown;
  const { facts, waiting } = status;
  return {
    screen: showScreen(state, facts?.publicUrl ?? null),
    language: state.language,
    languages: facts?.languages ?? ['zh', 'en'],
    place: facts && { hall: nameOf(facts.hall), window: nameOf(facts.window) },
    hotline: facts?.hotline ?? null,
    notice: facts?.notice[state.language] ?? null,
    link: state.link,
    waiting,
    staff: showStaff(shown),
    canUpdate: waiting === 0 && isQuiet(state, at),
  };
};
