import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Caller, SigningKey } from '../../infra/local/client/loop-client.ts';
import { claimCodeOf } from '../../shared/http/pad/claim-check.ts';
import { callsOf } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';
import { registerPad } from '../support/registered-pad.ts';

interface Current {
  readonly contact: { readonly token: string; readonly projectNo: string } | null;
}

interface Collected {
  readonly stored: { sequence: number }[];
  readonly repeats: { sequence: number }[];
  readonly refused: { sequence: number | null; code: string }[];
  readonly missing: [number, number][];
  readonly highest: number;
}

let loop: Loop;
let calls: Calls;

beforeAll(async () => {
  loop = await startLoop();
  calls = callsOf(loop, (await loop.integrator()).calls);
});

afterAll(async () => {
  await loop?.stop();
});

const enrolledPad = async (hall: string, window: string) => {
  const admin = await loop.staff('halladmin-yuecheng');
  const { padId: id, code } = await registerPad(loop, { hall, window });
  const enrolled = await loop.client
    .open()
    .post<{ padId: string; number: number; key: string }>('/v1/pads/enrol', { code });
  expect(enrolled.status).toBe(201);
  const key: SigningKey = { accessKey: enrolled.body.padId, secret: enrolled.body.key };
  const codeOf = (sequence: number): string =>
    claimCodeOf({ padNumber: enrolled.body.number, sequence }, key.secret);
  return { admin, code, id, key, calls: loop.client.signed(key), codeOf };
};

/** A case at the window, and the token that the pad there gets for it. */
const served = async (pad: Caller, hall: string, window: string): Promise<string> => {
  const projectNo = await calls.acceptedCase({ hall, window });
  const { body } = await pad.get<Current>('/v1/pads/me/current');
  expect(body.contact).toMatchObject({ projectNo });
  loop.clock.advance(60_000);
  return body.contact!.token;
};

describe('a hall pad', () => {
  it('rates what is at its window, keeps its numbers, is told of gaps', async () => {
    const [hall, window] = ['330602-H1', 'A01'];
    const { calls: pad, code, codeOf } = await enrolledPad(hall, window);
    const claim = (clientRef: string) =>
      loop.client
        .open()
        .post<{ receipt: string }>('/v1/receipts/claim', { code: codeOf(4), clientRef });
    const used = await loop.client.open().post<{ code: string }>('/v1/pads/enrol', { code });
    expect(used).toMatchObject({ status: 410, body: { code: 'enrolment_code_invalid' } });
    const empty = await pad.get<Current>('/v1/pads/me/current');
    expect(empty.body.contact).toBeNull();

    const tokens = [await served(pad, hall, window), await served(pad, hall, window)];
    const good = { sequence: 1, token: tokens[0], level: 'very_satisfied', tags: ['517'] };
    const bad = { sequence: 4, token: tokens[1], level: 'dissatisfied', tags: ['214'] };
    const wrong = { sequence: 5, token: tokens[1], level: 'dissatisfied', tags: ['517'] };
    // The pad was off for ten days; its pending ratings do not expire.
    loop.clock.advance(10 * 24 * 60 * 60 * 1000);
    expect(await claim(pageOf('a phone'))).toMatchObject({ body: { arrived: false } });
    const first = await pad.post<Collected>('/v1/pads/me/ratings', {
      ratings: [good, bad, wrong],
    });
    expect(first.body).toMatchObject({
      stored: [{ sequence: 1 }, { sequence: 4 }],
      repeats: [],
      refused: [{ sequence: 5, code: 'indicator_of_other_level' }],
      missing: [[2, 3]],
      highest: 5,
    });
    const again = await pad.post<Collected>('/v1/pads/me/ratings', { ratings: [good, bad] });
    expect(again.body.repeats).toEqual(first.body.stored);
    const beat = await pad.post<object>('/v1/pads/me/heartbeat', { waiting: 2 });
    expect(beat.body).toMatchObject({ missing: [[2, 3]] });
    expect(await claim(pageOf('another phone'))).toMatchObject({ status: 404 });
    const { receipt } = (await claim(pageOf('a phone'))).body;
    const { body: seen } = await loop.client.open().get<object>(`/v1/receipts/${receipt}`);
    expect(seen).toMatchObject({ rating: { channel: 'pad', proof: 'pad' }, ticket: { round: 1 } });
  });

  it('cannot use the token of another pad, and nothing after it is revoked', async () => {
    const one = await enrolledPad('330602-H1', 'B01');
    const other = await enrolledPad('330602-H1', 'B02');
    const token = await served(one.calls, '330602-H1', 'B01');
    const rating = { sequence: 1, token, level: 'satisfied' };
    const answer = await other.calls.post<Collected>('/v1/pads/me/ratings', { ratings: [rating] });
    expect(answer.body.refused).toMatchObject([{ sequence: 1, code: 'token_of_other_channel' }]);
    const online = await loop.client
      .open()
      .post<object>('/v1/ratings', { token, clientRef: pageOf(token), level: 'satisfied' });
    expect(online).toMatchObject({ status: 409, body: { code: 'token_of_other_channel' } });
    await one.admin.delete(`/v1/pads/${one.id}`);
    const locked = await one.calls.get<object>('/v1/pads/me/current');
    expect(locked).toMatchObject({ status: 403, body: { code: 'pad_revoked' } });
  });

  it('is sent what it shows again only once that changed', async () => {
    const { key, calls: pad } = await enrolledPad('330602-H1', 'C02');
    const ask = async (tag: string) => {
      const headers = { 'if-none-match': tag, 'accept-encoding': 'br' };
      const call = { method: 'GET', path: '/v1/pads/me/current', headers } as const;
      return loop.client.send(await loop.client.sign(key, call));
    };
    const { headers } = await pad.get('/v1/pads/me/current');
    const tag = headers.get('etag') ?? '';
    const unchanged = await ask(tag);
    expect(unchanged).toMatchObject({ status: 304, body: '' });
    expect(unchanged.headers.get('etag')).toBe(tag);
    await calls.acceptedCase({ hall: '330602-H1', window: 'C02' });
    expect(await ask(tag)).toMatchObject({ status: 200, body: { contact: {} } });
    const { body } = await pad.get('/v1/pads/me');
    const publicUrl = expect.stringMatching(/^https?:/);
    expect(body).toMatchObject({ padId: key.accessKey, window: { code: 'C02' }, publicUrl });
  });

  it('shows a contact to the next resident no longer than it may', async () => {
    const pad = await enrolledPad('330602-H1', 'C01');
    await calls.acceptedCase({ hall: '330602-H1', window: 'C01' });
    loop.clock.advance(31 * 60_000);
    const { body } = await pad.calls.get<Current>('/v1/pads/me/current');
    expect(body.contact).toBeNull();
  });
});

