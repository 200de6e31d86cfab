/**
 * Converts a function's result to an HTTP response, with the inference rules of payload format 2.0.
 */
import { isRecord } from '../template/shape.ts';
import type { Json } from '../template/shape.ts';

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** Returns a response of the gateway itself, e.g. `{"message":"Not Found"}`. */
export const messageAnswer = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

export const notFound = (): GatewayAnswer => messageAnswer(404, 'Not Found');
export const tooLarge = (): GatewayAnswer => messageAnswer(413, 'Request Entity Too Large');
export const integrationFault = (): GatewayAnswer => messageAnswer(500, 'Internal Server Error');
export const integrationLate = (): GatewayAnswer => messageAnswer(503, 'Service Unavailable');

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const headersOf = (given: unknown): Record<string, string> | undefined => {
  if (given === undefined || given === null) return {};
  if (!isRecord(given) || !Object.values(given).every(isScalar)) return undefined;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
};

const isCookies = (value: unknown): value is readonly string[] | undefined =>
  value === undefined ||
  (Array.isArray(value) && value.every((cookie) => typeof cookie === 'string'));

const parseStructured = (value: Json): GatewayAnswer | undefined => {
  const { body = '', cookies, isBase64Encoded } = value;
  const status = Number(value['statusCode']);
  const headers = headersOf(value['headers']);
  const isStatus = Number.isInteger(status) && status >= 100 && status <= 599;
  if (!isStatus || !headers || typeof body !== 'string' || !isCookies(cookies)) return undefined;
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...headers,
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};

const inferAnswer = (value: unknown): GatewayAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value ?? null)),
});

/** An invalid structured result becomes a 500, as in the service. */
export const answerOf = (value: unknown): GatewayAnswer =>
  isRecord(value) && 'statusCode' in value
    ? (parseStructured(value) ?? integrationFault())
    : inferAnswer(value);
