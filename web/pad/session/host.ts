import type { Clocks, Stop, Timers } from '../ports.ts';
import { dueAt } from './due.ts';
import type { SessionEvent } from './event.ts';
import { firstState } from './state.ts';
import type { SessionState } from './state.ts';
import { step } from './step.ts';

export interface Session {
  readonly state: () => SessionState;
  readonly send: (event: SessionEvent) => void;
  readonly stop: Stop;
}

type Deps = Pick<Clocks, 'elapsed'> & Timers;

/** Keeps the state of the machine, and wakes it when something is due by itself. */
export const startSession = (
  { elapsed, after }: Deps,
  onChange: (before: SessionState, state: SessionState) => void,
): Session => {
  let state = firstState;
  let cancel: Stop | undefined;
  const send = (event: SessionEvent): void => {
    const before = state;
    state = step(before, event, elapsed());
    cancel?.();
    const due = dueAt(state);
    cancel =
      due === null ? undefined : after(Math.max(0, due - elapsed()), () => send({ type: 'tick' }));
    onChange(before, state);
  };
  return { state: () => state, send, stop: () => cancel?.() };
};
