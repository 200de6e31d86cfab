import { PadRegistration } from '../../events/pad/pad.ts';
import type { HallPlace } from '../../shared/domain/oversight/reference.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import type { CarryOut, Executor } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import { requireListedAreas } from '../../shared/http/oversight/listed-area.ts';
import type { ListedAreaDeps } from '../../shared/http/oversight/listed-area.ts';
import { requireListedPlace } from '../../shared/http/oversight/listed.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { newEnrolment } from './enrolment-code.ts';
import { carryOutReinstatement } from './reinstate.ts';

export interface RegistrationDeps
  extends PadAdminDeps, ProposeDeps, ReferenceDeps, ListedAreaDeps {}

export interface PadAdminDeps {
  readonly now: Now;
  readonly pads: PadStore;
}

const requirePlace = async (
  place: HallPlace,
  deps: ReferenceDeps & ListedAreaDeps,
): Promise<void> => {
  await requireListedAreas([areaOfHall(place.hall)], deps);
  await requireListedPlace(place, deps);
};

/** `POST /v1/pads`: proposes a pad for a window or a terminal that the register of halls lists. */
export const registerPad =
  (deps: RegistrationDeps): StaffHandler =>
  async (request, staff) => {
    const place = readBody(request, PadRegistration);
    const area = areaOfHall(place.hall);
    requireReach(staff, area);
    await requirePlace(place, deps);
    const proposal = { power: 'pad', padId: deps.newId(), ...place } as const;
    return answerProposed({ proposal, area }, staff, deps);
  };

export const recheckRegistration =
  (deps: ReferenceDeps & ListedAreaDeps): Executor<'pad'>['recheck'] =>
  (place) =>
    requirePlace(place, deps);

interface IssuerDeps {
  readonly issuers: IssuerStore;
}

/**
 * Registers the pad, or puts a revoked one back into use, and makes its one-time enrolment code,
 * which is answered only here.
 */
export const carryOutRegistration =
  ({ pads, issuers }: Pick<PadAdminDeps, 'pads'> & IssuerDeps): CarryOut<'pad'> =>
  async ({ padId: id, hall, window, label, reinstated }, signed) => {
    if (reinstated !== undefined) {
      return carryOutReinstatement({ id, until: { ...signed, ...reinstated } }, pads);
    }
    if ((await pads.find(id)) !== undefined) return undefined;
    const { enrolment, answer } = newEnrolment(id, signed.at);
    const issuer = await issuers.numberOf({ of: 'pad', id });
    const outcome = await pads.register(
      { id, hall, window, label, issuer, state: 'waiting', received: [], version: 1, ...signed },
      enrolment,
    );
    // Another confirmation of the same proposal has answered the code.
    return outcome === 'saved' ? answer : undefined;
  };
