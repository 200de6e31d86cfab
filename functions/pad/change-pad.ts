import type { Pad } from '../../shared/domain/pad/pad.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';

/** How often a change is repeated on the newest version after a version conflict. */
const rounds = 6;

/** Changes a pad by a pure function, which is repeated on a newer version. */
export const changePad = async (
  pads: PadStore,
  padId: string,
  step: (pad: Pad) => Pad,
): Promise<Pad> => {
  for (let round = 0; round < rounds; round += 1) {
    const pad = await pads.find(padId);
    if (pad === undefined) throw new Problem('pad_unknown');
    const next = { ...step(pad), version: pad.version + 1 };
    if ((await pads.save(next)) === 'saved') return next;
  }
  throw new Problem('busy');
};
