import { PadSettlement } from '../../../events/pad/pad.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { needsPerson } from '../../../shared/domain/pad/press.ts';
import type { Said } from '../../../shared/domain/pad/said.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { pressOf, requireHeld, requireRefused } from './kept.ts';
import type { KeptDeps } from './kept.ts';

/**
 * As long as the service tries to bind a press, nobody settles it. Of what was refused it returns what
 * both persons are shown.
 */
const requireForPerson = async (
  { sequence, mark }: PadSettlement & { readonly sequence: number },
  pad: Pad,
  deps: KeptDeps & ProposeDeps,
): Promise<Said | undefined> => {
  if (mark !== undefined) {
    return (await requireRefused({ padId: pad.id, sequence, mark }, deps)).says;
  }
  const press = requireHeld(await pressOf(pad, sequence, deps));
  if (needsPerson(press, deps.now())) return undefined;
  throw new Problem(padProblems.press_still_tried, { fact: withOffset(press.tryUntil) });
};

/**
 * `POST /v1/pads/{padId}/settle`: proposes to note why no rating can be made of what was refused, or
 * pressed without a token. It stays stored.
 */
export const proposeSettlement =
  (deps: KeptDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const body = readBody(request, PadSettlement);
    const asked = { ...body, sequence: body.sequence ?? 0 };
    const pad = await deps.pads.find(pathParameter(request, 'padId'));
    if (pad === undefined) throw new Problem('pad_unknown');
    const area = areaOfHall(pad.hall);
    requireKnown(staff, area, 'pad_unknown');
    const says = await requireForPerson(asked, pad, deps);
    const proposal = { power: 'settle_press', padId: pad.id, ...asked, says } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };
