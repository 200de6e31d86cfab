import { randomInt } from 'node:crypto';

import { PadRegistration } from '../../events/pad/pad.ts';
import type { HallPlace } from '../../shared/domain/oversight/reference.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { addMs, withOffset } from '../../shared/domain/time/instant.ts';
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
import { codeHash } from './code-hash.ts';

export interface RegistrationDeps
  extends PadAdminDeps, ProposeDeps, ReferenceDeps, ListedAreaDeps {}

export interface PadAdminDeps {
  readonly now: Now;
  readonly pads: PadStore;
}

/** Enough time to walk to the window and type the code. */
const codeLifeMs = 24 * 60 * 60 * 1000;
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/**
 * Generates 12 characters (58 bits) in groups of four, from an alphabet without ambiguous
 * characters.
 */
const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length)))
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

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

/** Registers the pad and makes its one-time enrolment code, which is answered only here. */
export const carryOutRegistration =
  ({ pads, issuers }: Pick<PadAdminDeps, 'pads'> & IssuerDeps): CarryOut<'pad'> =>
  async ({ padId: id, hall, window, label }, signed) => {
    if ((await pads.find(id)) !== undefined) return undefined;
    const [code, expiresAt] = [newCode(), addMs(signed.at, codeLifeMs)];
    const issuer = await issuers.numberOf({ of: 'pad', id });
    await pads.register(
      { id, hall, window, label, issuer, state: 'waiting', received: [], version: 1, ...signed },
      { codeHash: codeHash(code), expiresAt },
    );
    return { padId: id, code, expiresAt: withOffset(expiresAt) };
  };
