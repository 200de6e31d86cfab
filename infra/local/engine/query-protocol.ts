/**
 * The older query protocol (form fields in, XML out) that SQS clients used until the end of 2023.
 * Nothing here implements it. The response names what was requested and which protocol is
 * supported, in the format that such a client displays.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { RestHandler } from './endpoint.ts';
import { ownMember } from './own-member.ts';
import { readBody } from './read-body.ts';
import { makeUnsupportedError } from './wire.ts';
import { textElements } from './xml.ts';

const MAX_FORM_BYTES = 2 * 1024 * 1024;

const fieldsInAddress = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** No request to the object store posts a form without a bucket or query in its URL. */
export const isQueryCall = (request: IncomingMessage): boolean => {
  const { method, url = '', headers } = request;
  const fields = fieldsInAddress(request);
  if (fields.has('Action') && fields.has('Version')) return true;
  const type = headers['content-type']?.toLowerCase() ?? '';
  return (
    method === 'POST' && !url.includes('?') && type.startsWith('application/x-www-form-urlencoded')
  );
};

/** Returns `sqs` of `Credential=<key id>/<date>/<region>/sqs/aws4_request`. */
const serviceOf = ({ headers }: IncomingMessage): string | undefined =>
  /Credential=[^/,\s]*\/\d{8}\/[^/,\s]*\/([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];

const NAMES: Readonly<Record<string, string>> = { '2012-11-05': 'sqs', '2011-06-15': 'sts' };

const describeCall = (request: IncomingMessage, form: string): string => {
  const fields = new URLSearchParams([...fieldsInAddress(request), ...new URLSearchParams(form)]);
  const version = fields.get('Version') ?? 'no version';
  const service = serviceOf(request) ?? ownMember(NAMES, version) ?? 'an unnamed service';
  return `the query protocol (${fields.get('Action') ?? 'no action'} of ${service}, ${version})`;
};

const SPOKEN =
  'It speaks the JSON protocol of DynamoDB, SQS and KMS and the REST protocol of S3; SDKs and ' +
  'command lines speak JSON to SQS since the end of 2023.';

/** Answers a call of the query protocol with an error that says what to use instead. */
export const refuseQuery: RestHandler = async (request, response) => {
  const form = await readBody(request, MAX_FORM_BYTES);
  const { code, status, message } = makeUnsupportedError(
    describeCall(request, form?.toString() ?? ''),
  );
  const error = textElements({ Type: 'Sender', Code: code, Message: `${message} ${SPOKEN}` });
  const requestId = randomUUID();
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n<ErrorResponse>' +
    `<Error>${error}</Error>${textElements({ RequestId: requestId })}</ErrorResponse>`;
  response.writeHead(status, {
    'content-type': 'text/xml',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId,
  });
  response.end(body);
};
