import * as z from 'zod/mini';

import { countingArea, isCityArea } from '../shared/domain/area/area.ts';
import { services } from '../shared/domain/case/case.ts';
import {
  hasCreditForm,
  hasPermanentResidenceForm,
  isCreditCode,
  isIdentityNumber,
  isOldIdentityNumber,
  isOrgCode,
  isProjectNo,
} from '../shared/domain/number/identifier.ts';
import { isPhone, readPhone } from '../shared/domain/number/phone.ts';
import { plainCode, toCode, toNumber } from '../shared/domain/number/written-form.ts';
import { isVisible } from '../shared/domain/text/visible.ts';
import { parseInstant } from '../shared/domain/time/instant.ts';
import type { Instant } from '../shared/domain/time/instant.ts';

/** Every field problem has one of these codes; the problem catalogue has their sentences. */
export type FieldProblem =
  | 'not_a_time'
  | 'wrong_check_digit'
  | 'old_identity_number'
  | 'not_a_credit_code'
  | 'not_a_project_number'
  | 'not_an_org_code'
  | 'unknown_area'
  | 'not_a_mobile_number'
  | 'half_a_character'
  | 'missing'
  | 'not_expected'
  | 'not_allowed'
  | 'nothing_visible'
  | 'not_a_client_ref';

const refuse = (problem: FieldProblem) => ({ error: problem });

/** Numbers are taken as people write them, of either width and case, and stored in one form. */
const asNumber = z.overwrite<string>(toNumber);
const asCode = z.overwrite<string>(toCode);

/** `form` states a check for readers of the JSON schema: a `pattern` or a `format`. */
export const described = <T extends z.ZodMiniType>(
  schema: T,
  title: string,
  told: { readonly example: unknown; readonly form?: Readonly<Record<string, string>> },
): T => {
  z.globalRegistry.add(schema, { title, examples: [told.example], ...told.form });
  return schema;
};

/**
 * Refuses a lone surrogate, which JSON can express (`\ud83d`) but UTF-8 cannot: the stored text
 * would differ from the one sent.
 */
export const wellFormed = z.refine<string>(
  (value) => value.isWellFormed(),
  refuse('half_a_character'),
);

const visible = z.refine<string>(
  (value) => value === '' || isVisible(value),
  refuse('nothing_visible'),
);

/** A text that says something; an empty one is too short. */
export const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), wellFormed, visible);

/** A code whose form nothing here checks. It is the same one in either width, from every door. */
export const codeText = (longest: number) =>
  text(longest).check(z.overwrite(plainCode), z.minLength(1), z.maxLength(longest));

/** An id that its caller makes: any UUID, base64url or ULID fits, whatever it begins with. */
export const CallerId = described(
  z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/)),
  'Your own id: 1 to 64 of A–Z a–z 0–9 . _ : -',
  { example: '6f1e2c5a-9d3b-4a77-8c10-2b5e9f7d4a31' },
);

export const Moment = described(
  z.string().check(z.refine((value) => parseInstant(value) !== undefined, refuse('not_a_time'))),
  'ISO 8601 time with offset',
  { example: '2026-11-20T09:30:00+08:00', form: { format: 'date-time' } },
);

export const Day = described(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  'Civil date in Shanghai',
  { example: '2026-11-20', form: { format: 'date' } },
);

/** Parses a time that `Moment` has accepted. Throws for any other text, which means a bug. */
export const momentOf = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) throw new Error('a malformed time passed its schema');
  return at;
};

export const ProjectNo = described(
  z.string().check(asNumber, z.refine(isProjectNo, refuse('not_a_project_number'))),
  '办件统一编号：21 digits',
  { example: '330602261120000000017', form: { pattern: String.raw`^\d{21}$` } },
);

export const ServiceNumber = described(
  z.int().check(z.minimum(1), z.maximum(99)),
  '服务次序: which contact of the case, from 1',
  { example: 1 },
);

export const TicketId = described(
  z.string().check(z.regex(/^\d{21}-\d{1,2}(?:g[2-9])?$/)),
  '工单编号: case number and contact; after an upheld contest with the generation of the rating',
  {
    example: '330602261120000000017-1',
    form: { pattern: String.raw`^\d{21}-\d{1,2}(?:g[2-9])?$` },
  },
);

export const ServiceName = described(
  z.enum(services),
  '服务环节: 咨询 consult, 申报 apply, 补正 supplement, 受理 accept, 缴费 pay, 办结 decide, 签收 collect',
  { example: 'accept' },
);

export const CreditCode = described(
  z.string().check(asNumber, z.refine(isCreditCode, refuse('wrong_check_digit'))),
  '统一社会信用代码 (GB 32100), 18 characters with check digit',
  { example: '11330600MB1A2B3C49', form: { pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' } },
);

/** For applicants: until 2016 codes were issued that GB 32100 does not confirm. */
export const ApplicantCreditCode = described(
  z.string().check(asNumber, z.refine(hasCreditForm, refuse('not_a_credit_code'))),
  '统一社会信用代码, 18 characters; the check digit is not required',
  { example: '91350203M0001QKT19', form: { pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' } },
);

const isCardNumber = (text: string): boolean =>
  isIdentityNumber(text) || hasPermanentResidenceForm(text);

export const IdentityNumber = described(
  z.string().check(
    asNumber,
    z.refine((number) => !isOldIdentityNumber(number), {
      ...refuse('old_identity_number'),
      abort: true,
    }),
    z.refine(isCardNumber, refuse('wrong_check_digit')),
  ),
  '居民身份证号码 (GB 11643), 18 characters with check digit',
  { example: '330602199003070016', form: { pattern: String.raw`^\d{17}[\dX]$` } },
);

export const OrgCode = described(
  z.string().check(asNumber, z.refine(isOrgCode, refuse('not_an_org_code'))),
  '统一部门编码：15 digits',
  { example: '001008006007014', form: { pattern: String.raw`^001\d{12}$` } },
);

export const Area = described(
  z.string().check(asNumber, z.refine(isCityArea, refuse('unknown_area'))),
  '行政区划: 6 digits, 9 or 12 for a town',
  { example: '330602', form: { pattern: String.raw`^\d{6}(?:\d{3}|\d{6})?$` } },
);

/** A whole city, district, county or zone. */
export const SixDigitArea = described(
  z.string().check(
    asNumber,
    z.regex(/^\d{6}$/),
    z.refine((value) => isCityArea(value) && countingArea(value) === value, refuse('unknown_area')),
  ),
  '行政区划: 6 digits',
  { example: '330602', form: { pattern: String.raw`^\d{6}$` } },
);

export const Phone = described(
  z.string().check(
    z.overwrite((text) => readPhone(text) ?? text),
    z.refine(isPhone, refuse('not_a_mobile_number')),
  ),
  '联系电话 (GB/T 39046, at most 18 characters): mobile, or landline with area code and extension',
  { example: '13900000001' },
);

export const HallCode = described(
  z.string().check(asCode, z.regex(/^[0-9A-Z][0-9A-Z-]{2,31}$/)),
  '大厅编码: area code, dash, number',
  { example: '330602-H1' },
);

export const WindowCode = described(
  z.string().check(asCode, z.regex(/^[0-9A-Z][0-9A-Z-]{0,15}$/)),
  '窗口编码',
  { example: 'A03' },
);
