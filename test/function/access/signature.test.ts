import { createHash, createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  contentDigest,
  sign,
  signedHeaders,
  stringToSign,
} from '../../../shared/http/signature.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const body = { events: [acceptedEvent({ projectNo, at: fridayMorning })] };
  const before = world.stores.memory.writes();
  return { world, key, projectNo, body, written: () => world.stores.memory.writes() - before };
};

describe('the string to sign', () => {
  const parts = {
    method: 'get',
    path: '/v1/cases/330602261120000000017',
    query: 'b=2&a=1&a=0',
    accessKey: 'AK1',
    date: 'Fri, 20 Nov 2026 01:30:00 GMT',
  };

  it('has the lines of the provincial gateway, the query sorted', () => {
    expect(stringToSign(parts)).toBe(
      'GET\n/v1/cases/330602261120000000017\na=0&a=1&b=2\nAK1\nFri, 20 Nov 2026 01:30:00 GMT\n',
    );
  });

  it('adds a line for a digest and one for a nonce', () => {
    const digest = contentDigest('{}');
    const hash = createHash('sha256').update('{}').digest('base64');
    expect(digest).toBe(`sha-256=:${hash}:`);
    expect(stringToSign({ ...parts, contentDigest: digest, nonce: 'n1' })).toBe(
      `${stringToSign(parts)}${digest}\nn1\n`,
    );
  });

  it('is signed with HMAC-SHA256 in Base64', () => {
    const expected = createHmac('sha256', 's').update(stringToSign(parts)).digest('base64');
    expect(sign(parts, 's')).toBe(expected);
  });
});

