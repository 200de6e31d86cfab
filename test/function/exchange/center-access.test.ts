import '../../support/silent-logs.ts';
import { sm2 } from 'sm-crypto-v2';
import { beforeEach, describe, expect, it } from 'vitest';

import { readCenterAccess } from '../../../shared/http/exchange/center-access.ts';
import { centerGateway } from '../../../shared/http/exchange/center-gateway.ts';
import { decryptSmEnvelope } from '../../../shared/http/exchange/sm-envelope.ts';
import type { SmEnvelope } from '../../../shared/http/exchange/sm-envelope.ts';
import { isSignature, signatureHeaders } from '../../../shared/http/signature.ts';
import { fakeHttpOut } from '../../fake/http-out.ts';
import type { FakeHttpOut } from '../../fake/http-out.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { approvalOf, confirm, confirmReply } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const url = 'https://center.example.cn/base';
const hmac = { scheme: 'hmac', accessKey: 'ZJ1', secret: 's3cret' };
const { privateKey, publicKey } = sm2.generateKeyPairHex();
const sm4Key = '0123456789abcdeffedcba9876543210';
const sm = { ...hmac, scheme: 'sm', sm4Key, sm2PrivateKey: privateKey };

let stores: FakeStores;
let world: World;
let http: FakeHttpOut;

beforeEach(() => {
  stores = fakeStores();
  world = worldOver(stores);
  http = fakeHttpOut();
});

const propose = (body: object) => world.call('PUT /v1/center', { as: people.admin, body });

const set = async (body: object) => confirmReply(world, await propose(body));

const show = (as: Person = people.admin) => world.call('GET /v1/center', { as });

const send = (to = url) => {
  const access = readCenterAccess(stores.center, stores.keys);
  const gateway = centerGateway({ url: to, now: world.clock.now, http, access });
  return gateway.send('rating', { projectNo: '1', userName: '测试甲' });
};

describe('the access to the center', () => {
  it('shows scheme and key and never a secret, sealed or open', async () => {
    expect(bodyOf(await show())).toMatchObject({ exchange: 'on', access: null });
    for (const body of [hmac, sm]) {
      const proposed = await propose(body);
      const done = await confirmReply(world, proposed);
      const { scheme } = body;
      expect(bodyOf(done)).toMatchObject({ result: { scheme, accessKey: 'ZJ1' } });
      const answer = await show();
      const [setBy, confirmedBy] = [people.admin.id, people.secondAdmin.id];
      expect(bodyOf(answer)).toMatchObject({
        access: { scheme, accessKey: 'ZJ1', setBy, confirmedBy },
      });
      const as = people.admin;
      const approvals = await world.call('GET /v1/approvals', { as, query: { state: 'ended' } });
      const kept = [
        await stores.center.access(),
        await stores.approvals.find(approvalOf(proposed)),
      ];
      const shown = JSON.stringify([proposed, done, answer, approvals, kept]);
      for (const secret of ['s3cret', sm4Key, privateKey]) expect(shown).not.toContain(secret);
    }
  });

  it.each([
    ['without a secret', { scheme: 'hmac', accessKey: 'a' }],
    ['of an unknown scheme', { ...hmac, scheme: 'plain' }],
    ['with keys that belong to the other scheme', { ...hmac, sm4Key }],
    ['with a key of the wrong length', { ...sm, sm4Key: 'ff' }],
    ['with a number that signs nothing', { ...sm, sm2PrivateKey: '0'.repeat(64) }],
    ['with a number beyond the curve', { ...sm, sm2PrivateKey: 'f'.repeat(64) }],
    ['with a key that no header carries', { ...hmac, accessKey: 'ZJ\n1' }],
  ])('is not taken %s', async (_name, body) => {
    expect(outcomeOf(await propose(body))).toBe('400 invalid_input');
    expect(stores.memory.writes()).toBe(0);
  });

  it('is for administrators of the city, and for no others', async () => {
    const inCounty: Person = { ...people.admin, area: '330602' };
    for (const [as, outcome] of [
      [people.supervisor, '403 role_missing'],
      [inCounty, '404 out_of_scope'],
    ] as const) {
      const put = await world.call('PUT /v1/center', { as, body: hmac });
      expect([await show(as), put].map(outcomeOf)).toEqual([outcome, outcome]);
    }
    const id = approvalOf(await propose(hmac));
    const second: Person = { ...people.secondAdmin, area: '330602' };
    expect(outcomeOf(await confirm(world, id, second))).toBe('404 approval_unknown');
    expect(await stores.center.access()).toBeUndefined();
  });

  it('is not changed by one person alone', async () => {
    const proposed = await propose(hmac);
    expect(outcomeOf(proposed)).toBe('202');
    const own = await confirm(world, approvalOf(proposed), people.admin);
    expect(outcomeOf(own)).toBe('403 same_person');
    expect(bodyOf(await show())).toMatchObject({ access: null });
    expect(await send()).toMatchObject({ state: 'unclear', why: 'off' });
  });

  it('is replaced by two persons, and the one in use stays until then', async () => {
    await set(hmac);
    const proposed = await propose({ ...hmac, accessKey: 'ZJ2' });
    expect(bodyOf(await show())).toMatchObject({ access: { accessKey: 'ZJ1' } });
    await confirmReply(world, proposed);
    expect(bodyOf(await show())).toMatchObject({ access: { accessKey: 'ZJ2' } });
    await confirmReply(world, proposed);
    expect(await stores.center.access()).toMatchObject({ accessKey: 'ZJ2', version: 2 });
  });

  it('is not replaced by a proposal that was made before another was confirmed', async () => {
    const early = await propose({ ...hmac, accessKey: 'ZJ0' });
    const view = await world.call('GET /v1/approvals/{id}', {
      as: people.secondAdmin,
      path: { id: approvalOf(early) },
    });
    expect(bodyOf(view)).toMatchObject({ about: { accessKey: 'ZJ0', after: 0 } });
    await set(hmac);
    expect(outcomeOf(await confirmReply(world, early))).toBe('409 approval_superseded');
    expect(await stores.center.access()).toMatchObject({ accessKey: 'ZJ1', version: 1 });
  });

  it('begins anew with a new key, whatever failed under the old one', async () => {
    const since = world.clock.now();
    await stores.center.saveHealth({ failures: 9, since, openUntil: since, version: 1 });
    await set(hmac);
    expect(bodyOf(await show())).toMatchObject({ center: { state: 'answering' } });
  });
});

