/** Checks that run before anything is sent, so that a refusal names the field in local terms. */
import { erasedWords } from '../../text/erased.ts';

export interface Field {
  readonly name: string;
  /** In characters. */
  readonly longest: number;
  readonly required: boolean;
  readonly codes?: readonly string[] | undefined;
}

export interface FieldFault {
  readonly field: string;
  /** `erased`: its period is over, so the record can never be sent again. */
  readonly fault: 'missing' | 'too_long' | 'not_in_code_table' | 'erased';
}

export type Body = Readonly<Record<string, unknown>>;

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const faultOf = (field: Field, value: unknown): FieldFault['fault'] | undefined => {
  if (typeof value === 'string' && value.includes(erasedWords)) return 'erased';
  if (value === undefined || value === '') return field.required ? 'missing' : undefined;
  if (!isScalar(value)) return undefined;
  const text = String(value);
  if (Array.from(text).length > field.longest) return 'too_long';
  return field.codes === undefined || field.codes.includes(text) ? undefined : 'not_in_code_table';
};

/** Returns the first field that does not fit its description. Nothing is ever truncated to fit. */
export const faultIn = (fields: readonly Field[], body: Body): FieldFault | undefined =>
  fields
    .map((field) => ({ field: field.name, fault: faultOf(field, body[field.name]) }))
    .find((found): found is FieldFault => found.fault !== undefined);

/** Removes members that are undefined or empty: an absent field is omitted, not sent as empty. */
export const omitEmpty = (body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  );
