import { ScanCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Call, Caller, SigningKey } from '../../infra/local/client/loop-client.ts';
import { badWords, callsOf, goodWords } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

let loop: Loop;
let key: SigningKey;
let integrator: Caller;
let calls: Calls;
let store: DynamoDBClient;

beforeAll(async () => {
  loop = await startLoop();
  ({ key, calls: integrator } = await loop.integrator());
  calls = callsOf(loop, integrator);
  const { engineUrl, region, credentials } = loop.system;
  store = new DynamoDBClient({ endpoint: engineUrl, region, credentials });
});

afterAll(async () => {
  store?.destroy();
  await loop?.stop();
});

/**
 * All stored items except replay marks and items that are written in the background for earlier
 * calls, or at night: figures, reports to the province, and what the nightly runs record.
 */
const items = async (): Promise<number> => {
  const [table] = loop.system.definition.tables;
  const { Count } = await store.send(
    new ScanCommand({
      TableName: table!.name,
      FilterExpression:
        'NOT kind IN (:replay, :period, :act, :audit, :retention) AND NOT begins_with(kind, :figure) AND NOT begins_with(kind, :report)',
      ExpressionAttributeValues: {
        ':replay': { S: 'replay' },
        // The keys of a new day and month are made by its first call, whatever comes of it.
        ':period': { S: 'period_key' },
        ':act': { S: 'act' },
        ':audit': { S: 'audit_progress' },
        ':retention': { S: 'retention_progress' },
        ':figure': { S: 'figure' },
        ':report': { S: 'report_' },
      },
      Select: 'COUNT',
    }),
  );
  return Count ?? 0;
};

/** The response of a call that must change nothing. */
const refused = async (call: () => Promise<{ status: number; body: unknown }>) => {
  const before = await items();
  const { status, body } = await call();
  expect(await items()).toBe(before);
  return { status, ...(body as { code: string; errors?: { path: string; problem: string }[] }) };
};

const post = (path: string, body: string): Promise<{ status: number; body: unknown }> =>
  loop.client.send({ method: 'POST', path, body });

