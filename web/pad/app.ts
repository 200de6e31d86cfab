import type { PadAction } from './action.ts';
import { startEnrolment } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import type { Pad } from './pad.ts';
import type { PadDeps, Stop } from './ports.ts';
import { published } from './published.ts';
import { openDatabase } from './queue/database.ts';
import type { PadIdentity } from './queue/settings.ts';
import { startSession } from './session/host.ts';
import type { Session } from './session/host.ts';
import { readScan } from './session/scan.ts';
import { firstState } from './session/state.ts';
import type { SessionState } from './session/state.ts';
import { showPad } from './show-pad.ts';
import { firstStatus } from './status.ts';
import type { Note, Status } from './status.ts';
import { readStoredPad } from './stored-pad.ts';
import { startWork } from './work/work.ts';
import type { Work } from './work/work.ts';

/** A disk that could not be read at the start is asked again. */
const retryMs = 10_000;

interface Running {
  readonly deps: PadDeps;
  readonly session: Session;
  readonly status: () => Status;
  readonly note: Note;
}

/** What runs now: an enrolment, later the work. */
interface Parts {
  enrolment?: Enrolment;
  work?: Work;
  retry?: Stop;
}

const orFalse = (asked: Promise<boolean>): Promise<boolean> => asked.catch(() => false);

/** Finds out what this device is, and begins with that. */
const boot = async (running: Running, parts: Parts): Promise<void> => {
  const { deps, session, note } = running;
  const database = openDatabase(deps);
  const work = async (pad: PadIdentity): Promise<void> => {
    const onRevoked = (): void => enrol(pad);
    parts.work = await startWork({ ...running, pad, database, onRevoked });
  };
  const onEnrolled = (pad: PadIdentity): void => void work(pad);
  const enrol = (revoked: PadIdentity | null): void => {
    parts.enrolment = startEnrolment({ database, deps, session, revoked, onEnrolled });
  };
  note({ persisted: await orFalse(deps.surroundings.persist()) });
  const stored = await readStoredPad(database);
  if (stored.of === 'enrolled') await work(stored.pad);
  else if (stored.of === 'new') enrol(null);
  else if (stored.of === 'revoked') {
    note({ waiting: stored.waiting });
    enrol(stored.pad);
  } else {
    session.send({ type: 'unenrolled', isRevoked: false });
    session.send({ type: 'checked', checks: [{ name: 'database', result: 'failed' }] });
    parts.retry = deps.after(retryMs, () => void boot(running, parts));
  }
};

const begin = async (running: Running, parts: Parts): Promise<void> => {
  const { surroundings } = running.deps;
  if (!surroundings.isSecure) return running.session.send({ type: 'insecure' });
  await surroundings.becomeOnly(() => running.session.send({ type: 'second' }));
  return boot(running, parts);
};

const codeOf = ({ screen }: SessionState): string | null =>
  screen.at === 'enrol' ? screen.code : null;

/** What a new state asks for. A code is spent once, also when what was checked changes meanwhile. */
const follow = (before: SessionState, state: SessionState, parts: Parts): void => {
  const { screen } = state;
  if (screen !== before.screen && screen.at === 'saving') void parts.work?.store(screen);
  const code = codeOf(state);
  if (code !== null && code !== codeOf(before)) void parts.enrolment?.spend(code);
};

const act = (action: PadAction, session: Session, parts: Parts): void => {
  if (action.type === 'send') return parts.work?.hurry();
  if (action.type !== 'scan') return session.send(action);
  const token = readScan(action.text);
  return token === undefined ? undefined : session.send({ type: 'scanned', token });
};

export const createPad = (deps: PadDeps): Pad => {
  const parts: Parts = {};
  let status = firstStatus;
  const show = (state: SessionState) =>
    showPad({ state, status, at: deps.elapsed(), version: deps.version });
  const views = published(show(firstState));
  const session = startSession(deps, (before, state) => {
    views.publish(show(state));
    follow(before, state, parts);
  });
  const note: Note = (change) => {
    status = { ...status, ...change };
    views.publish(show(session.state()));
  };
  return {
    view: views.value,
    subscribe: views.subscribe,
    act: (action) => act(action, session, parts),
    start: () => begin({ deps, session, status: () => status, note }, parts),
    stop: () => {
      session.stop();
      parts.retry?.();
      parts.enrolment?.stop();
      parts.work?.stop();
    },
    now: () => parts.work?.now() ?? deps.now(),
  };
};
