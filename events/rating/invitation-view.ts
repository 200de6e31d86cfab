import * as z from 'zod/mini';

import { Channel } from '../../shared/domain/rating/channel.ts';
import { Moment, ProjectNo, ServiceName, ServiceNumber } from '../primitive.ts';
import { IndicatorTable } from './indicator-view.ts';

/**
 * The subject of a rating link: the service, with the applicant masked, and the indicator table.
 */
export const InvitationView = z.object({
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
  channel: Channel,
  rated: z.boolean(),
  matter: z.string(),
  department: z.string(),
  /** Masked, e.g. 张**. */
  applicant: z.string(),
  service: z.object({ code: ServiceName, name: z.string() }),
  servedAt: Moment,
  /** Null for the link of a pad, which has no end. */
  expiresAt: z.nullable(Moment),
  /**
   * When the department would have to contact the resident, if a bad rating came now; null while the
   * days off of that time are not announced.
   */
  contactDue: z.nullable(Moment),
  /**
   * Of a rated contact: until when a contest that came now would be ruled on. Null when none is taken
   * any more.
   */
  contest: z.optional(z.nullable(z.object({ dueAt: z.nullable(Moment) }))),
  indicators: IndicatorTable,
});
