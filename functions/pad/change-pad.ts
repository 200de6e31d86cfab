import type { Pad } from '../../shared/domain/pad/pad.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { retry } from '../../shared/retry.ts';

/** How often a change is repeated on the newest version after a version conflict. */
const rounds = conflictTries(6);

/** Changes a pad by a pure function, which is repeated on a newer version. */
export const changePad = (pads: PadStore, padId: string, step: (pad: Pad) => Pad): Promise<Pad> =>
  retry(async () => {
    const pad = await pads.find(padId);
    if (pad === undefined) throw new Problem('pad_unknown');
    const next = { ...step(pad), version: pad.version + 1 };
    return (await pads.save(next)) === 'saved' ? next : undefined;
  }, rounds);