describe('a rating that staff write down', () => {
  it.each([
    ['hotline', 'hotline-1', 'hotline-2'],
    ['paper', 'clerk-yuecheng-1', 'clerk-yuecheng-2'],
  ])('on %s counts after a second person has compared it', async (channel, writer, checker) => {
    const projectNo = await calls.acceptedCase();
    const entry = {
      projectNo,
      serviceNumber: 1,
      channel,
      record: `${channel}-2026-0001`,
      level: 'dissatisfied',
      tags: ['214'],
      text: '电话一直没人接',
    };
    const first = await loop.staff(writer);
    const entered = await first.post<{ id: string }>('/v1/entries', entry);
    expect(entered).toMatchObject({ status: 202, body: { state: 'awaiting' } });
    const path = `/v1/entries/${entered.body.id}/confirm`;
    expect(await first.post(path, {})).toMatchObject({
      status: 403,
      body: { code: 'same_person' },
    });
    expect((await calls.ticketOf(projectNo)).status).toBe(404);

    const second = await loop.staff(checker);
    const waiting = await second.get<{ entries: { id: string; text: string }[] }>(
      '/v1/entries?area=330602',
    );
    expect(waiting.body.entries.find(({ id }) => id === entered.body.id)?.text).toBe(entry.text);
    const confirmed = await second.post<object>(path, {});
    expect(confirmed).toMatchObject({ status: 201, body: { ticket: { state: 'open' } } });
    expect(confirmed.body).not.toHaveProperty('receipt');
    const again = await second.post<object>(path, {});
    expect(again).toMatchObject({ status: 200, body: { state: 'confirmed', repeated: true } });
    expect((await calls.ticketOf(projectNo)).body).toMatchObject({ channel });
  });

  it('is none of a handler’s business', async () => {
    const projectNo = await calls.acceptedCase();
    const entry = {
      projectNo,
      serviceNumber: 1,
      channel: 'paper',
      record: 'paper-2026-0002',
      level: 'very_satisfied',
    };
    const operator = await loop.staff('hotline-1');
    expect(await operator.post('/v1/entries', entry)).toMatchObject({
      status: 403,
      body: { code: 'role_missing' },
    });
    expect((await loop.client.open().post('/v1/entries', entry)).status).toBe(401);
  });
});
