import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { RestHandler } from '../../../infra/local/engine/endpoint.ts';
import { serveEngine } from '../../../infra/local/engine/http.ts';
import type { ServedEngine } from '../../../infra/local/engine/http.ts';

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
const SEND = 'Action=SendMessage&MessageBody=hello&Version=2012-11-05';
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=AKID/20260302/cn-north-1/sns/aws4_request, SignedHeaders=host, Signature=x';

/** Stands for the object store. */
const rest: RestHandler = async (_, response) => void response.end('an object');

let served: ServedEngine;
let plain: ServedEngine;

beforeAll(async () => {
  const options = { services: [], clock: frozenClock(0) };
  served = await serveEngine({ ...options, rest });
  plain = await serveEngine(options);
});

afterAll(async () => {
  await served.stop();
  await plain.stop();
});

const post = (body: string, headers: Record<string, string> = {}, path = '/') =>
  fetch(`${served.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body,
  });

const messageIn = (text: string): string | undefined =>
  /<Message>(.*?)<\/Message>/u.exec(text)?.[1];

const asked = (what: string) =>
  `The embedded engine does not support the query protocol (${what}). It speaks the JSON protocol ` +
  'of DynamoDB, SQS and KMS and the REST protocol of S3; SDKs and command lines speak JSON to SQS ' +
  'since the end of 2023.';

describe('the older query protocol', () => {
  test('is refused in its own form', async () => {
    const answer = await post(SEND, {}, '/000000000000/work');
    const text = await answer.text();
    expect(answer.status).toBe(501);
    expect(answer.headers.get('content-type')).toBe('text/xml');
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<ErrorResponse><Error><Type>Sender<\/Type><Code>UnsupportedByEmbeddedEngine<\/Code><Message>[^<]+<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
    );
    expect(messageIn(text)).toBe(asked('SendMessage of sqs, 2012-11-05'));
  });

  test.each([
    [
      'by the signature',
      SEND.replace('SendMessage', 'Publish'),
      { authorization: SIGNED },
      'Publish of sns, 2012-11-05',
    ],
    [
      'by its version',
      'Action=GetCallerIdentity&Version=2011-06-15',
      {},
      'GetCallerIdentity of sts, 2011-06-15',
    ],
    ['as nobody', 'Action=%3Ca%3E&Version=1', {}, '&lt;a&gt; of an unnamed service, 1'],
    [
      'by no name that is not its own',
      'Action=a&Version=valueOf',
      {},
      'a of an unnamed service, valueOf',
    ],
    ['without an action', 'a=b', {}, 'no action of an unnamed service, no version'],
  ])('names the service %s', async (...[, body, headers, what]) => {
    const answer = await post(body, { ...headers });
    expect(messageIn(await answer.text())).toBe(asked(what));
  });

  test('is known whatever the letter case of its type', async () => {
    const answer = await post(SEND, { 'content-type': 'Application/X-WWW-Form-URLencoded' });
    expect(messageIn(await answer.text())).toBe(asked('SendMessage of sqs, 2012-11-05'));
  });

  test('is known in an address, too', async () => {
    const answer = await fetch(`${served.url}/?${SEND}`);
    expect(messageIn(await answer.text())).toBe(asked('SendMessage of sqs, 2012-11-05'));
  });

  test('is known where there is no object store', async () => {
    const init = { method: 'POST', headers: { 'content-type': FORM }, body: SEND };
    const answer = await fetch(plain.url, init);
    expect(messageIn(await answer.text())).toBe(asked('SendMessage of sqs, 2012-11-05'));
  });

  test('does not take a form that is too long for one', async () => {
    const answer = await post(`${SEND}&a=${'x'.repeat(2 * 1024 * 1024)}`);
    expect(messageIn(await answer.text())).toBe(
      asked('no action of an unnamed service, no version'),
    );
  });

  test.each([
    ['PUT', '/bucket/key'],
    ['POST', '/bucket/key?uploads'],
    ['GET', '/bucket/key?Version=1'],
  ])('is not taken for the object store: %s %s', async (method, path) => {
    const answer = await fetch(`${served.url}${path}`, {
      method,
      headers: { 'content-type': FORM },
      ...(method === 'GET' ? {} : { body: SEND }),
    });
    expect(await answer.text()).toBe('an object');
  });
});
