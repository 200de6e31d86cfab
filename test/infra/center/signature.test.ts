import { randomBytes } from 'node:crypto';

import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { centerGatewayPath } from '../../../infra/local/system/center/center.ts';
import { smEnvelope } from '../../../shared/http/exchange/sm-envelope.ts';
import type { SmKeys } from '../../../shared/http/exchange/sm-envelope.ts';
import { signatureHeaders, signedHeaders } from '../../../shared/http/signature.ts';
import { at } from '../../fake/clock.ts';
import { monday, startCenter } from './center-instance.ts';
import type { CenterAccess, CenterInstance, Said } from './center-instance.ts';
import { caseRecords, paths } from './center-records.ts';

let center: CenterInstance;
let access: CenterAccess;
beforeAll(async () => {
  center = await startCenter();
  access = await center.access();
});
afterAll(() => center.remove());

const outcomeOf = async (answer: Response): Promise<string> => {
  const { code, message } = (await answer.json()) as Said;
  return `${answer.status} ${code} ${message}`;
};

const headersOf = (facts: { method?: string; path?: string; skewMs?: number; secret?: string }) =>
  signedHeaders(
    {
      method: facts.method ?? 'POST',
      path: centerGatewayPath + (facts.path ?? paths.service),
      at: new Date(monday + (facts.skewMs ?? 0)),
    },
    { accessKey: access.accessKey, secret: facts.secret ?? access.secret },
  );

const toldByHmac = async (headers: Record<string, string>): Promise<string> => {
  const body = JSON.stringify(caseRecords().service());
  return outcomeOf(await center.post(paths.service, { headers, body }));
};

describe('the gateway’s own scheme', () => {
  it('lets the city in', async () => {
    expect(await toldByHmac(headersOf({}))).toBe('200 0000 成功');
  });

  it.each([
    [-90_000, '200 0000 成功'],
    [90_000, '200 0000 成功'],
    [-91_000, '401 401 Clock skew exceeded'],
    [91_000, '401 401 Clock skew exceeded'],
  ])('allows clocks to differ by 90 seconds: %i ms', async (skewMs, outcome) => {
    expect(await toldByHmac(headersOf({ skewMs }))).toBe(outcome);
  });

  it.each([
    ['another path', { path: paths.finish }],
    ['another method', { method: 'PUT' }],
    ['another secret', { secret: 'guessed' }],
  ])('lets nobody in with a signature of %s', async (_name, facts) => {
    expect(await toldByHmac(headersOf(facts))).toBe('401 401 Invalid signature');
  });

  it('lets nobody in under another key, by another algorithm or without a date', async () => {
    const right = headersOf({});
    const stranger = { ...right, [signatureHeaders.accessKey]: 'AKother' };
    expect(await toldByHmac(stranger)).toBe('401 401 Invalid access key');
    const other = { ...right, [signatureHeaders.algorithm]: 'hmac-sha1' };
    expect(await toldByHmac(other)).toBe('401 401 Invalid signature');
    expect(await toldByHmac({ ...right, [signatureHeaders.date]: 'soon' })).toContain('Clock skew');
    expect(await toldByHmac({})).toBe('401 401 Invalid access key');
    const { problems } = await center.view<{ problems: { code: string }[] }>('?problems');
    expect(problems.filter(({ code }) => code === '401').length).toBeGreaterThan(5);
  });
});

const keysOf = (more: Partial<SmKeys> = {}): SmKeys => ({
  appMark: access.accessKey,
  appWord: access.secret,
  ...access.sm,
  ...more,
});

const toldBySm = async (keys: SmKeys, when = '2026-11-16T10:00:00+08:00', spoil = {}) => {
  const body = JSON.stringify(caseRecords().service());
  const envelope = smEnvelope(body, keys, { at: at(when), iv: randomBytes(16) });
  const sent = JSON.stringify({ ...envelope, ...spoil });
  return outcomeOf(await center.post(paths.service, { body: sent }));
};

describe('the SM scheme', () => {
  it('lets the city in, and reads what is in the envelope', async () => {
    expect(await toldBySm(keysOf())).toBe('200 0000 成功');
    expect(await toldBySm(keysOf(), '2026-11-16T10:01:30+08:00')).toBe('200 0000 成功');
  });

  it('lets nobody else in', async () => {
    const other = sm2.generateKeyPairHex().privateKey;
    expect(await toldBySm(keysOf({ sm2PrivateKey: other }))).toBe('401 401 Invalid signature');
    expect(await toldBySm(keysOf({ appWord: 'guessed' }))).toBe('401 401 Invalid signature');
    expect(await toldBySm(keysOf({ appMark: 'other' }))).toBe('401 401 Invalid appMark');
    const late = '2026-11-16T09:58:29+08:00';
    expect(await toldBySm(keysOf(), late)).toBe('401 401 Clock skew exceeded');
    for (const spoil of [
      { sign: 'no signature' },
      { data: '00'.repeat(48) },
      { time: '20261116100001' },
    ]) {
      expect(await toldBySm(keysOf(), undefined, spoil)).toBe('401 401 Invalid signature');
    }
  });

  it('cannot read what was closed with another key', async () => {
    const outcome = await toldBySm(keysOf({ sm4Key: randomBytes(16).toString('hex') }));
    expect(outcome).toContain('1004');
  });
});
