import { probeStorage } from '../queue/probe.ts';
import { beat, readFacts } from '../server/heartbeat.ts';
import type { Health } from '../server/heartbeat.ts';
import type { Bench } from './bench.ts';
import type { Shown } from './shown.ts';

interface BeatWork extends Bench {
  readonly shown: Shown;
  /** The server misses numbers, and some wait here. */
  readonly onGaps: () => void;
}

const beatEveryMs = 60_000;
/** Hours and rules of the hall change rarely. */
const factsEvery = 10;

const probe = async ({ session, database, deps, countQueue }: Bench): Promise<void> => {
  await countQueue();
  if (session.state().storage === 'ok') return;
  if (await probeStorage(database, deps)) session.send({ type: 'storage', state: 'ok' });
};

const healthOf = ({ status, session, faults }: Bench): Health => {
  const { waiting, oldestAt, persisted } = status();
  return {
    waiting,
    oldestAt,
    persisted,
    storage: session.state().storage,
    faults: faults.count(),
  };
};

/** Says how the pad is, and learns where it stands; a storage that was broken is tried again. */
export const beatWork = (bench: BeatWork): (() => Promise<number>) => {
  const deps = { ...bench.deps, ...bench };
  let untilFacts = 0;

  const talk = async (): Promise<void> => {
    const answer = await beat(healthOf(bench), deps);
    if (answer.of === 'none') return bench.note({ problem: answer.problem });
    if (answer.hasGaps && bench.status().waiting > 0) bench.onGaps();
    untilFacts -= 1;
    if (untilFacts > 0) return undefined;
    const facts = await readFacts(deps);
    if (facts === undefined) return undefined;
    untilFacts = factsEvery;
    return bench.shown.takeFacts(facts);
  };

  return async () => {
    await probe(bench);
    try {
      await talk();
    } catch {
      bench.session.send({ type: 'storage', state: 'broken' });
    }
    return beatEveryMs;
  };
};
