import { makeCreditCode } from '../../../../shared/domain/number/identifier.ts';

const padNumber = (n: number, length: number): string => String(n).padStart(length, '0');

/**
 * 统一社会信用代码 of an invented department: `11` (government), its area, an organisation code that
 * begins with XX9 to show that it is invented, and a correct check digit.
 */
export const inventCreditCode = (area: string, serial: number): string => {
  const code = makeCreditCode(`11${area.slice(0, 6)}XX9${padNumber(serial, 6)}`);
  if (code === undefined) throw new RangeError('no credit code can be made of that area');
  return code;
};

/** 统一社会信用代码 of an invented company: `91`, its area, XX9 and a serial number. */
export const inventCompanyCode = (area: string, serial: number): string =>
  makeCreditCode(`91${area.slice(0, 6)}XX9${padNumber(serial, 6)}`) ?? '';

/** 统一部门编码 of 15 digits: province and city, three for the area, three for the department. */
export const inventOrgCode = (area: string, body: string): string =>
  `001008006${area === '330600' ? '000' : area.slice(3, 6)}${body}`;

/**
 * 国家实施编码 of 31 characters: the credit code of the department, 行使层级 (3 city, 4 county, 5 town),
 * and a basic code of twelve digits: `33`, the type, and an invented serial number.
 */
export const makeImplementingCode = (
  creditCode: string,
  level: 3 | 4 | 5,
  matter: { readonly type: string; readonly serial: number },
): string => `${creditCode}${level}33${matter.type}9${padNumber(matter.serial, 4)}000`;
