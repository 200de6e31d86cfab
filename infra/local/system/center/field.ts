/** Checks a record against the interface; reports the first error in its wording. */
import { workflowFields } from './field.table.ts';
import type { Field, Fields, Form } from './field.table.ts';

export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a member as text; numbers may be sent as such. */
export const textOf = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const numberOf = (body: Body, name: string): number => Number(textOf(body, name));

const isDay = (year: string, month: string, day: string): boolean => {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().startsWith(`${year}-${month}-${day}`);
};

const dayForm = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const clockForm = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const isDate = (text: string): boolean => {
  const [, year, month, day] = dayForm.exec(text) ?? [];
  return year !== undefined && isDay(year, month ?? '', day ?? '');
};

const forms: Readonly<Record<Exclude<Form, 'list'>, (text: string) => boolean>> = {
  text: () => true,
  moment: (text) => isDate(text.slice(0, 10)) && text[10] === ' ' && clockForm.test(text.slice(11)),
  date: isDate,
  count: (text) => /^[1-9]\d*$/.test(text),
  project_no: (text) => /^\d{21}$/.test(text),
};

const wrongText = (field: Field & { form: Exclude<Form, 'list'> }, text: string) => {
  if (Array.from(text).length > field.longest) return `超过 ${field.longest} 个字符`;
  if (field.codes && !field.codes.includes(text)) return '不在代码表内';
  return forms[field.form](text) ? undefined : '格式不符';
};

const wrongList = (field: Field, value: unknown): string | undefined => {
  if (!Array.isArray(value)) return '须为列表';
  if (value.length === 0 || value.length > field.longest) return '条数不符';
  for (const line of value as readonly unknown[]) {
    const wrong = isBody(line) ? wrongIn(workflowFields, line) : '须为对象';
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const wrongValue = ({ form, ...field }: Field, value: unknown): string | undefined => {
  if (isEmpty(value)) return field.required ? '缺失' : undefined;
  if (form === 'list') return wrongList({ form, ...field }, value);
  if (typeof value !== 'string' && typeof value !== 'number') return '类型不符';
  return wrongText({ form, ...field }, String(value));
};

/**
 * Returns e.g. `pf: 不在代码表内`; undefined when there is no error. A name that the interface does
 * not have is an error too.
 */
export const wrongIn = (fields: Fields, body: Body): string | undefined => {
  for (const [name, field] of Object.entries(fields)) {
    const wrong = wrongValue(field, body[name]);
    if (wrong !== undefined) return `${name}: ${wrong}`;
  }
  const strange = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  return strange === undefined ? undefined : `${strange.slice(0, 50)}: 接口没有此字段`;
};
