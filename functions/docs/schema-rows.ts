import type { JsonSchema } from './openapi-schemas.ts';

/** A member of a schema, as a table row. */
export interface SchemaRow {
  /** e.g. `events[].header.matter.code` */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly title: string;
  /** The discriminator values, when only some alternatives have the member, e.g. `type: find`. */
  readonly only?: string;
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const toSchema = (value: unknown): JsonSchema => (value ?? {}) as JsonSchema;

const toSchemaList = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value : []);

const listChoices = (schema: JsonSchema): readonly JsonSchema[] =>
  toSchemaList(schema['anyOf'] ?? schema['oneOf']);

const formatBound = (sign: string, values: readonly unknown[]): string[] => {
  const value = values.find((candidate) => typeof candidate === 'number');
  return value === undefined ? [] : [`${sign} ${value}`];
};

const formatLimits = (schema: JsonSchema): string => {
  const { minimum, minLength, minItems, maximum, maxLength, maxItems } = schema;
  const bounds = [
    ...formatBound('≥', [minimum, minLength, minItems]),
    ...formatBound('≤', [maximum, maxLength, maxItems]),
  ];
  return bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
};

const typeOf = (schema: JsonSchema): string => {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(' | ');
  if (schema['const'] !== undefined) return toText(schema['const']);
  const type = Array.isArray(schema['type']) ? schema['type'].join(' | ') : toText(schema['type']);
  const members = schema['type'] === 'array' ? toSchema(schema['items'])['enum'] : undefined;
  const allowed = Array.isArray(members) ? `: ${members.map(String).join(' | ')}` : '';
  if (type !== '') return `${type}${formatLimits(schema)}${allowed}`;
  return [...new Set(listChoices(schema).map(typeOf))].join(' | ');
};

const expandRows = (path: string, schema: JsonSchema): readonly SchemaRow[] => {
  if (schema['type'] === 'array') return expandRows(`${path}[]`, toSchema(schema['items']));
  return [...rowsAt(path, schema), ...alternativeRows(path, listChoices(schema))];
};

const readProperty = (schema: JsonSchema, name: string): JsonSchema =>
  toSchema(toSchema(schema['properties'])[name]);

const isFixed = (schema: JsonSchema): boolean =>
  schema['const'] !== undefined || Array.isArray(schema['enum']);

/** Returns the discriminator of the alternatives, if there is one. */
const discriminatorOf = (all: readonly JsonSchema[]): string | undefined =>
  Object.keys(toSchema(all[0]?.['properties'])).find((name) =>
    all.every((choice) => isFixed(readProperty(choice, name))),
  );

const inPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const joinTypes = (types: readonly string[]): string => [...new Set(types)].join(' | ');

/** Merges rows that are equal, or that describe one member in several alternatives. */
const mergeRows = (same: readonly SchemaRow[]): SchemaRow | undefined => {
  const [first] = same;
  if (first === undefined) return undefined;
  const required = same.every((row) => row.required);
  return { ...first, type: joinTypes(same.map(({ type }) => type)), required };
};

const mergedBy = (
  rows: readonly SchemaRow[],
  key: (row: SchemaRow) => string,
): readonly SchemaRow[] =>
  [...Map.groupBy(rows, key).values()].flatMap((same) => mergeRows(same) ?? []);

const formatCondition = (name: string, values: readonly string[]): string =>
  `${name}: ${joinTypes(values)}`;

/**
 * Returns the rows of alternatives with a discriminator. Each member lists the alternatives that
 * have it, unless all do.
 */
const discriminatedRows = (
  path: string,
  all: readonly JsonSchema[],
  name: string,
): readonly SchemaRow[] => {
  const own = all.flatMap((choice) =>
    expandRows(path, choice).map((row) => ({ row, value: typeOf(readProperty(choice, name)) })),
  );
  const alike = Map.groupBy(own, ({ row }) =>
    row.path === inPath(path, name) ? row.path : JSON.stringify(row),
  );
  return [...alike.values()].flatMap((same) => {
    const row = mergeRows(same.map((one) => one.row));
    if (row === undefined) return [];
    const values = same.map(({ value }) => value);
    return [
      values.length === all.length || row.only !== undefined
        ? row
        : { ...row, only: formatCondition(name, values) },
    ];
  });
};

const alternativeRows = (path: string, all: readonly JsonSchema[]): readonly SchemaRow[] => {
  const name = discriminatorOf(all);
  return name === undefined
    ? mergedBy(
        all.flatMap((choice) => expandRows(path, choice)),
        (row) => row.path,
      )
    : discriminatedRows(path, all, name);
};

const rowsAt = (path: string, schema: JsonSchema): readonly SchemaRow[] => {
  const required = new Set(toSchemaList(schema['required']).map(String));
  return Object.entries(toSchema(schema['properties'])).flatMap(([name, given]) => {
    const own = inPath(path, name);
    const row = {
      path: own,
      type: typeOf(toSchema(given)),
      required: required.has(name),
      title: toText(toSchema(given)['title']),
    };
    return [row, ...expandRows(own, toSchema(given))];
  });
};

/** Returns every member of a schema: children follow their parent, and equal paths are grouped. */
export const schemaRows = (schema: JsonSchema): readonly SchemaRow[] =>
  [...Map.groupBy(expandRows('', schema), ({ path }) => path).values()].flat();
