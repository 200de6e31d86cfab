import { renderSVG } from 'uqr';
import type * as z from 'zod/mini';

import { InvitationRequest } from '../../events/rating/invitation.ts';
import { factOutsideScope } from '../../shared/domain/access/scope.ts';
import type { ScopedFact } from '../../shared/domain/access/scope.ts';
import { invitationExpiry } from '../../shared/domain/rating/invitation.ts';
import { invitedOf } from '../../shared/domain/rating/invited.ts';
import { minuteOf } from '../../shared/domain/rating/proof/link.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { refuseOutsideScope } from '../../shared/http/access/integrator-scope.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import type { IntegratorDeps } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { Integrator } from '../../shared/port/access/integrator-store.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { InvitationStore } from '../../shared/port/rating/invitation-store.ts';
import { matchPerson } from '../case/applicant/match-person.ts';
import { contactIn } from './receive-rating.ts';
import type { Rated } from './receive-rating.ts';

export interface InvitationDeps extends IntegratorDeps {
  readonly issuers: Pick<IssuerStore, 'numberOf'>;
  readonly cases: CaseStore;
  readonly invitations: InvitationStore;
  /** Base URL of the resident's pages, without a trailing slash. */
  readonly publicUrl: string;
}

type Asked = Omit<z.infer<typeof InvitationRequest>, 'person'>;

/** Where an invitation names each fact; those of its case are named by the number. */
const pathOf = (fact: ScopedFact): string => (fact === 'channel' ? '/channel' : '/projectNo');

/**
 * Returns the contact, if the key may invite for it. Number and channel are checked before any
 * look-up. A case of another system that the key may not use is answered like an unknown one.
 */
const contactFor = async (by: Integrator, asked: Asked, cases: CaseStore): Promise<Rated> => {
  const { projectNo, channel } = asked;
  refuseOutsideScope(by.scope, { projectNo, channel }, pathOf);
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  const isOwn = known.source === by.system;
  const { area, department } = known;
  const call = { area, creditCode: department.creditCode };
  const isWithin = factOutsideScope(by.scope, call) === undefined;
  if (!isOwn && !(isWithin && by.may.includes('portal'))) throw new Problem('case_unknown');
  refuseOutsideScope(by.scope, call, pathOf);
  return contactIn(known, asked.serviceNumber);
};

/**
 * `POST /v1/invitations`: returns a link and its QR code for one contact. The token is signed and
 * not stored; the unique key of the rating ensures that a contact is rated once. The invitation is
 * recorded once for the figures, so repeating the call is harmless. A key with the right
 * `invitations` invites for the cases of its own system, one with `portal` for those of every system.
 * Only the latter may state a person, who is signed in by real name there; the link says no more than
 * how the person compares to the applicant.
 */
export const invite =
  (deps: InvitationDeps): HttpHandler =>
  async (request) => {
    const by = await integratorOf(request, deps, 'invitations', 'portal');
    const { person, ...asked } = readBody(request, InvitationRequest);
    if (person && !by.may.includes('portal'))
      throw new Problem('not_permitted', { fact: 'portal' });
    const rated = await contactFor(by, asked, deps.cases);
    const at = deps.now();
    const { accessKey } = by;
    await deps.invitations.note(invitedOf(rated, { channel: asked.channel, at, accessKey }));
    const token = await issueToken(deps.keys, {
      ...asked,
      issuedAt: at,
      issuer: by.issuer ?? (await deps.issuers.numberOf({ of: 'key', id: accessKey })),
      match: person ? await matchPerson(person, rated.known, deps.keys) : 'not_stated',
    });
    const url = `${deps.publicUrl}/r/${token}`;
    const expiresAt = invitationExpiry(asked.channel, minuteOf(at));
    return {
      status: 201,
      body: { token, url, qrSvg: renderSVG(url), expiresAt: withOffset(expiresAt) },
    };
  };
