import { rolesNeeded } from '../../events/contract.ts';
import type { Operation, Parameter, RequestBody, Success, Words } from '../../events/contract.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';
import { jsonSchemaOf, schemaRef } from './openapi-schemas.ts';
import type { JsonSchema } from './openapi-schemas.ts';

export const joinLanguages = ({ zh, en }: Words, between = ' · '): string => `${zh}${between}${en}`;

const groupEntries = <T>(items: readonly T[], key: (item: T) => number): [string, T[]][] => [
  ...Map.groupBy(items, (item) => String(key(item))),
];

const problemAnswers = (codes: readonly string[]): Record<string, JsonSchema> => {
  const named = codes.flatMap((code) => {
    const text = allProblems[code];
    return text === undefined ? [] : [{ ...text, code }];
  });
  const byStatus = groupEntries(named, ({ status }) => status);
  return Object.fromEntries(
    byStatus.map(([status, known]) => [
      status,
      {
        description: known
          .map(({ code, zh, en }) => `\`${code}\` ${zh[0]} · ${en[0]}`)
          .join('\n\n'),
        content: {
          'application/problem+json': {
            schema: schemaRef('Problem'),
            examples: Object.fromEntries(
              known.map(({ code }) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
      },
    ]),
  );
};

const contentOf = (answers: readonly Success[]): JsonSchema => {
  const files = answers.flatMap(({ content }) =>
    content !== undefined && 'mediaType' in content ? [[content.mediaType, {}] as const] : [],
  );
  if (files.length > 0) return Object.fromEntries(files);
  const shapes = answers.flatMap(({ content, words }) =>
    content !== undefined && 'schema' in content ? [{ ...content, words }] : [],
  );
  const refs = [...new Set(shapes.map(({ schema }) => schema))].map((name) => schemaRef(name));
  return {
    'application/json': {
      schema: refs.length === 1 ? refs[0] : { oneOf: refs },
      examples: Object.fromEntries(
        shapes.map(({ schema, words, example }) => [
          schema,
          { summary: joinLanguages(words), value: example },
        ]),
      ),
    },
  };
};

const buildSuccesses = (answers: readonly Success[]): Record<string, JsonSchema> =>
  Object.fromEntries(
    groupEntries(answers, ({ status }) => status).map(([status, same]) => [
      status,
      {
        description: same.map(({ words }) => joinLanguages(words)).join('\n\n'),
        ...(same.some(({ content }) => content !== undefined) && { content: contentOf(same) }),
      },
    ]),
  );

/** Returns the answers that the gateway gives without invoking the function. */
const gatewayAnswers = (operation: Operation): Record<string, JsonSchema> =>
  operation.security === 'bearer'
    ? {
        '401': {
          description: '令牌缺失、无效或已过期 · The token is missing, invalid or expired',
          content: { 'application/json': { schema: schemaRef('GatewayRefusal') } },
        },
      }
    : {};

const parameterOf = ({ name, in: place, schema, words, example }: Parameter): JsonSchema => ({
  name,
  in: place,
  required: place === 'path',
  description: joinLanguages(words),
  schema: jsonSchemaOf(schema),
  example,
});

const signatureParameters = (operation: Operation): readonly JsonSchema[] =>
  operation.security === 'signature'
    ? ['AccessKey', 'Algorithm', 'DateTime', ...(operation.request ? ['Digest'] : []), 'Nonce'].map(
        (name) => ({ $ref: `#/components/parameters/${name}` }),
      )
    : [];

const securityOf = ({ security }: Operation): readonly JsonSchema[] => {
  if (security === 'signature') return [{ signature: [] }];
  return security === 'bearer' ? [{ bearer: [] }] : [];
};

const descriptionOf = (operation: Operation): string => {
  const { description, memberProblems } = operation;
  const roles = rolesNeeded(operation);
  return [
    joinLanguages(description, '\n\n'),
    ...(roles === undefined
      ? []
      : [`角色 · Roles: ${roles.map((role) => `\`${role}\``).join(', ')}`]),
    ...(memberProblems === undefined
      ? []
      : [
          `单条记录错误代码 · Codes of single members: ${memberProblems.map((code) => `\`${code}\``).join(', ')}`,
        ]),
  ].join('\n\n');
};

/** OpenAPI 3.1 has no schema for binary data: the media type describes it. */
const requestContent = (request: RequestBody): JsonSchema =>
  'schema' in request
    ? {
        'application/json': { schema: schemaRef(request.schema), example: request.example },
      }
    : Object.fromEntries(
        request.files.map(({ mediaType, words, example }) => [
          mediaType,
          {
            examples:
              example === undefined
                ? {}
                : { file: { summary: joinLanguages(words), value: example } },
          },
        ]),
      );

/** Converts one row of the contract into an operation object. */
export const openApiOperation = (operation: Operation): JsonSchema => {
  const { id, audience, summary, parameters = [], request, answers } = operation;
  return {
    operationId: id,
    tags: [audience],
    summary: joinLanguages(summary),
    description: descriptionOf(operation),
    parameters: [...signatureParameters(operation), ...parameters.map(parameterOf)],
    ...(request === undefined
      ? {}
      : { requestBody: { required: true, content: requestContent(request) } }),
    responses: {
      ...buildSuccesses(answers),
      ...gatewayAnswers(operation),
      ...problemAnswers(operation.problems),
    },
    security: securityOf(operation),
  };
};
