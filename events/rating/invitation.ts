import * as z from 'zod/mini';

import { InvitedChannel } from '../../shared/domain/rating/channel.ts';
import { Certificate } from '../case/event.ts';
import { ProjectNo, ServiceNumber } from '../primitive.ts';

export const InvitationRequest = z.strictObject({
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
  channel: InvitedChannel,
  /**
   * The person who is signed in by real name; only with the right portal. It is compared with the
   * applicant and not kept.
   */
  person: z.optional(z.strictObject({ certificate: Certificate })),
});

export const Invitation = z.object({
  token: z.string(),
  url: z.string(),
  qrSvg: z.string(),
  expiresAt: z.string(),
});
