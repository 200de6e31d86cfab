/** 区划与部门: checks that the province knows the area and the department of a record. */
import { knownAreas } from '../field.table.ts';
import { textOf } from '../field.ts';
import type { Body } from '../field.ts';
import { replyWith } from '../said.ts';
import type { Said } from '../said.ts';

/** GB 32100: digits and capitals without I, O, S, V, Z; the last character is a check character. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const isRegistered = (code: string): boolean => {
  const values = Array.from(code, (character) => alphabet.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = values.slice(0, 17).reduce((all, value, index) => all + value * (3 ** index % 31), 0);
  return values[17] === (31 - (sum % 31)) % 31;
};

const isArea = (code: string): boolean =>
  /^\d{6}(?:\d{3}|\d{6})?$/.test(code) && knownAreas.has(code.slice(0, 6));

export const unknownPlace = (body: Body): Said | undefined => {
  if (!isArea(textOf(body, 'areaCode'))) return replyWith('1007', 'areaCode');
  return isRegistered(textOf(body, 'deptCode')) ? undefined : replyWith('1007', 'deptCode');
};
