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
    /** Method and path of the call. */
    call: z.string(),
    /** The parameters of path and query. */
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
    /** What it was about: the approval, its power, and the ids or the version of what it names. */
    about: z.optional(z.record(z.string(), z.string())),
    ...link,
  }),
]);

export const ActList = z.object({
  month: z.string(),
  /** The newest first. */
  acts: z.array(ActView),
  /** Lowest number on this page that does not follow the act before it, on whatever page. */
  broken: z.nullable(z.int()),
  cursor: z.nullable(z.string()),
});
export type ActList = z.infer<typeof ActList>;
