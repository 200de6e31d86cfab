import { renderSVG } from 'uqr';

import { InvitationRequest } from '../../events/rating/rating.ts';
import { invitationExpiry } from '../../shared/domain/rating/invitation.ts';
import { invitedOf } from '../../shared/domain/rating/invited.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import type { IntegratorDeps } from '../../shared/http/integrator.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { InvitationStore } from '../../shared/port/rating/invitation-store.ts';
import { ratedContact } from './receive-rating.ts';

export interface InvitationDeps extends IntegratorDeps {
  readonly cases: CaseStore;
  readonly invitations: InvitationStore;
  /** Base URL of the resident's pages, without a trailing slash. */
  readonly publicUrl: string;
}

/**
 * `POST /v1/invitations`: returns a link and its QR code for one contact. The token is signed and
 * not stored; the unique key of the rating ensures that a contact is rated once. The invitation is
 * recorded once for the figures, so repeating the call is harmless.
 */
export const invite =
  (deps: InvitationDeps): HttpHandler =>
  async (request) => {
    await integratorOf(request, deps, 'invitations');
    const asked = readBody(request, InvitationRequest);
    const { known, contact } = await ratedContact(deps.cases, asked);
    const at = deps.now();
    const expiresAt = invitationExpiry(asked.channel, at);
    await deps.invitations.note(invitedOf({ known, contact }, asked.channel, at));
    const invited = {
      projectNo: known.projectNo,
      serviceNumber: contact.serviceNumber,
      channel: asked.channel,
    };
    const token = await issueToken(deps.keys, invited, expiresAt);
    const url = `${deps.publicUrl}/r/${token}`;
    return {
      status: 201,
      body: { token, url, qrSvg: renderSVG(url), expiresAt: withOffset(expiresAt) },
    };
  };
