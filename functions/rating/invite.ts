import { renderSVG } from 'uqr';

import { InvitationRequest } from '../../events/rating.ts';
import { invitationExpiry } from '../../shared/domain/invitation.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import type { IntegratorDoor } from '../../shared/http/integrator.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { CaseStore } from '../../shared/port/case-store.ts';
import { ratedContact } from './receive-rating.ts';

export interface InvitationDoor extends IntegratorDoor {
  readonly cases: CaseStore;
  /** Where the resident's pages are, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * `POST /v1/invitations`: a link and its QR code for one contact. Nothing is stored: the token is
 * signed, and that a contact is rated only once is the rating's own uniqueness, so asking again is
 * harmless.
 */
export const invite =
  (door: InvitationDoor): HttpHandler =>
  async (request) => {
    await integratorOf(request, door, 'invitations');
    const asked = readBody(request, InvitationRequest);
    const { known, contact } = await ratedContact(door.cases, asked);
    const expiresAt = invitationExpiry(asked.channel, door.now());
    const invited = {
      projectNo: known.projectNo,
      serviceNumber: contact.serviceNumber,
      channel: asked.channel,
    };
    const token = await issueToken(door.keys, invited, expiresAt);
    const url = `${door.publicUrl}/r/${token}`;
    return {
      status: 201,
      body: { token, url, qrSvg: renderSVG(url), expiresAt: withOffset(expiresAt) },
    };
  };
