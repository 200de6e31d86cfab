import type { PadDeps } from '../ports.ts';
import type { Database } from '../queue/database.ts';
import { faultCount } from '../queue/fault-count.ts';
import type { FaultCount } from '../queue/fault-count.ts';
import { ratingQueue } from '../queue/queue.ts';
import type { RatingQueue } from '../queue/queue.ts';
import type { PadIdentity } from '../queue/settings.ts';
import { signedCaller } from '../server/call.ts';
import type { Caller } from '../server/call.ts';
import { serverClock } from '../server/server-clock.ts';
import type { ServerClock } from '../server/server-clock.ts';
import type { Session } from '../session/host.ts';
import type { Note, Status } from '../status.ts';

export interface WorkDeps {
  readonly pad: PadIdentity;
  readonly database: Database;
  readonly deps: PadDeps;
  readonly session: Session;
  readonly status: () => Status;
  readonly note: Note;
}

/** What the parts of the work share. */
export interface Bench extends WorkDeps {
  readonly clock: ServerClock;
  readonly call: Caller;
  readonly queue: RatingQueue;
  readonly faults: FaultCount;
  /** Reads how much waits; where that cannot be read, the storage is broken. */
  readonly countQueue: () => Promise<void>;
}

export const createBench = async (work: WorkDeps, onRevoked: () => void): Promise<Bench> => {
  const { pad, database, deps, session, note } = work;
  const clock = await serverClock(database, deps);
  const queue = ratingQueue({ database, key: pad.seal, crypto: deps.crypto });
  const faults = await faultCount(database);
  return {
    ...work,
    clock,
    queue,
    faults,
    call: signedCaller({ ...deps, pad, clock, onRevoked }),
    countQueue: async () => {
      try {
        note({ ...(await queue.state()), faults: faults.count() });
      } catch {
        session.send({ type: 'storage', state: 'broken' });
      }
    },
  };
};
