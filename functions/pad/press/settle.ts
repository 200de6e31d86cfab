import { PadPressSettlement } from '../../../events/pad/pad.ts';
import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { needsPerson } from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { PressStore } from '../../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';

interface SettleDeps {
  readonly pads: Pick<PadStore, 'find'>;
  readonly presses: Pick<PressStore, 'find' | 'save'>;
}

const pressOf = (
  { id: padId, hall, window }: Pad,
  sequence: number,
  { presses }: SettleDeps,
): Promise<Press | undefined> => presses.find({ hall, window, padId, sequence });

/** @throws Problem */
export const requireHeld = (press: Press | undefined): Press => {
  if (press === undefined) throw new Problem(padProblems.kept_rating_unknown);
  if (press.settled !== undefined) throw new Problem(padProblems.press_settled);
  return press;
};

/**
 * `POST /v1/pads/{padId}/settle`: proposes to note why no rating can be made of what was pressed
 * without a token. It stays stored; as long as the service tries to bind it, nobody settles it.
 */
export const proposeSettlement =
  (deps: SettleDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const { sequence, note } = readBody(request, PadPressSettlement);
    const pad = await deps.pads.find(pathParameter(request, 'padId'));
    if (pad === undefined) throw new Problem('pad_unknown');
    const area = areaOfHall(pad.hall);
    requireKnown(staff, area, 'pad_unknown');
    const press = requireHeld(await pressOf(pad, sequence, deps));
    if (!needsPerson(press, deps.now())) {
      throw new Problem(padProblems.press_still_tried, { fact: withOffset(press.tryUntil) });
    }
    const proposal = { power: 'settle_press', padId: pad.id, sequence, note } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };

/** Whether these two persons settled it before, and only the end of the approval is missing. */
const isDone = (
  { settled }: Press,
  { note }: ProposalOf<'settle_press'>,
  signed: { readonly by: string; readonly confirmedBy: string },
): boolean =>
  settled?.by === signed.by && settled.confirmedBy === signed.confirmedBy && settled.note === note;

/** One that was bound, claimed or settled meanwhile stays as it is. */
export const carryOutSettlement =
  (deps: SettleDeps): CarryOut<'settle_press'> =>
  async (proposal, signed) => {
    const { padId, sequence, note } = proposal;
    const pad = await deps.pads.find(padId);
    const press = pad && (await pressOf(pad, sequence, deps));
    if (press === undefined) throw new Superseded();
    if (isDone(press, proposal, signed)) return { padId, sequence, note };
    if (press.settled !== undefined || press.claim !== undefined) throw new Superseded();
    const next = { ...press, settled: { ...signed, note }, version: press.version + 1 };
    if ((await deps.presses.save(next)) === 'conflict') throw new Problem('busy');
    return { padId, sequence, note };
  };
