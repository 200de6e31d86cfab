/** 管理操作日志 */
import * as z from 'zod/mini';

import { staffRoles } from '../../shared/domain/access/staff-role.ts';
import { Area, Moment } from '../primitive.ts';

const link = { number: z.int(), previous: z.string(), hash: z.string() };

const ActView = z.discriminatedUnion('phase', [
  z.object({
    phase: z.literal('asked'),
    at: Moment,
    by: z.string(),
    roles: z.array(z.enum(staffRoles)),
    area: Area,
    department: z.optional(z.string()),
    call: z.string(),
    subject: z.record(z.string(), z.string()),
    /** SHA-256 of the body as sent. */
    bodyDigest: z.optional(z.string()),
    ...link,
  }),
  z.object({
    phase: z.literal('ended'),
    at: Moment,
    /** Number of the act that was asked for. */
    of: z.int(),
    status: z.int(),
    code: z.optional(z.string()),
    ...link,
  }),
]);

export const ActList = z.object({
  month: z.string(),
  acts: z.array(ActView),
  /** Number of the first act on this page that does not follow the one before it, on whatever page. */
  broken: z.nullable(z.int()),
  cursor: z.nullable(z.string()),
});
export type ActList = z.infer<typeof ActList>;
