import '../support/silent-logs.ts';
import { createHash, createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { contractSchemas } from '../../events/contract-schemas.table.ts';
import { operations } from '../../events/contract.table.ts';
import { rolesNeeded } from '../../events/contract.ts';
import type { Operation } from '../../events/contract.ts';
import { staffCalls } from '../../events/roles.table.ts';
import { actionTypes } from '../../events/ticket/action.ts';
import { jsonSchemaOf } from '../../functions/docs/openapi-schemas.ts';
import { openApiDocument } from '../../functions/docs/openapi.ts';
import { schemaRows } from '../../functions/docs/schema-rows.ts';
import { signingExample } from '../../functions/docs/signing-example.ts';
import { ROUTES } from '../../infra/routes.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { staffRoles } from '../../shared/domain/access/staff-role.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';

type Json = Readonly<Record<string, unknown>>;

const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;

const valuesIn = (value: unknown, name: string): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((member) => valuesIn(member, name));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key === name ? [member] : []),
    ...valuesIn(member, name),
  ]);
};

const at = (pointer: string): unknown =>
  pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document);

const accessOf = ({ to, audience }: Operation): string => {
  if (audience !== 'public') return audience;
  return to.startsWith('page/') ? 'page' : 'open';
};

describe('the contract', () => {
  it('has one row for every route of the gateway, to the same function and audience', () => {
    const rows = operations.map((row) => ({ on: row.on, to: row.to, access: accessOf(row) }));
    expect(rows).toEqual(expect.arrayContaining([...ROUTES]));
    expect(rows).toHaveLength(ROUTES.length);
  });

  it('asks for a token exactly where the gateway checks one', () => {
    const bearers = operations.filter(({ security }) => security === 'bearer').map(({ on }) => on);
    const staff = ROUTES.filter(({ access }) => access === 'staff').map(({ on }) => on);
    expect(bearers.toSorted()).toEqual([...staff].toSorted());
  });

  it('names problems of the catalogue only, and leaves none out', () => {
    const named = operations.flatMap((row) => [...row.problems, ...(row.memberProblems ?? [])]);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(allProblems).toSorted());
  });

  it('has a row for every route with roles, and a route for every role', () => {
    const staff = operations.filter(({ audience }) => audience === 'staff').map(({ on }) => on);
    expect(Object.keys(staffCalls).toSorted()).toEqual(staff.toSorted());
    const needed = new Set(operations.flatMap((row) => rolesNeeded(row) ?? []));
    expect([...needed].toSorted()).toEqual([...staffRoles].toSorted());
  });

  it('gives every operation and shape its own name, and uses every shape', () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = operations.flatMap(({ request, answers }) => [
      ...(request !== undefined && 'schema' in request ? [request.schema] : []),
      ...answers.flatMap(({ content }) =>
        content !== undefined && 'schema' in content ? [content.schema] : [],
      ),
    ]);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(contractSchemas).toSorted());
  });
});

const examples = operations.flatMap(({ on, request, answers, parameters = [] }) => [
  ...(request !== undefined && 'schema' in request
    ? [[`${on} request`, contractSchemas[request.schema], request.example] as const]
    : []),
  ...answers.flatMap(({ status, content }) =>
    content !== undefined && 'schema' in content
      ? [[`${on} ${status}`, contractSchemas[content.schema], content.example] as const]
      : [],
  ),
  ...parameters.map(({ name, schema, example }) => [`${on} ${name}`, schema, example] as const),
]);

describe('every example fits its shape', () => {
  it.each(examples)('%s', (_name, schema, example) => {
    const read = schema.safeParse(example);
    expect(read.error?.issues).toBeUndefined();
  });
});

