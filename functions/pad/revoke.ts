import { areaOfHall, missingSequences } from '../../shared/domain/pad/pad.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { changePad } from './change-pad.ts';
import type { PadAdminDeps } from './register.ts';

/**
 * `DELETE /v1/pads/{padId}`: revokes a lost or retired pad; its stored ratings stay. Idempotent.
 */
export const revokePad =
  (deps: PadAdminDeps): StaffHandler =>
  async (request, staff) => {
    const padId = pathParameter(request, 'padId');
    const pad = await deps.pads.find(padId);
    if (pad === undefined) throw new Problem('pad_unknown');
    requireKnown(staff, areaOfHall(pad.hall), 'pad_unknown');
    const revoked = { by: staff.id, at: deps.now() };
    const { waiting, received } = await changePad(deps.pads, padId, (known) => ({
      ...known,
      state: 'revoked',
      sealedKey: undefined,
      formerKeys: [...(known.formerKeys ?? []), ...(known.sealedKey ? [known.sealedKey] : [])],
      revoked: known.revoked ?? revoked,
    }));
    const body = {
      padId,
      state: 'revoked',
      waiting: waiting ?? null,
      missing: missingSequences(received),
    };
    return { status: 200, body };
  };
