/** What an enrolled pad does: asks who is served, stores, sends, and says how it is. */
import type { Stop } from '../ports.ts';
import { probeStorage } from '../queue/probe.ts';
import { writeSettings } from '../queue/settings.ts';
import { repeat } from '../server/repeat.ts';
import type { Saving } from '../session/state.ts';
import { beatWork } from './beat-work.ts';
import { createBench } from './bench.ts';
import type { WorkDeps } from './bench.ts';
import { pollWork } from './poll-work.ts';
import { sendWork } from './send-work.ts';
import { startShown } from './shown.ts';
import { storeWork } from './store-work.ts';

export interface Work {
  /** Stores what was chosen, and tells the session what came of it. */
  readonly store: (saving: Saving) => Promise<void>;
  /** Asks and sends at once. */
  readonly hurry: () => void;
  readonly stop: Stop;
  /** The server's time. */
  readonly now: () => number;
}

/** It is revoked, whether that can be remembered or not: the next call would say so again. */
const remember = async ({ database }: WorkDeps): Promise<void> => {
  try {
    await writeSettings(database, { revoked: true });
  } catch {
    // See above.
  }
};

interface StartDeps extends WorkDeps {
  /** The server has revoked the pad, and everything has stopped. */
  readonly onRevoked: () => void;
}

export const startWork = async (work: StartDeps): Promise<Work> => {
  const { deps, session, note, pad } = work;
  const stops: Stop[] = [];
  const stop = (): void => {
    for (const end of stops) end();
  };
  let isRevoked = false;
  const bench = await createBench(work, () => {
    // Every call that was under way is told it.
    if (isRevoked) return;
    isRevoked = true;
    stop();
    work.onRevoked();
    void remember(work);
  });
  note({ padId: pad.padId, number: pad.number });
  const shown = await startShown(bench);
  await bench.countQueue();
  // A disk that was full before this start is full now: nobody shall choose in vain.
  if (!(await probeStorage(work.database, deps)))
    session.send({ type: 'storage', state: 'broken' });
  session.send({ type: 'ready' });

  const sender = repeat(deps, sendWork(bench));
  const poller = repeat(deps, pollWork({ ...bench, shown, onBack: sender.now }));
  const heart = repeat(deps, beatWork({ ...bench, shown, onGaps: sender.now }));
  const hurry = (): void => {
    poller.now();
    sender.now();
  };
  stops.push(sender.stop, poller.stop, heart.stop, deps.surroundings.onOnline(hurry));
  heart.now();
  hurry();
  return {
    store: storeWork(bench, { onStored: sender.now, onFault: heart.now }),
    hurry,
    stop,
    now: bench.clock.now,
  };
};
