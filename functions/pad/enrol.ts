import { randomBytes } from 'node:crypto';

import { PadEnrolment } from '../../events/pad/pad.ts';
import { highestOf } from '../../shared/domain/pad/pad.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { padKeyPlace } from '../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { padProblems } from '../../shared/http/problem/pad.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import { codeHash } from './enrolment-code.ts';

export interface EnrolDeps extends PadDeps {
  readonly issuers: Pick<IssuerStore, 'numberOf'>;
}

/**
 * `POST /v1/pads/enrol`: exchanges the one-time code for a key. Of two pads with the same code one
 * gets the key, and the other gets the problem that the code is used.
 */
export const enrolPad =
  (deps: EnrolDeps): HttpHandler =>
  async (request) => {
    const { code, padId } = readBody(request, PadEnrolment);
    const hash = codeHash(code);
    const pad = await deps.pads.padOfCode(hash, deps.now());
    if (pad?.state !== 'waiting') throw new Problem('enrolment_code_invalid');
    if (padId !== undefined && padId !== pad.id) {
      throw new Problem(padProblems.enrolment_of_other_pad);
    }
    const key = randomBytes(32).toString('base64url');
    const enrolled = {
      ...pad,
      state: 'enrolled',
      sealedKey: await deps.keys.encrypt(key, padKeyPlace(pad.id)),
      enrolledAt: deps.now(),
      version: pad.version + 1,
    } as const;
    if ((await deps.pads.save(enrolled, hash)) === 'conflict') {
      throw new Problem('enrolment_code_invalid');
    }
    const number = await deps.issuers.numberOf({ of: 'pad', id: pad.id });
    const { id: own, hall, window, received } = pad;
    const body = { padId: own, number, key, hall, window, highest: highestOf(received) };
    return { status: 201, body };
  };
