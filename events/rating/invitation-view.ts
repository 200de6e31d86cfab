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
  indicators: IndicatorTable,
});
