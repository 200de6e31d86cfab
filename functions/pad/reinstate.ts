import { PadReinstatement } from '../../events/pad/pad.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import type { Suspension } from '../../shared/domain/pad/pad.ts';
import { reinstate } from '../../shared/domain/pad/suspension.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import { padProblems } from '../../shared/http/problem/pad.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { retry } from '../../shared/retry.ts';
import { newEnrolment } from './enrolment-code.ts';

export interface ReinstateDeps extends ProposeDeps {
  readonly pads: Pick<PadStore, 'find'>;
}

/**
 * `POST /v1/pads/{padId}/reinstate`: proposes to put a revoked pad back into use. It is the way out
 * for the ratings that its device still holds: they were encrypted and numbered for this pad, so
 * another pad could not send them.
 */
export const reinstatePad =
  (deps: ReinstateDeps): StaffHandler =>
  async (request, staff) => {
    const padId = pathParameter(request, 'padId');
    const { reason } = readBody(request, PadReinstatement);
    const pad = await deps.pads.find(padId);
    if (pad === undefined) throw new Problem('pad_unknown');
    const { hall, window, label, state } = pad;
    const area = areaOfHall(hall);
    requireKnown(staff, area, 'pad_unknown');
    if (state !== 'revoked') throw new Problem(padProblems.pad_not_revoked);
    const place = { hall, window, ...(label !== undefined && { label }) };
    const proposal = { power: 'pad', padId, ...place, reinstated: { reason } } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };

/** Puts the pad back, with a new one-time code; undefined when that was done before. */
export const carryOutReinstatement = async (
  { id, until }: { readonly id: string; readonly until: Suspension['until'] },
  pads: Pick<PadStore, 'find' | 'register'>,
) => {
  const done = await retry(async () => {
    const pad = await pads.find(id);
    if (pad === undefined) throw new Problem('pad_unknown');
    const next = reinstate(pad, until);
    if (next === undefined) return { answer: undefined };
    const { enrolment, answer } = newEnrolment(id, until.at);
    return (await pads.register(next, enrolment)) === 'saved' ? { answer } : undefined;
  }, conflictTries(3));
  return done.answer;
};
