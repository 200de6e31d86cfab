import * as z from 'zod/mini';

import { contractSchemas } from '../../events/contract-schemas.table.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';
import { fieldProblems } from '../../shared/http/problem/field.table.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export const schemaRef = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** Removes the bounds of safe integers: every integer has them, so they carry no information. */
const withoutSafeBounds = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
};

interface EnumRecord {
  readonly propertyNames: { readonly enum: readonly string[] };
  readonly additionalProperties: unknown;
}

const isEnumRecord = (schema: object): schema is EnumRecord =>
  'additionalProperties' in schema &&
  'propertyNames' in schema &&
  Array.isArray((schema.propertyNames as { enum?: unknown }).enum);

/** Names each property of a record whose keys are known: generators read nothing else. */
const withNamedProperties = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (!isEnumRecord(jsonSchema)) return;
  const { propertyNames, additionalProperties } = jsonSchema;
  const properties = propertyNames.enum.map((name) => [name, additionalProperties]);
  Object.assign(jsonSchema, {
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  });
  delete (jsonSchema as Record<string, unknown>)['propertyNames'];
};

/**
 * That our own types are immutable says nothing of who may send a member: `readOnly` would, and
 * generated clients would leave it out.
 */
const withoutReadOnly = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  delete jsonSchema['readOnly'];
};

/**
 * Request schemas as senders write them. Answers have the same form, because their schemas have no
 * transforms.
 */
const options = {
  io: 'input',
  override: (context: { jsonSchema: Record<string, unknown> }): void => {
    withoutSafeBounds(context);
    withoutReadOnly(context);
    withNamedProperties(context);
  },
} as const;

/** Removes the members that only a standalone schema document needs. */
const stripSchemaIds = ({ $schema: _draft, $id: _id, ...schema }: JsonSchema): JsonSchema => schema;

export const jsonSchemaOf = (schema: z.ZodMiniType): JsonSchema =>
  stripSchemaIds(z.toJSONSchema(schema, options));

const problemSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    title: '错误响应 · Problem (RFC 9457)',
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: {
        type: 'string',
        format: 'uri-reference',
        description: 'Where the code is explained.',
      },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(allProblems), description: 'Stable.' },
      detail: { type: 'string', description: 'What to do; never a value that was sent.' },
      errors: { type: 'array', items: schemaRef('FieldError') },
      version: { type: 'integer', description: 'The current one, with stale_version.' },
      serverTime: {
        type: 'string',
        format: 'date-time',
        description: 'With clock_skew: set your clock by it.',
      },
    },
  },
  FieldError: {
    type: 'object',
    required: ['path', 'problem', 'detail'],
    properties: {
      path: { type: 'string', format: 'json-pointer' },
      problem: { type: 'string', enum: Object.keys(fieldProblems) },
      detail: { type: 'string' },
      allowed: {
        type: 'array',
        items: { type: 'string' },
        description:
          'With not_allowed: the values that the contract allows there; with unknown_parameter: the parameters that the call has.',
      },
      line: { type: 'integer', description: 'In a file: its line, from 1.' },
      column: { type: 'string', description: 'In a file: the column, as its header names it.' },
      sheet: { type: 'string', description: 'In a workbook: the sheet.' },
    },
  },
  GatewayRefusal: {
    title: '网关拒绝 · Refused by the gateway',
    type: 'object',
    required: ['message'],
    properties: { message: { type: 'string' } },
  },
};

/**
 * Returns `components.schemas`: the contract's shapes by name, with references between them. By zod's own
 * converter; zod-openapi takes these schemas too, but only calls the same one, from the classic zod,
 * which would come into the bundle beside the small one.
 */
export const componentSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(contractSchemas)) named.add(schema, { id });
  const { schemas } = z.toJSONSchema(named, {
    ...options,
    uri: (id) => `#/components/schemas/${id}`,
  });
  const own = Object.entries(schemas).map(([id, schema]) => [id, stripSchemaIds(schema)] as const);
  return { ...Object.fromEntries(own), ...problemSchemas };
};
