import { operations } from '../../events/contract.table.ts';
import { audiences } from '../../events/contract.ts';
import type { Operation } from '../../events/contract.ts';
import { productVersion } from '../../events/product-version.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';
import { Problem, problemBody } from '../../shared/http/problem/problem.ts';
import { joinLanguages, openApiOperation } from './openapi-operation.ts';
import { componentSchemas } from './openapi-schemas.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import {
  audienceNames,
  bearer,
  headerWords,
  introduction,
  signing,
  title,
} from './page-words.table.ts';
import { signingExample } from './signing-example.ts';

const buildHeaderParameter = (name: string, required: boolean, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'header',
  required,
  description: joinLanguages(headerWords[name] ?? { zh: name, en: name }),
  schema,
});

const parameters: Readonly<Record<string, JsonSchema>> = {
  AccessKey: buildHeaderParameter('X-BG-HMAC-ACCESS-KEY', true, { type: 'string' }),
  Algorithm: buildHeaderParameter('X-BG-HMAC-ALGORITHM', true, {
    type: 'string',
    const: 'hmac-sha256',
  }),
  DateTime: buildHeaderParameter('X-BG-DATE-TIME', true, { type: 'string' }),
  Digest: buildHeaderParameter('Content-Digest', true, {
    type: 'string',
    pattern: '^sha-256=:[A-Za-z0-9+/]{43}=:$',
  }),
  Nonce: buildHeaderParameter('X-BG-NONCE', false, { type: 'string' }),
};

const fenceCode = (text: string): string => `\`\`\`\n${text}\n\`\`\``;

const signingText = (): string => {
  const { route, body, secret, stringToSign, headers } = signingExample();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    joinLanguages(signing, '\n\n'),
    `示例 · Example: ${route}, secret \`${secret}\``,
    fenceCode(`${lines.join('\n')}\n\n${body}`),
    '待签字符串 · String to sign',
    fenceCode(stringToSign),
  ].join('\n\n');
};

const securitySchemes = (): JsonSchema => ({
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-BG-HMAC-SIGNATURE',
    description: signingText(),
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: joinLanguages(bearer, '\n\n'),
  },
});

/** Those of single members of a batch stand in no answer of their own. */
const problemExamples = (): JsonSchema => {
  const referred = new Set(operations.flatMap(({ problems }) => problems));
  return Object.fromEntries(
    Object.entries(allProblems)
      .filter(([code]) => referred.has(code))
      .map(([code, text]) => [code, { value: problemBody(new Problem({ code, ...text }), 'zh') }]),
  );
};

/** A variable of the rest of a path is one like any other there. */
const methodAndPath = ({ on }: Operation): readonly [method: string, path: string] => {
  const [method = '', path = ''] = on.split(' ');
  return [method.toLowerCase(), path.replace('+}', '}')];
};

const buildPaths = (): JsonSchema =>
  Object.fromEntries(
    [...Map.groupBy(operations, (operation) => methodAndPath(operation)[1])].map(([path, same]) => [
      path,
      Object.fromEntries(
        same.map((operation) => [methodAndPath(operation)[0], openApiOperation(operation)]),
      ),
    ]),
  );

/** Builds the contract as an OpenAPI 3.1 document, in both languages. */
export const openApiDocument = (): JsonSchema => ({
  openapi: '3.1.1',
  info: {
    title: joinLanguages(title),
    version: productVersion,
    description: joinLanguages(introduction, '\n\n'),
    license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: '/' }],
  tags: audiences.map((name) => ({ name, description: joinLanguages(audienceNames[name]) })),
  paths: buildPaths(),
  components: {
    schemas: componentSchemas(),
    parameters,
    examples: problemExamples(),
    securitySchemes: securitySchemes(),
  },
});