describe('a signed call', () => {
  it.each([
    [90_000, '200'],
    [-90_000, '200'],
    [91_000, '401 clock_skew'],
    [-91_000, '401 clock_skew'],
  ])('from a clock %d ms off is answered %s', async (skewMs, outcome) => {
    const { world, key, body, written } = await setUp();
    const reply = await world.call('POST /v1/cases', { by: key, body, skewMs });
    expect(outcomeOf(reply)).toBe(outcome);
    expect(written() > 0).toBe(outcome === '200');
  });

  it('with a date that is none is refused as a wrong clock', async () => {
    const { world, key, body } = await setUp();
    const headers = { 'x-bg-date-time': 'yesterday' };
    const reply = await world.call('POST /v1/cases', { by: key, body, headers });
    expect(outcomeOf(reply)).toBe('401 clock_skew');
  });

  it.each([
    'x-bg-hmac-access-key',
    'x-bg-hmac-algorithm',
    'x-bg-hmac-signature',
    'x-bg-date-time',
    'content-digest',
  ])('without %s is told which header is missing', async (name) => {
    const { world, key, body, written } = await setUp();
    const reply = await world.call('POST /v1/cases', { by: key, body, headers: { [name]: '' } });
    expect(outcomeOf(reply)).toBe('401 signature_missing');
    expect(JSON.stringify(reply.body)).toContain(name);
    expect(written()).toBe(0);
  });

  it('over another body is refused, and with it every changed byte', async () => {
    const { world, key, body, written } = await setUp();
    const other = contentDigest(`${JSON.stringify(body)} `);
    const reply = await world.call('POST /v1/cases', {
      by: key,
      body,
      headers: { 'content-digest': other },
    });
    expect(outcomeOf(reply)).toBe('401 signature_invalid');
    expect(written()).toBe(0);
  });

  it('whose signed digest is not that of the bytes is refused as such', async () => {
    const { world, key, projectNo, body, written } = await setUp();
    const signed = JSON.stringify({ events: [] });
    const date = new Date(fridayMorning).toUTCString();
    const digest = contentDigest(signed);
    const signature = sign(
      {
        method: 'POST',
        path: '/v1/cases',
        query: '',
        accessKey: key.accessKey,
        date,
        contentDigest: digest,
      },
      key.secret,
    );
    const reply = await world.call('POST /v1/cases', {
      by: key,
      body,
      headers: { 'content-digest': digest, 'x-bg-hmac-signature': signature },
    });
    expect(outcomeOf(reply)).toBe('401 digest_mismatch');
    expect(await world.stores.cases.find(projectNo)).toBeUndefined();
    expect(written()).toBe(0);
  });

  it.each<[string, { query?: string; path?: string; method?: string; secret?: string }]>([
    ['the query', { query: 'a=2' }],
    ['the path', { path: '/v1/cases/330602261120000000018' }],
    ['the method', { method: 'DELETE' }],
    ['the secret', { secret: 'another' }],
  ])('is refused when %s is not what was signed', async (_name, { secret, ...signed }) => {
    const { world, key } = await setUp();
    const projectNo = await world.acceptedCase(key);
    const path = `/v1/cases/${projectNo}`;
    const call = { method: 'GET', path, query: 'a=1', at: new Date(fridayMorning) };
    const read = async (headers: Record<string, string>) =>
      outcomeOf(
        await world.call('GET /v1/cases/{projectNo}', {
          path: { projectNo },
          query: { a: '1' },
          headers,
        }),
      );
    expect(await read(signedHeaders(call, key))).toBe('200');
    const other = { ...key, secret: secret ?? key.secret };
    expect(await read(signedHeaders({ ...call, ...signed }, other))).toBe('401 signature_invalid');
  });

  it('is refused when it comes a second time, unless a nonce makes it another', async () => {
    const { world, key, body, written } = await setUp();
    const first = await world.call('POST /v1/cases', { by: key, body });
    const replay = await world.call('POST /v1/cases', { by: key, body });
    const repeat = await world.call('POST /v1/cases', { by: key, body, nonce: 'second' });
    expect([first, replay, repeat].map(outcomeOf)).toEqual(['200', '401 replayed', '200']);
    expect(repeat.body).toMatchObject({ stored: 0, repeats: 1 });
    expect(written()).toBe(1);
    const { detail } = bodyOf<{ detail: string }>(replay);
    expect(detail).toContain('以新的时间或新的 X-BG-NONCE 重新签名');
  });

  it.each([
    ['GBK', 'application/json', '400 not_utf8'],
    ['GBK with its name', 'application/json; charset=gbk', '415 charset_not_taken'],
  ])('over %s is told so, not that its digest is wrong', async (_name, type, outcome) => {
    const { world, key, written } = await setUp();
    const file = Buffer.concat([Buffer.from('{"events":["'), Buffer.from([0xba, 0xc3])]);
    const sent = { file, arrivesAs: file.toString('utf8'), headers: { 'content-type': type } };
    const reply = await world.call('POST /v1/cases', { by: key, ...sent });
    expect(outcomeOf(reply)).toBe(outcome);
    expect(written()).toBe(0);
  });

  it('lets exactly one of many identical calls at once through', async () => {
    const { world, key, body } = await setUp();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => world.call('POST /v1/cases', { by: key, body })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(world.stores.memory.count('case')).toBe(1);
  });

  it('may read twice with one signature', async () => {
    const { world, key } = await setUp();
    const projectNo = await world.acceptedCase(key);
    const read = async () =>
      outcomeOf(await world.call('GET /v1/cases/{projectNo}', { by: key, path: { projectNo } }));
    expect([await read(), await read()]).toEqual(['200', '200']);
  });

  it('of an unknown key, or of a revoked one, is refused', async () => {
    const { world, key, body, written } = await setUp();
    const stranger = { accessKey: 'AKnobody', secret: key.secret };
    const unknown = await world.call('POST /v1/cases', { by: stranger, body });
    expect(outcomeOf(unknown)).toBe('401 access_key_unknown');
    const revoke = () =>
      world.call('DELETE /v1/integrators/{accessKey}', {
        as: people.admin,
        path: { accessKey: key.accessKey },
      });
    expect([outcomeOf(await revoke()), outcomeOf(await revoke())]).toEqual(['200', '200']);
    const after = written();
    const reply = await world.call('POST /v1/cases', { by: key, body });
    expect(outcomeOf(reply)).toBe('401 access_key_unknown');
    expect(written()).toBe(after);
  });

  it('needs the right for what it asks', async () => {
    const world = newWorld();
    const reporter = await world.integrator(['cases']);
    const inviter = await world.integrator(['invitations'], {}, reporter.accessKey);
    const projectNo = await world.acceptedCase(reporter);
    const body = { projectNo, serviceNumber: 1, channel: 'qr' };
    const asked = async (by: typeof reporter) =>
      outcomeOf(await world.call('POST /v1/invitations', { by, body }));
    expect(await asked(reporter)).toBe('403 not_permitted');
    expect(await asked(inviter)).toBe('201');
    const events = { events: [acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning })] };
    const report = await world.call('POST /v1/cases', { by: inviter, body: events });
    expect(outcomeOf(report)).toBe('403 not_permitted');
  });
});