describe('the OpenAPI document', () => {
  it('is 3.1 and of this version', () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    expect(document['info']).toMatchObject({ version: packageJson.version });
  });

  it('has every route and no other', () => {
    const routes = Object.entries(document['paths'] as Json).flatMap(([path, methods]) =>
      Object.keys(methods as Json).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = ROUTES.map(({ on }) => on.replace('+}', '}'));
    expect(routes.toSorted()).toEqual(known.toSorted());
  });

  it('refers only to what it holds', () => {
    const refs = valuesIn(document, '$ref') as readonly string[];
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  it('declares every parameter of a path, and each as required', () => {
    for (const [path, methods] of Object.entries(document['paths'] as Json)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(
        methods as Record<string, { parameters: Json[] }>,
      )) {
        const declared = parameters.filter((parameter) => parameter['in'] === 'path');
        expect(declared.map((parameter) => parameter['name'])).toEqual(names);
        expect(declared.every((parameter) => parameter['required'] === true)).toBe(true);
      }
    }
  });

  it('secures by schemes it describes', () => {
    const schemes = Object.keys(at('#/components/securitySchemes') as Json);
    const asked = (valuesIn(document['paths'], 'security') as Json[][]).flat().flatMap(Object.keys);
    expect(new Set(asked)).toEqual(new Set(schemes));
  });

  it('is the one that is kept beside the schemas', async () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../events/openapi.json');
  });
});

describe('the signing example', () => {
  it('follows from its own words', () => {
    const { body, secret, stringToSign, headers, route } = signingExample();
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    const [method, path] = route.split(' ');
    const lines = [method, path, '', 'AKexample', headers['x-bg-date-time'], digest, ''];
    expect(stringToSign).toBe(lines.join('\n'));
    expect(headers['x-bg-hmac-signature']).toBe(
      createHmac('sha256', secret).update(stringToSign).digest('base64'),
    );
  });
});

describe('the table of a shape', () => {
  it('lists the inner members after their parent, those of alternatives together', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: {
          type: 'array',
          items: {
            oneOf: [
              {
                type: 'object',
                required: ['n'],
                properties: { n: { type: 'integer', minimum: 1 } },
              },
              { type: 'object', properties: { n: { const: 'x' } } },
            ],
          },
        },
        b: { type: ['string', 'null'], title: 'B', maxLength: 3 },
      },
    };
    expect(schemaRows(schema)).toEqual([
      { path: 'a', type: 'array', required: true, title: '' },
      { path: 'a[].n', type: 'integer (≥ 1) | x', required: false, title: '' },
      { path: 'b', type: 'string | null (≤ 3)', required: false, title: 'B' },
    ]);
  });

  it('says which alternative a member belongs to, at the root too', () => {
    const rows = schemaRows(jsonSchemaOf(contractSchemas.TicketAction));
    const of = (path: string) => rows.filter((row) => row.path === path);
    expect(of('type')).toEqual([
      { path: 'type', type: actionTypes.join(' | '), required: true, title: '' },
    ]);
    expect(of('expectedVersion')).toMatchObject([{ required: true }]);
    expect(of('days')).toMatchObject([{ only: 'type: requestExtension' }]);
    expect(of('note').map(({ required, only }) => [required, only])).toEqual([
      [false, 'type: recordContact | find | approve | urge'],
      [
        true,
        'type: claimInvalid | claimHardship | requestExtension | askTransfer | transfer | declineTransfer | rule | return | unmask | review',
      ],
    ]);
    const numbers = schemaRows(jsonSchemaOf(contractSchemas.CaseEventBatch)).filter(({ path }) =>
      path.endsWith('certificate.number'),
    );
    expect(numbers.map(({ only }) => only)).toEqual([
      'type: resident_identity_card',
      'type: unified_social_credit_code',
      'type: permanent_residence_card | hong_kong_macao_taiwan_residence_permit | business_licence | passport | hong_kong_macao_permit | taiwan_permit | officer_card | other',
    ]);
  });

  it.each(
    operations.flatMap(({ id, request }) =>
      request !== undefined && 'schema' in request ? [[id, request.schema] as const] : [],
    ),
  )('is never empty: %s', (_id, name) => {
    expect(schemaRows(jsonSchemaOf(contractSchemas[name])).length).toBeGreaterThan(0);
  });
});
