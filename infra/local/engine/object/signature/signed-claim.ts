/** Reads the claimed signer and the signed parts, from the header or from a presigned URL. */
import { notImplemented, ObjectFault } from '../object-fault.ts';
import type { ObjectRequest } from '../object-request.ts';

export interface SignedClaim {
  readonly accessKeyId: string;
  /** `<day>/<region>/s3/aws4_request` */
  readonly scope: string;
  readonly region: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly at: string;
  /** Names in lower case, sorted. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payloadHash: string;
  /** For a presigned URL only. */
  readonly expiresSeconds?: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const WEEK_SECONDS = 7 * 24 * 3600;

const makeMalformedHeader = (message: string): ObjectFault =>
  new ObjectFault('AuthorizationHeaderMalformed', { message });

const badParameters = (message: string): ObjectFault =>
  new ObjectFault('AuthorizationQueryParametersError', { message });

interface Credential {
  readonly accessKeyId: string;
  readonly scope: string;
  readonly region: string;
}

/** `<access key id>/<day>/<region>/s3/aws4_request`; undefined for anything else. */
const credentialOf = (text: string, at: string): Credential | undefined => {
  const [accessKeyId = '', day = '', region = '', service, end, ...more] = text.split('/');
  const isWhole = service === 's3' && end === 'aws4_request' && more.length === 0;
  if (!isWhole || accessKeyId === '' || !/^\d{8}$/u.test(day) || !at.startsWith(day))
    return undefined;
  return { accessKeyId, region, scope: text.slice(accessKeyId.length + 1) };
};

const isTime = (at: string): boolean => /^\d{8}T\d{6}Z$/u.test(at);

const fromHeader = ({ headers }: ObjectRequest, authorization: string): SignedClaim => {
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    throw notImplemented(`the authorization scheme ${authorization.split(' ')[0] ?? ''}`);
  }
  const readPart = (name: string): string =>
    new RegExp(`[ ,]${name}=([^, ]+)`, 'u').exec(authorization)?.[1] ?? '';
  const at = headers.get('x-amz-date') ?? '';
  if (!isTime(at)) {
    const message = 'AWS authentication requires a valid Date or x-amz-date header';
    throw new ObjectFault('AccessDenied', { message });
  }
  const credential = credentialOf(readPart('Credential'), at);
  if (!credential)
    throw makeMalformedHeader(
      'The authorization header is malformed; the Credential is mal-formed.',
    );
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === undefined) {
    const members = { MissingHeaderName: 'x-amz-content-sha256' };
    throw new ObjectFault('MissingSecurityHeader', { members });
  }
  const signedHeaders = readPart('SignedHeaders').split(';');
  return { ...credential, at, signedHeaders, signature: readPart('Signature'), payloadHash };
};

const expiryOf = (text: string): number => {
  const seconds = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (seconds > 0 && seconds <= WEEK_SECONDS) return seconds;
  throw badParameters(`X-Amz-Expires must be between 1 and ${WEEK_SECONDS} seconds`);
};

const fromAddress = ({ query, headers }: ObjectRequest): SignedClaim => {
  const requireParameter = (name: string): string => {
    const value = query.get(name);
    if (value !== undefined) return value;
    throw badParameters(`Query-string authentication requires the parameter ${name}`);
  };
  if (requireParameter('X-Amz-Algorithm') !== ALGORITHM) {
    throw badParameters(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  const at = requireParameter('X-Amz-Date');
  const credential = isTime(at)
    ? credentialOf(requireParameter('X-Amz-Credential'), at)
    : undefined;
  if (!credential) throw badParameters('X-Amz-Credential and X-Amz-Date do not fit together');
  return {
    ...credential,
    at,
    expiresSeconds: expiryOf(requireParameter('X-Amz-Expires')),
    signedHeaders: requireParameter('X-Amz-SignedHeaders').split(';'),
    signature: requireParameter('X-Amz-Signature'),
    payloadHash:
      headers.get('x-amz-content-sha256') ??
      query.get('X-Amz-Content-Sha256') ??
      'UNSIGNED-PAYLOAD',
  };
};

/** Throws `ObjectFault` for an anonymous request and for an invalid signature header or query. */
export const claimOf = (request: ObjectRequest): SignedClaim => {
  const authorization = request.headers.get('authorization');
  const isPresigned = request.query.has('X-Amz-Signature') || request.query.has('X-Amz-Algorithm');
  if (authorization !== undefined && isPresigned) {
    throw new ObjectFault('InvalidArgument', { message: 'Only one auth mechanism allowed' });
  }
  if (authorization !== undefined) return fromHeader(request, authorization);
  if (isPresigned) return fromAddress(request);
  throw new ObjectFault('AccessDenied');
};
