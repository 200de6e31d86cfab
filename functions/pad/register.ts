import { randomInt } from 'node:crypto';

import { PadRegistration } from '../../events/pad/pad.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { fromEpoch, toEpoch, withOffset } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { NewId, Now } from '../../shared/port/clock.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { codeHash } from './code-hash.ts';

export interface PadAdminDeps {
  readonly now: Now;
  readonly newId: NewId;
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

/** `POST /v1/pads`: registers a pad for a window and returns its one-time enrolment code. */
export const registerPad =
  (deps: PadAdminDeps): StaffHandler =>
  async (request, staff) => {
    const { hall, window, label } = readBody(request, PadRegistration);
    requireReach(staff, areaOfHall(hall));
    const [id, code, at] = [deps.newId(), newCode(), deps.now()];
    const expiresAt = fromEpoch(toEpoch(at) + codeLifeMs);
    await deps.pads.register(
      { id, hall, window, label, state: 'waiting', received: [], registeredAt: at, version: 1 },
      { codeHash: codeHash(code), expiresAt },
    );
    return { status: 201, body: { padId: id, code, expiresAt: withOffset(expiresAt) } };
  };
