/** 证件: the documents of applicants, and whether their numbers can be confirmed. */
import {
  isCreditCode,
  isIdentityNumber,
  isPermanentResidenceNumber,
} from '../number/identifier.ts';
import { toNumber } from '../number/written-form.ts';

/** 港澳台居民居住证: numbered like identity cards, under the codes of the three regions. */
const isResidencePermitNumber = (text: string): boolean =>
  /^8[123]/.test(text) && isIdentityNumber(text);

const never = (): boolean => false;

/** Whether the check digit of a number confirms it, by type of document. */
const confirms = {
  // 居民身份证; the number of a permanent residence card stands for one in many systems.
  resident_identity_card: (number: string) =>
    isIdentityNumber(number) || isPermanentResidenceNumber(number),
  unified_social_credit_code: isCreditCode, // 统一社会信用代码
  permanent_residence_card: isPermanentResidenceNumber, // 外国人永久居留身份证
  hong_kong_macao_taiwan_residence_permit: isResidencePermitNumber, // 港澳台居民居住证
  business_licence: isCreditCode, // 营业执照
  passport: never, // 护照
  hong_kong_macao_permit: never, // 港澳居民来往内地通行证
  taiwan_permit: never, // 台湾居民来往大陆通行证
  officer_card: never, // 军官证
  other: never,
} as const satisfies Record<string, (number: string) => boolean>;

export type CertificateType = keyof typeof confirms;

export interface Certificate {
  readonly type: CertificateType;
  readonly number: string;
}

/** Whether a check digit confirms the number. Real documents exist for which none does. */
export const isVerified = ({ type, number }: Certificate): boolean =>
  confirms[type](toNumber(number));
