import { PadSettlement } from '../../../events/pad/pad.ts';
import type { Concerned } from '../../../shared/domain/access/proposal.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { needsPerson } from '../../../shared/domain/pad/press.ts';
import type { Said } from '../../../shared/domain/pad/said.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { requireUnconcerned } from '../../../shared/http/access/concerned.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { contactInKept } from '../take-up/kept-rating.ts';
import { concernedInPress, concernedInRefused } from './concerned-in-kept.ts';
import type { ConcernedDeps } from './concerned-in-kept.ts';
import { requireReachOfKept } from './kept-reach.ts';
import type { KeptReachDeps } from './kept-reach.ts';
import { pressOf, requireHeld, requireRefused } from './kept.ts';
import type { KeptDeps } from './kept.ts';

interface SettleDeps extends KeptDeps, KeptReachDeps, ConcernedDeps, ProposeDeps {
  readonly cases: ConcernedDeps['cases'];
  readonly keys: KeyRing;
}

/** What both persons are shown of what was refused, the case that its token names, and whom it is about. */
interface Settleable {
  readonly says?: Said | undefined;
  readonly projectNo?: string | undefined;
  readonly concerned: Concerned;
}

/** As long as the service tries to bind a press, nobody settles it. */
const requireForPerson = async (
  { sequence, mark }: PadSettlement & { readonly sequence: number },
  pad: Pad,
  deps: SettleDeps,
): Promise<Settleable> => {
  if (mark !== undefined) {
    const refused = await requireRefused({ padId: pad.id, sequence, mark }, deps);
    const invited = await contactInKept(refused, { pad, keys: deps.keys });
    const concerned = await concernedInRefused(pad, refused, deps);
    return { says: refused.says, projectNo: invited?.projectNo, concerned };
  }
  const press = requireHeld(await pressOf(pad, sequence, deps));
  if (needsPerson(press, deps.now()))
    return { concerned: await concernedInPress(pad, press, deps) };
  throw new Problem(padProblems.press_still_tried, { fact: withOffset(press.tryUntil) });
};

/**
 * `POST /v1/pads/{padId}/settle`: proposes to note why no rating can be made of what was refused, or
 * pressed without a token. It stays stored.
 */
export const proposeSettlement =
  (deps: SettleDeps): StaffHandler =>
  async (request, staff) => {
    const body = readBody(request, PadSettlement);
    const asked = { ...body, sequence: body.sequence ?? 0 };
    const pad = await deps.pads.find(pathParameter(request, 'padId'));
    if (pad === undefined) throw new Problem('pad_unknown');
    requireKnown(staff, areaOfHall(pad.hall), 'pad_unknown');
    const { says, projectNo, concerned } = await requireForPerson(asked, pad, deps);
    const area = await requireReachOfKept({ pad, projectNo }, staff, deps);
    requireUnconcerned(staff, concerned);
    const about = { padId: pad.id, ...asked, says, ...concerned };
    const proposal = { power: 'settle_press', ...about } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };
