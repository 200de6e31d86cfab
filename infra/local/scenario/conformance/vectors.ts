import { contentDigest, sign, stringToSign } from '../../../../shared/http/signature.ts';
import type { SignedParts } from '../../../../shared/http/signature.ts';

const vectorKey = { accessKey: 'AKvectors', secret: 'vector-secret-0123456789' } as const;

interface VectorInput {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** As it is in the address, not sorted. */
  readonly query?: string;
  readonly date?: string;
  readonly nonce?: string;
  /** Text is sent as UTF-8. Other bytes are in base64. */
  readonly body?: string;
  readonly bodyBase64?: string;
}

export interface SignatureVector extends VectorInput {
  readonly date: string;
  readonly contentDigest?: string;
  readonly stringToSign: string;
  readonly signature: string;
}

const inputs: readonly VectorInput[] = [
  { name: 'a read without query', method: 'GET', path: '/v1/cases/330602261120000000017' },
  {
    name: 'a query is split at & and sorted as it stands, not decoded',
    method: 'GET',
    path: '/v1/cases/330602261120000000017',
    query: 'z=1&name=%E6%B5%8B%E8%AF%95&a=2&a=1&empty=&B=3',
  },
  {
    name: 'a write signs the digest of its body as one more line',
    method: 'POST',
    path: '/v1/invitations',
    body: '{"projectNo":"330602261120000000017","serviceNumber":1,"channel":"qr"}',
  },
  {
    name: 'the digest is made of the bytes, here UTF-8',
    method: 'POST',
    path: '/v1/cases',
    body: '{"events":[{"step":{"name":"现场核查𠮷"}}]}',
  },
  {
    name: 'the digest is made of the bytes, here GB18030',
    method: 'POST',
    path: '/v1/cases/import',
    bodyBase64: 'YXBwbGljYW50TmFtZQ0Ksuw=',
  },
  {
    name: 'a nonce is the last line',
    method: 'POST',
    path: '/v1/invitations',
    body: '{}',
    nonce: 'c0ffee-01',
  },
  {
    name: 'the method is written in capitals',
    method: 'get',
    path: '/v1/pads/me/current',
    nonce: 'n_1',
  },
  {
    name: 'a day of one digit is written with two',
    method: 'GET',
    path: '/v1/cases/330602261120000000017',
    date: 'Sun, 01 Nov 2026 16:00:00 GMT',
  },
];

const bytesOf = ({ body, bodyBase64 }: VectorInput): Buffer | undefined => {
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64');
  return body === undefined ? undefined : Buffer.from(body);
};

const vectorOf = (one: VectorInput): SignatureVector => {
  const bytes = bytesOf(one);
  const parts: SignedParts = {
    method: one.method,
    path: one.path,
    query: one.query ?? '',
    accessKey: vectorKey.accessKey,
    date: one.date ?? 'Fri, 20 Nov 2026 01:30:00 GMT',
    contentDigest: bytes && contentDigest(bytes),
    nonce: one.nonce,
  };
  return {
    ...one,
    date: parts.date,
    ...(parts.contentDigest === undefined ? {} : { contentDigest: parts.contentDigest }),
    stringToSign: stringToSign(parts),
    signature: sign(parts, vectorKey.secret),
  };
};

/** 签名向量: examples for the signatures of clients, made by the code that verifies signatures. */
export const makeSignatureVectors = () => ({
  algorithm: 'hmac-sha256',
  ...vectorKey,
  vectors: inputs.map(vectorOf),
});
