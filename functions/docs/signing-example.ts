import { operations } from '../../events/contract.table.ts';
import type { RequestBody } from '../../events/contract.ts';
import {
  contentDigest,
  sign,
  signatureHeaders,
  stringToSign,
} from '../../shared/http/signature.ts';

const route = 'POST /v1/invitations';
const [method = '', path = ''] = route.split(' ');
const secret = 'example-secret-0123456789';

const exampleOf = (request: RequestBody | undefined): unknown =>
  request !== undefined && 'schema' in request ? request.example : undefined;

/**
 * Computes one signed call with the code that checks signatures. Client developers can compare
 * their own string and signature with it.
 */
export const signingExample = () => {
  const body = JSON.stringify(exampleOf(operations.find(({ on }) => on === route)?.request));
  const parts = {
    method,
    path,
    query: '',
    accessKey: 'AKexample',
    date: 'Fri, 20 Nov 2026 01:30:00 GMT',
    contentDigest: contentDigest(body),
  };
  return {
    route,
    body,
    secret,
    stringToSign: stringToSign(parts),
    headers: {
      [signatureHeaders.accessKey]: parts.accessKey,
      [signatureHeaders.algorithm]: 'hmac-sha256',
      [signatureHeaders.date]: parts.date,
      [signatureHeaders.contentDigest]: parts.contentDigest,
      [signatureHeaders.signature]: sign(parts, secret),
    },
  };
};
