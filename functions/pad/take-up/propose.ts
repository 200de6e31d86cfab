import { PadTakeUp } from '../../../events/pad/pad.ts';
import { contactOf } from '../../../shared/domain/case/case.ts';
import { areaOfHall, isAtWindow } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import type { Said } from '../../../shared/domain/pad/said.ts';
import { requireUnconcerned } from '../../../shared/http/access/concerned.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { Invited } from '../../../shared/http/token.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import { ratedContact } from '../../rating/receive-rating.ts';
import type { BindDeps } from '../press/bind-press.ts';
import { concernedInContact } from '../settle/concerned-in-kept.ts';
import { requireReachOfKept } from '../settle/kept-reach.ts';
import { requireHeld, requireRefused } from '../settle/kept.ts';
import { readKept } from './kept-rating.ts';

export interface TakeUpDeps extends BindDeps {
  readonly pads: PadStore;
}

type ContactKey = Pick<Invited, 'projectNo' | 'serviceNumber'>;

/** What is known of the kept rating. */
interface Known {
  /** The contact that it has already; absent when the persons name it. */
  readonly invited?: Invited | undefined;
  readonly says?: Said | undefined;
}

/** What was asked, with the number under which it is kept. */
interface Asked extends PadTakeUp {
  readonly sequence: number;
}

const knownOf = async (
  { sequence, mark, level: stated }: Asked,
  pad: Pad,
  deps: TakeUpDeps,
): Promise<Known> => {
  if (mark === undefined) {
    requireHeld(await deps.presses.find({ ...pad, padId: pad.id, sequence }));
    // What was pressed without a token was read when it came.
    if (stated !== undefined) throw new Problem(padProblems.level_readable);
    return {};
  }
  const refused = await requireRefused({ padId: pad.id, sequence, mark }, deps);
  const { invited, level } = await readKept(refused, { pad, keys: deps.keys, stated });
  if (level !== undefined && stated !== undefined && stated !== level) {
    throw new Problem(padProblems.level_readable);
  }
  return { invited, says: refused.says };
};

/**
 * Only a contact of the pad's own window can have been meant, unless a token says which it was. Of a
 * case out of reach everything else is answered as if it were not there.
 */
const requireAtWindow = async (
  pad: Pad,
  { projectNo, serviceNumber }: ContactKey,
  { staff, deps }: { readonly staff: Staff; readonly deps: TakeUpDeps },
): Promise<void> => {
  const known = await deps.cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  const contact = contactOf(known, serviceNumber);
  if (contact !== undefined && isAtWindow(contact, pad)) return;
  requireKnown(staff, known.area, 'case_unknown');
  throw new Problem(contact === undefined ? 'contact_unknown' : padProblems.contact_elsewhere);
};

const contactMeant = async (
  asked: Asked,
  kept: Invited | undefined,
  { pad, staff, deps }: { readonly pad: Pad; readonly staff: Staff; readonly deps: TakeUpDeps },
): Promise<ContactKey> => {
  const { projectNo, serviceNumber } = asked;
  if (kept !== undefined) {
    const isOther = projectNo !== kept.projectNo || serviceNumber !== kept.serviceNumber;
    if (projectNo !== undefined && isOther) throw new Problem('token_of_other_contact');
    await ratedContact(deps.cases, kept);
    return { projectNo: kept.projectNo, serviceNumber: kept.serviceNumber };
  }
  if (projectNo === undefined || serviceNumber === undefined) {
    throw new Problem(padProblems.contact_missing);
  }
  await requireAtWindow(pad, { projectNo, serviceNumber }, { staff, deps });
  return { projectNo, serviceNumber };
};

/**
 * `POST /v1/pads/{padId}/take-up`: proposes that a rating which was refused, or pressed without a
 * token, is stored as the resident made it. The persons may name its contact, and
 * the level of a refused one where it cannot be read.
 */
export const proposeTakeUp =
  (deps: TakeUpDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const body = readBody(request, PadTakeUp);
    const asked = { ...body, sequence: body.sequence ?? 0 };
    const pad = await deps.pads.find(pathParameter(request, 'padId'));
    if (pad === undefined) throw new Problem('pad_unknown');
    requireKnown(staff, areaOfHall(pad.hall), 'pad_unknown');
    const { invited, says } = await knownOf(asked, pad, deps);
    const { projectNo } = invited ?? {};
    const area = await requireReachOfKept({ pad, projectNo }, staff, deps);
    const contact = await contactMeant(asked, invited, { pad, staff, deps });
    const concerned = await concernedInContact(contact, deps);
    requireUnconcerned(staff, concerned);
    if ((await deps.ratings.find({ ...contact, assessNumber: 1 })) !== undefined) {
      throw new Problem('already_rated');
    }
    const { sequence, mark, level, reason } = asked;
    const proposal = {
      power: 'take_up_rating',
      padId: pad.id,
      sequence,
      mark,
      ...contact,
      level,
      says,
      reason,
      ...concerned,
    } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };
