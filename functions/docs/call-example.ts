/**
 * One call of each caller as shell commands to copy. A signature holds for 90 seconds, so the
 * commands make it when they run.
 */
import { operations } from '../../events/contract.table.ts';
import type { Audience, Operation } from '../../events/contract.ts';
import { signatureHeaders } from '../../shared/http/signature.ts';
import { exampleCalls } from './group-words.table.ts';

const quoteShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const bodyOf = ({ request }: Operation): string | undefined =>
  request !== undefined && 'schema' in request ? JSON.stringify(request.example) : undefined;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

const setUp = (lines: readonly string[], { body }: Asked): readonly string[] => [
  'URL=https://localhost:8787',
  ...lines,
  ...(body === undefined ? [] : [`BODY=${quoteShell(body)}`]),
];

const curl = ({ method, path, body }: Asked, headers: readonly string[]): string =>
  [
    `curl -sS -X ${method} "$URL${path}"`,
    ...headers.map((header) => `-H "${header}"`),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', '--data-raw "$BODY"']),
  ].join(' \\\n  ');

const signed = (asked: Asked, who: string): string => {
  const { method, path, body } = asked;
  const digest = body === undefined ? [] : ['"$DIGEST"'];
  const parts = [method, path, "''", '"$KEY"', '"$DATE"', ...digest].join(' ');
  return [
    ...setUp([`KEY=${who}`, 'SECRET=example-secret-0123456789'], asked),
    `DATE=$(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')`,
    ...(body === undefined
      ? []
      : [`DIGEST="sha-256=:$(printf %s "$BODY" | openssl dgst -sha256 -binary | base64):"`]),
    String.raw`SIGNATURE=$(printf '%s\n' ${parts} | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)`,
    curl(asked, [
      `${signatureHeaders.accessKey}: $KEY`,
      `${signatureHeaders.algorithm}: hmac-sha256`,
      `${signatureHeaders.date}: $DATE`,
      ...(body === undefined ? [] : [`${signatureHeaders.contentDigest}: $DIGEST`]),
      `${signatureHeaders.signature}: $SIGNATURE`,
    ]),
  ].join('\n');
};

const withToken = (asked: Asked): string =>
  [...setUp(['TOKEN=<OIDC>'], asked), curl(asked, ['Authorization: Bearer $TOKEN'])].join('\n');

const plain = (asked: Asked): string => [...setUp([], asked), curl(asked, [])].join('\n');

const examples = {
  signature: (asked: Asked, audience: Audience) =>
    signed(asked, audience === 'pad' ? 'PADexample' : 'AKexample'),
  bearer: withToken,
  none: plain,
} as const satisfies Record<Operation['security'], (asked: Asked, audience: Audience) => string>;

/** Returns the commands of the example of a caller. */
export const callExample = (audience: Audience): string => {
  const route = exampleCalls[audience];
  const operation = operations.find(({ on }) => on === route);
  if (operation === undefined) throw new Error(`the contract has no ${route}`);
  const [method = '', path = ''] = route.split(' ');
  const asked = { method, path, body: bodyOf(operation) };
  return examples[operation.security](asked, audience);
};
