import type { JsonSchema } from './openapi-schemas.ts';

/** One member of a shape, as a line of a table. */
export interface SchemaRow {
  /** e.g. `events[].header.matter.code` */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly title: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const object = (value: unknown): JsonSchema => (value ?? {}) as JsonSchema;

const list = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value : []);

const choices = (schema: JsonSchema): readonly JsonSchema[] =>
  list(schema['anyOf'] ?? schema['oneOf']);

const bound = (sign: string, values: readonly unknown[]): string[] => {
  const value = values.find((candidate) => typeof candidate === 'number');
  return value === undefined ? [] : [`${sign} ${value}`];
};

const limits = (schema: JsonSchema): string => {
  const { minimum, minLength, minItems, maximum, maxLength, maxItems } = schema;
  const bounds = [
    ...bound('≥', [minimum, minLength, minItems]),
    ...bound('≤', [maximum, maxLength, maxItems]),
  ];
  return bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
};

const typeOf = (schema: JsonSchema): string => {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(' | ');
  if (schema['const'] !== undefined) return text(schema['const']);
  const type = Array.isArray(schema['type']) ? schema['type'].join(' | ') : text(schema['type']);
  if (type !== '') return `${type}${limits(schema)}`;
  return [...new Set(choices(schema).map(typeOf))].join(' | ');
};

const nested = (path: string, schema: JsonSchema): readonly SchemaRow[] => {
  if (schema['type'] === 'array') return nested(`${path}[]`, object(schema['items']));
  const inner = choices(schema).flatMap((choice) => nested(path, choice));
  return [...rowsAt(path, schema), ...inner];
};

const rowsAt = (path: string, schema: JsonSchema): readonly SchemaRow[] => {
  const required = new Set(list(schema['required']).map(String));
  return Object.entries(object(schema['properties'])).flatMap(([name, given]) => {
    const member = object(given);
    const own = path === '' ? name : `${path}.${name}`;
    const row = {
      path: own,
      type: typeOf(member),
      required: required.has(name),
      title: text(member['title']),
    };
    return [row, ...nested(own, member)];
  });
};

/** Every member of a shape, the inner ones after their parent; members of alternatives once. */
export const schemaRows = (schema: JsonSchema): readonly SchemaRow[] => {
  const seen = new Map<string, SchemaRow>();
  for (const row of rowsAt('', schema)) if (!seen.has(row.path)) seen.set(row.path, row);
  return [...seen.values()];
};