describe('the way to the center', () => {
  it('is off without an address or without access, and then nothing is sent', async () => {
    expect(await send()).toMatchObject({ state: 'unclear', why: 'off' });
    await set(hmac);
    expect(await send('')).toMatchObject({ state: 'unclear', why: 'off' });
    expect(http.posts).toEqual([]);
  });

  it('signs like the gateway asks: method, path, key and time, and not the body', async () => {
    await set(hmac);
    await send();
    const [post] = http.posts;
    expect(post?.url).toBe(`${url}/evaluation/report`);
    const headers = post?.headers ?? {};
    expect(headers[signatureHeaders.contentDigest]).toBeUndefined();
    const parts = {
      method: 'POST',
      path: '/base/evaluation/report',
      query: '',
      accessKey: 'ZJ1',
      date: headers[signatureHeaders.date] ?? '',
    };
    expect(parts.date).toBe('Fri, 20 Nov 2026 01:30:00 GMT');
    expect(isSignature(headers[signatureHeaders.signature] ?? '', parts, 's3cret')).toBe(true);
    expect(JSON.parse(post?.body ?? '')).toEqual({ projectNo: '1', userName: '测试甲' });
  });

  it('seals the body in an envelope where the center asks for the national algorithms', async () => {
    await set(sm);
    await send();
    await send();
    const [one, two] = http.posts.map(({ body }) => JSON.parse(body) as SmEnvelope);
    expect(one).toMatchObject({ appMark: 'ZJ1', time: '20261120093000' });
    expect(one?.data).not.toBe(two?.data);
    const opened = decryptSmEnvelope(one!, { appWord: 's3cret', sm4Key, sm2PublicKey: publicKey });
    expect(JSON.parse(opened ?? '')).toEqual({ projectNo: '1', userName: '测试甲' });
  });

  it('takes silence for silence', async () => {
    await set(hmac);
    http.answers.push(undefined, { status: 502, body: 'bad gateway' });
    expect(await send()).toMatchObject({ state: 'unclear', why: 'no_answer' });
    expect(await send()).toMatchObject({ state: 'unclear', why: 'center_fault' });
  });
});
