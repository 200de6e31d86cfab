import { describe, expect, it } from 'vitest';

import { readGatewayKey } from '../../../functions/message/gateway-key.ts';
import type { CenterAnswer } from '../../../shared/domain/exchange/center-answer.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import { provinceMessages } from '../../../shared/http/message/province-messages.ts';
import { smsGateway } from '../../../shared/http/message/sms-gateway.ts';
import { contentDigest, isSignature, signatureHeaders } from '../../../shared/http/signature.ts';
import type { Integrator } from '../../../shared/port/access/integrator-store.ts';
import type { OutgoingMessage } from '../../../shared/port/message/publisher.ts';
import { sampleIntegrator } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { fakeHttpOut } from '../../fake/http-out.ts';
import { fakeStores } from '../../fake/stores.ts';

const message: OutgoingMessage = {
  requestId: 'receipt.330602261120000000017-1.1',
  kind: 'receipt',
  mobile: '13800000001',
  text: '您的评价已提交',
  values: {
    matter: '食品经营许可',
    department: '越城区测试局',
    date: '12月1日',
    link: 'https://x',
  },
};

const key = { accessKey: 'AKsms', secret: 'geheim' };
const url = 'https://sms.example.cn/v2/send';
const now = () => at('2026-11-20T09:30:00+08:00');

describe('the gateway of text messages', () => {
  it('gets each message signed with its key, under one id', async () => {
    const http = fakeHttpOut();
    const gateway = smsGateway({ url, now, http, key: async () => key });
    expect(await gateway.publish(message)).toBe('accepted');
    const [post] = http.posts;
    const { requestId, mobile, text } = message;
    expect(JSON.parse(post!.body)).toEqual({ requestId, mobile, text });
    expect(post?.headers['idempotency-key']).toBe(requestId);
    const parts = {
      method: 'POST',
      path: '/v2/send',
      query: '',
      accessKey: key.accessKey,
      date: post!.headers[signatureHeaders.date]!,
      contentDigest: contentDigest(post!.body),
    };
    const signature = post!.headers[signatureHeaders.signature]!;
    expect(isSignature(signature, parts, key.secret)).toBe(true);
  });

  it.each([
    [200, 'accepted'],
    [202, 'accepted'],
    [302, 'no_answer'],
    [400, 'refused'],
    [401, 'no_answer'],
    [422, 'refused'],
    [429, 'no_answer'],
    [500, 'no_answer'],
  ] as const)('that answers %i: %s', async (status, outcome) => {
    const http = fakeHttpOut();
    http.answers.push({ status, body: '' });
    const gateway = smsGateway({ url, now, http, key: async () => key });
    expect(await gateway.publish(message)).toBe(outcome);
  });

  it('gets nothing without a key, and its silence is no refusal', async () => {
    const http = fakeHttpOut();
    const none = smsGateway({ url, now, http, key: async () => undefined });
    expect(await none.publish(message)).toBe('no_answer');
    expect(http.posts).toEqual([]);
    http.answers.push(undefined);
    const silent = smsGateway({ url, now, http, key: async () => key });
    expect(await silent.publish(message)).toBe('no_answer');
  });

  it('has the key that is active and has the right', async () => {
    const { integrators, keys } = fakeStores();
    const read = readGatewayKey({ integrators, keys });
    await integrators.admit(sampleIntegrator({ may: ['cases'] }));
    expect(await read()).toBeUndefined();
    const { accessKey } = sampleIntegrator();
    const sealedSecret = await keys.encrypt('geheim', `integrator/${accessKey}`);
    await integrators.admit(sampleIntegrator({ accessKey, may: ['messages'], sealedSecret }));
    expect(await read()).toEqual({ accessKey, secret: 'geheim' });
    await integrators.revoke(accessKey, { by: 'u1', at: now() });
    expect(await read()).toBeUndefined();
  });

  it('keeps its key when another one is admitted, whatever its name and place', async () => {
    const { integrators, keys } = fakeStores();
    const admit = async (accessKey: string, more: Partial<Integrator>) => {
      const sealedSecret = await keys.encrypt(`SK${accessKey}`, `integrator/${accessKey}`);
      await integrators.admit(
        sampleIntegrator({ accessKey, may: ['messages'], sealedSecret, ...more }),
      );
    };
    const { scope } = sampleIntegrator();
    const noon = at('2026-11-20T12:00:00+08:00');
    await admit('AKcounty', { name: '!', scope: { ...scope, areas: ['330602'] }, at: now() });
    await admit('AKother', { name: '!!', at: fromEpoch(toEpoch(noon) + 1) });
    for (let index = 0; index < 120; index += 1) {
      await integrators.admit(sampleIntegrator({ name: '#' }));
    }
    await admit('AKfirst', { name: '短信网关', at: noon });
    const read = readGatewayKey({ integrators, keys });
    expect(await read()).toEqual({ accessKey: 'AKfirst', secret: 'SKAKfirst' });
    await integrators.revoke('AKfirst', { by: 'u1', at: noon });
    expect((await read())?.accessKey).toBe('AKother');
    await integrators.revoke('AKother', { by: 'u1', at: noon });
    expect(await read()).toBeUndefined();
  });
});

describe('the province', () => {
  const said: readonly (readonly [CenterAnswer, string])[] = [
    [{ state: 'accepted', code: '0000', message: '' }, 'accepted'],
    [{ state: 'duplicate', code: '0001', message: '' }, 'accepted'],
    [{ state: 'rejected', code: '1004', message: '' }, 'refused'],
    [{ state: 'unclear', why: 'no_answer', message: '' }, 'no_answer'],
    [{ state: 'unclear', why: 'off', message: '' }, 'no_answer'],
  ];

  it.each(said)('that says %j: %s', async (answer, outcome) => {
    const sent: unknown[] = [];
    const gateway = {
      send: async (...call: readonly unknown[]) => {
        sent.push(call);
        return answer;
      },
    };
    expect(await provinceMessages(gateway).publish(message)).toBe(outcome);
    const { kind, mobile, values, requestId } = message;
    const body = { serviceCode: kind, toUserId: mobile, templateArgs: values, requestId };
    expect(sent).toEqual([['message', body]]);
  });
});
