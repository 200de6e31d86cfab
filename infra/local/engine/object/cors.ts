/** CORS by the rules of a bucket. */
import { ObjectFault } from './object-fault.ts';
import type { BucketCorsRule } from './object-model.ts';
import type { ObjectRequest } from './object-request.ts';
import { NO_CONTENT } from './operation/operation.ts';
import type { ObjectAnswer } from './operation/operation.ts';

/** A pattern contains at most one `*`, which matches any text. */
const matchesPattern = (pattern: string, text: string): boolean => {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text;
  return (
    text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
  );
};

interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
}

const ruleFor = (rules: readonly BucketCorsRule[], asked: Asked): BucketCorsRule | undefined =>
  rules.find(
    ({ origins, methods, headers }) =>
      origins.some((pattern) => matchesPattern(pattern, asked.origin)) &&
      methods.includes(asked.method) &&
      asked.headers.every((name) =>
        headers.some((pattern) => matchesPattern(pattern.toLowerCase(), name)),
      ),
  );

const makeCorsHeaders = (
  rule: BucketCorsRule,
  { origin }: Asked,
): Readonly<Record<string, string>> => ({
  ...(rule.origins.includes('*')
    ? { 'access-control-allow-origin': '*' }
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
  'access-control-allow-methods': rule.methods.join(', '),
  ...(rule.exposed.length > 0 && { 'access-control-expose-headers': rule.exposed.join(', ') }),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});

const listIn = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

/** Returns the response to a preflight request. Throws `ObjectFault`. */
export const answerPreflight = (
  rules: readonly BucketCorsRule[],
  { headers }: ObjectRequest,
): ObjectAnswer => {
  const asked = {
    origin: headers.get('origin') ?? '',
    method: headers.get('access-control-request-method') ?? '',
    headers: listIn(headers.get('access-control-request-headers')),
  };
  const rule = asked.origin === '' ? undefined : ruleFor(rules, asked);
  if (rule === undefined) throw new ObjectFault('AccessForbidden');
  const allowed = asked.headers.join(', ');
  return {
    status: 200,
    headers: {
      ...makeCorsHeaders(rule, asked),
      ...(allowed !== '' && { 'access-control-allow-headers': allowed }),
      ...(rule.maxAgeSeconds !== undefined && {
        'access-control-max-age': String(rule.maxAgeSeconds),
      }),
    },
    body: NO_CONTENT,
  };
};

/** Returns the CORS headers of a response; empty when no rule matches. */
export const corsHeaders = (
  rules: readonly BucketCorsRule[],
  { headers, method }: ObjectRequest,
): Readonly<Record<string, string>> => {
  const origin = headers.get('origin');
  if (origin === undefined) return {};
  const asked = { origin, method, headers: [] };
  const rule = ruleFor(rules, asked);
  return rule === undefined ? {} : makeCorsHeaders(rule, asked);
};