describe('a rating that is refused', () => {
  let token: string;
  let projectNo: string;

  beforeAll(async () => {
    projectNo = await calls.acceptedCase();
    token = await calls.tokenFor(projectNo);
  });

  it.each([
    ['a retired indicator', { level: 'satisfied', tags: ['401'] }, 422, 'retired_indicator'],
    ['an unknown indicator', { level: 'satisfied', tags: ['499'] }, 422, 'unknown_indicator'],
    [
      'an indicator of another level',
      { level: 'satisfied', tags: ['207'] },
      422,
      'indicator_of_other_level',
    ],
    ['a bad rating without a reason', { level: 'dissatisfied' }, 422, 'reason_missing'],
    ['white space as a reason', { level: 'dissatisfied', text: '  ' }, 422, 'reason_missing'],
    ['an unknown level', { level: 'superb' }, 400, 'invalid_input'],
    ['an unknown member', { level: 'satisfied', score: 5 }, 400, 'invalid_input'],
  ])('%s', async (_name, words, status, code) => {
    expect(await refused(() => calls.rate(token, words))).toMatchObject({ status, code });
  });

  it('names the token of another contact, a forged one and an expired one', async () => {
    const other = await calls.acceptedCase();
    const foreign = { ...goodWords, projectNo: other, serviceNumber: 1 };
    expect(await refused(() => calls.rate(token, foreign))).toMatchObject({
      status: 409,
      code: 'token_of_other_contact',
    });
    const forged = `${token.slice(0, -3)}AAA`;
    expect(await refused(() => calls.rate(forged, goodWords))).toMatchObject({
      status: 401,
      code: 'token_invalid',
    });
    const terminal = await calls.tokenFor(projectNo, 'terminal');
    loop.clock.advance(25 * 60 * 60 * 1000);
    expect(await refused(() => calls.rate(terminal, goodWords))).toMatchObject({
      status: 410,
      code: 'token_expired',
    });
  });

  it('names broken JSON, a body of 2 MB and another media type', async () => {
    expect(await refused(() => post('/v1/ratings', '{"token":'))).toMatchObject({
      status: 400,
      code: 'invalid_json',
    });
    const large = JSON.stringify({ token, ...badWords, text: 'x'.repeat(2 * 1024 * 1024) });
    expect(await refused(() => post('/v1/ratings', large))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    const form: Call = {
      method: 'POST',
      path: '/v1/ratings',
      body: 'level=5',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    expect(await refused(() => loop.client.send(form))).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  it.each([
    ['GBK', {}, 400, 'not_utf8'],
    [
      'GBK with its name',
      { 'content-type': 'application/json; charset=gbk' },
      415,
      'charset_not_taken',
    ],
    ['a compressed body', { 'content-encoding': 'gzip' }, 415, 'content_encoding_not_taken'],
  ])('names %s, whatever the gateway makes of its bytes', async (_name, headers, status, code) => {
    const good = Buffer.from([0xba, 0xc3]);
    const facts = { token, ...badWords, text: '好' };
    const [before = '', after = ''] = JSON.stringify(facts).split('好');
    const body = Buffer.concat([Buffer.from(before), good, Buffer.from(after)]);
    const call: Call = { method: 'POST', path: '/v1/ratings', body, headers };
    expect(await refused(() => loop.client.send(call))).toMatchObject({ status, code });
  });

  it('never echoes what was sent', async () => {
    const { status, body } = await calls.rate(token, { level: '张三的电话13800000001' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain('13800000001');
  });
});

describe('a case event that is refused', () => {
  it('names the wrong check digit by its path and stores the other events', async () => {
    const at = new Date(loop.clock.now()).toISOString();
    const good = acceptedEvent({ projectNo: nextProjectNo(), at });
    const wrong = structuredClone(acceptedEvent({ projectNo: nextProjectNo(), at }));
    wrong.header!.department.creditCode = wrong.header!.department.creditCode.replace(/.$/, (c) =>
      c === '0' ? '1' : '0',
    );
    const { body } = await integrator.post<object>('/v1/cases', { events: [wrong, good] });
    expect(body).toMatchObject({
      stored: 1,
      refused: 1,
      items: [
        {
          outcome: 'refused',
          problem: {
            code: 'invalid_input',
            errors: [{ path: '/header/department/creditCode', problem: 'wrong_check_digit' }],
          },
        },
        { outcome: 'stored' },
      ],
    });
  });
});

const caseCall = (): Call => ({
  method: 'POST',
  path: '/v1/cases',
  body: JSON.stringify({
    events: [
      acceptedEvent({
        projectNo: nextProjectNo(),
        at: new Date(loop.clock.now()).toISOString(),
      }),
    ],
  }),
});

describe('a signed call that is refused', () => {
  it('says why: no signature, unknown key, wrong secret, other bytes, old date, replay', async () => {
    expect(await refused(() => loop.client.send(caseCall()))).toMatchObject({
      status: 401,
      code: 'signature_missing',
    });
    const unknown = await loop.client.sign({ ...key, accessKey: 'AKnobody' }, caseCall());
    expect(await refused(() => loop.client.send(unknown))).toMatchObject({
      code: 'access_key_unknown',
    });
    const wrong = await loop.client.sign({ ...key, secret: 'guess' }, caseCall());
    expect(await refused(() => loop.client.send(wrong))).toMatchObject({
      code: 'signature_invalid',
    });
    const signed = await loop.client.sign(key, caseCall());
    expect(
      await refused(() => loop.client.send({ ...signed, body: `${String(signed.body)} ` })),
    ).toMatchObject({ code: 'digest_mismatch' });
    loop.clock.advance(91_000);
    expect(await refused(() => loop.client.send(signed))).toMatchObject({ code: 'clock_skew' });
    const fresh = await loop.client.sign(key, caseCall());
    expect((await loop.client.send(fresh)).status).toBe(200);
    expect(await refused(() => loop.client.send(fresh))).toMatchObject({ code: 'replayed' });
  });

  it('refuses a revoked integrator', async () => {
    const other = await loop.integrator();
    const admin = await loop.staff('sysadmin');
    await admin.delete(`/v1/integrators/${other.key.accessKey}`);
    expect(await refused(() => other.calls.post('/v1/cases', { events: [{}] }))).toMatchObject({
      status: 401,
      code: 'access_key_unknown',
    });
  });
});
