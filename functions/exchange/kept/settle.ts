import { KeptCallbackSettlement } from '../../../events/exchange/kept-callback.ts';
import { cityCode } from '../../../shared/domain/area/area.ts';
import { endKept, isEnded } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import {
  requireStillUnconcerned,
  requireUnconcerned,
} from '../../../shared/http/access/concerned.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { readBody } from '../../../shared/http/body.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { concernedInCallback } from './concerned-in-callback.ts';
import type { ConcernedDeps } from './concerned-in-callback.ts';
import { contentOf, isDone, requireKept, requireNotEnded } from './kept.ts';
import type { KeptDeps } from './kept.ts';

/** As long as the service tries to store a callback, nobody settles it. */
const requireForPerson = (kept: KeptCallback): KeptCallback => {
  if (kept.state !== 'waiting') return kept;
  throw new Problem(reportProblems.kept_callback_still_tried);
};

/**
 * `POST /v1/center/callbacks/{id}/settle`: proposes to note why a kept callback is not taken in. Its
 * rating would be in no rate and open no ticket, so it takes two persons.
 */
export const settleKeptCallback =
  (deps: KeptDeps & ConcernedDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const { note } = readBody(request, KeptCallbackSettlement);
    const kept = requireForPerson(requireNotEnded(await requireKept(request, deps)));
    const { body } = await contentOf(kept, deps);
    const concerned = await concernedInCallback({ kept, body }, {}, deps);
    requireUnconcerned(staff, concerned);
    const proposal = { power: 'settle_callback', callbackId: kept.id, note, ...concerned } as const;
    return answerProposed({ proposal, area: cityCode }, staff, deps);
  };

/** One that was taken in meanwhile stays so. */
export const carryOutCallbackSettlement =
  (deps: ConcernedDeps & Pick<KeptDeps, 'keys' | 'kept'>): CarryOut<'settle_callback'> =>
  async (proposal, signed) => {
    const { callbackId, note } = proposal;
    const kept = await deps.kept.find(callbackId);
    if (kept?.state === 'settled' && isDone(kept, signed)) return { callbackId, note };
    if (kept === undefined || isEnded(kept)) throw new Superseded();
    const { body } = await contentOf(kept, deps);
    requireStillUnconcerned(proposal, await concernedInCallback({ kept, body }, {}, deps), signed);
    const ended = endKept(kept, 'settled', { ...signed, note });
    if ((await deps.kept.save(ended)) === 'conflict') throw new Problem('busy');
    return { callbackId, note };
  };
