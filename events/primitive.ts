import * as z from 'zod/mini';

import { areaOf } from '../shared/domain/area.ts';
import {
  isCreditCode,
  isIdentityNumber,
  isMobile,
  isOrgCode,
  isProjectNo,
} from '../shared/domain/identifier.ts';
import { instant } from '../shared/domain/time.ts';
import type { Instant } from '../shared/domain/time.ts';

/** Every refusal of a field is one of these words; the problem catalogue turns it into a sentence. */
export type FieldProblem =
  | 'not_a_time'
  | 'wrong_check_digit'
  | 'not_a_project_number'
  | 'not_an_org_code'
  | 'unknown_area'
  | 'not_a_mobile_number';

const refuse = (problem: FieldProblem) => ({ error: problem });

const described = <T extends z.ZodMiniType>(schema: T, title: string, example: unknown): T => {
  z.globalRegistry.add(schema, { title, examples: [example] });
  return schema;
};

export const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

export const Moment = described(
  z.string().check(z.refine((value) => instant(value) !== undefined, refuse('not_a_time'))),
  'ISO 8601 time with offset',
  '2026-11-20T09:30:00+08:00',
);

/** The moment a text stands for that `Moment` let through; anything else is a fault of ours. */
export const momentOf = (text: string): Instant => {
  const at = instant(text);
  if (at === undefined) throw new Error('a malformed time passed its schema');
  return at;
};

export const ProjectNo = described(
  z.string().check(z.refine(isProjectNo, refuse('not_a_project_number'))),
  '办件统一编号: 21 digits',
  '330602261120000000017',
);

export const ServiceNumber = described(
  z.int().check(z.minimum(1), z.maximum(99)),
  '服务次序: which contact of the case, from 1',
  1,
);

export const CreditCode = described(
  z.string().check(z.refine(isCreditCode, refuse('wrong_check_digit'))),
  '统一社会信用代码 (GB 32100), 18 characters with check digit',
  '11330600MB1A2B3C45',
);

export const IdentityNumber = z
  .string()
  .check(z.refine(isIdentityNumber, refuse('wrong_check_digit')));

export const OrgCode = described(
  z.string().check(z.refine(isOrgCode, refuse('not_an_org_code'))),
  '统一部门编码: 15 digits',
  '001008006007014',
);

export const Area = described(
  z.string().check(z.refine((value) => areaOf(value) !== undefined, refuse('unknown_area'))),
  '行政区划: 6 digits, 9 or 12 for a town',
  '330602',
);

export const Mobile = z.string().check(z.refine(isMobile, refuse('not_a_mobile_number')));

export const HallCode = described(
  z.string().check(z.regex(/^[0-9A-Z][0-9A-Z-]{2,31}$/)),
  '大厅编码: area code, dash, number',
  '330602-H1',
);

export const WindowCode = described(
  z.string().check(z.regex(/^[0-9A-Z][0-9A-Z-]{0,15}$/)),
  '窗口编码',
  'A03',
);
