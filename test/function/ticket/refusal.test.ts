import { describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import { issueToken } from '../../../shared/http/token.ts';
import { fakeKeyRing } from '../../fake/key-ring.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf } from '../world.ts';

interface Problem {
  readonly detail: string;
  readonly errors?: readonly { path: string; problem: string }[];
}

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const token = await world.token(key, projectNo);
  const { memory } = world.stores;
  const before = memory.writes();
  const rate = (body: object) => world.call('POST /v1/ratings', { body: { token, ...body } });
  return { world, key, projectNo, token, rate, written: () => memory.writes() - before };
};

const day = 24 * 60 * 60 * 1000;
const twoMegabytes = 'x'.repeat(2 * 1024 * 1024);

describe('a rating that is refused leaves nothing behind', () => {
  it('with a token of another contact', async () => {
    const { rate, written } = await setUp();
    const reply = await rate({ projectNo: nextProjectNo(), level: 'satisfied' });
    expect(outcomeOf(reply)).toBe('409 token_of_other_contact');
    expect(outcomeOf(await rate({ serviceNumber: 2, level: 'satisfied' }))).toBe(
      '409 token_of_other_contact',
    );
    expect(written()).toBe(0);
  });

  it('with an expired token, to the second', async () => {
    const { world, rate, written } = await setUp();
    world.clock.advance(15 * day);
    expect(outcomeOf(await rate({ level: 'satisfied' }))).toBe('410 token_expired');
    expect(written()).toBe(0);
    world.clock.advance(-1000);
    expect(outcomeOf(await rate({ level: 'satisfied' }))).toBe('201');
  });

  it.each([
    [
      'signed with another key',
      async (key: { projectNo: string }) =>
        issueToken(fakeKeyRing('somebody else'), {
          ...key,
          serviceNumber: 1,
          channel: 'qr',
          issuedAt: fridayMorning,
          issuer: 16,
          match: 'not_stated',
        }),
    ],
    [
      'with no signature at all',
      async () => 'eyJhbGciOiJub25lIn0.eyJwIjoiMSIsInMiOjEsImMiOiJxciJ9.',
    ],
    ['that is no token', async () => 'hello'],
  ])('with a forged token, %s', async (_name, forge) => {
    const { world, projectNo, written } = await setUp();
    const token = await forge({ projectNo });
    const reply = await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    expect(outcomeOf(reply)).toBe('401 token_invalid');
    expect(written()).toBe(0);
  });

  it('with the link of one token and the digest of another', async () => {
    const { world, key, token, written } = await setUp();
    const other = await world.token(key, await world.acceptedCase(key));
    const [link, digest] = [other, token].map((text) => Buffer.from(text, 'base64url'));
    const mixed = [...(link?.subarray(0, 19) ?? []), ...(digest?.subarray(19) ?? [])];
    const before = written();
    const reply = await world.call('POST /v1/ratings', {
      body: { token: Buffer.from(mixed).toString('base64url'), level: 'satisfied' },
    });
    expect(outcomeOf(reply)).toBe('401 token_invalid');
    expect(written()).toBe(before);
  });

  it.each([
    ['a retired indicator', { level: 'dissatisfied', tags: ['203'] }, 'retired_indicator', '203'],
    ['a code of no table', { level: 'dissatisfied', tags: ['299'] }, 'unknown_indicator', '299'],
    [
      'an indicator of another level',
      { level: 'satisfied', tags: ['510'] },
      'indicator_of_other_level',
      '510',
    ],
    [
      'one indicator twice',
      { level: 'dissatisfied', tags: ['209', '209'] },
      'duplicate_indicator',
      '209',
    ],
  ])('with %s', async (_name, draft, code, named) => {
    const { rate, written } = await setUp();
    const reply = await rate(draft);
    expect(outcomeOf(reply)).toBe(`422 ${code}`);
    expect(bodyOf<Problem>(reply).detail).toContain(named);
    expect(written()).toBe(0);
  });

  it.each([
    ['neither tag nor text', {}],
    ['only spaces', { text: '   ' }],
  ])('when a bad one gives no reason: %s', async (_name, words) => {
    const { rate, written } = await setUp();
    const reply = await rate({ level: 'very_dissatisfied', ...words });
    expect(outcomeOf(reply)).toBe('422 reason_missing');
    expect(written()).toBe(0);
  });

  it('while a text alone is reason enough, and a good one needs none', async () => {
    const { rate } = await setUp();
    expect(outcomeOf(await rate({ level: 'dissatisfied', text: '太慢' }))).toBe('201');
    const good = await setUp();
    expect(outcomeOf(await good.rate({ level: 'basically_satisfied' }))).toBe('201');
  });

  it('when the service has not happened yet, by more than clocks may differ', async () => {
    const { world, rate, written } = await setUp();
    world.clock.advance(-5 * 60_000 - 1);
    expect(outcomeOf(await rate({ level: 'satisfied' }))).toBe('422 contact_not_yet');
    expect(written()).toBe(0);
    world.clock.advance(1);
    expect(outcomeOf(await rate({ level: 'satisfied' }))).toBe('201');
  });

  it('with a body of 2 MB', async () => {
    const { rate, written } = await setUp();
    const reply = await rate({ level: 'satisfied', text: twoMegabytes });
    expect(outcomeOf(reply)).toBe('413 body_too_large');
    expect(JSON.stringify(reply.body)).not.toContain('xxxx');
    expect(written()).toBe(0);
  });

  it.each([
    ['a bracket missing', '{"level":'],
    ['a second byte order mark', '\uFEFF\uFEFF{"level":"satisfied"}'],
    ['nothing', ''],
  ])('with broken JSON: %s', async (_name, raw) => {
    const { world, written } = await setUp();
    const reply = await world.call('POST /v1/ratings', { raw });
    expect(outcomeOf(reply)).toBe('400 invalid_json');
    expect(written()).toBe(0);
  });

  it('in another media type', async () => {
    const { world, written } = await setUp();
    const reply = await world.call('POST /v1/ratings', {
      raw: 'level=satisfied',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(outcomeOf(reply)).toBe('415 unsupported_media_type');
    expect(written()).toBe(0);
  });

  it('naming the paths of what does not fit and never the values', async () => {
    const { rate, written } = await setUp();
    const reply = await rate({
      level: 'terrible-secret',
      tags: ['x', '209'],
      text: 7,
      'a/b~c': 'terrible-secret',
    });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    expect(bodyOf<Problem>(reply).errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/level', problem: 'not_allowed' }),
        expect.objectContaining({ path: '/tags/0', problem: 'wrong_format' }),
        expect.objectContaining({ path: '/text', problem: 'wrong_type' }),
        expect.objectContaining({ path: '/a~1b~0c', problem: 'not_expected' }),
      ]),
    );
    expect(JSON.stringify(reply.body)).not.toContain('terrible-secret');
    expect(written()).toBe(0);
  });
});

interface Batch {
  readonly stored: number;
  readonly refused: number;
  readonly items: readonly {
    outcome: string;
    eventId?: string;
    problem?: Problem & { code: string };
  }[];
}

type Header = NonNullable<CaseEventFacts['header']>;

const eventWith = (change: (header: Header) => object): object => {
  const event = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning });
  if (event.header === undefined) throw new Error('the example has a header');
  return { ...event, header: { ...event.header, ...change(event.header) } };
};

const acceptedAt = (time: string) =>
  acceptedEvent({ projectNo: nextProjectNo(), at: `2026-11-20T${time}+08:00` });

describe('a case event that is refused leaves nothing behind', () => {
  it.each([
    [
      'a credit code with a wrong check digit',
      eventWith(({ department }) => ({
        department: { ...department, creditCode: '11330602MB1TEST010' },
      })),
      { path: '/header/department/creditCode', problem: 'wrong_check_digit' },
    ],
    [
      'an identity number with a wrong check digit',
      eventWith(({ applicant }) => ({
        applicant: {
          ...applicant,
          certificate: { type: 'resident_identity_card', number: '330602199003070017' },
        },
      })),
      { path: '/header/applicant/certificate/number', problem: 'wrong_check_digit' },
    ],
    [
      'a project number of 20 digits',
      { ...acceptedEvent({ projectNo: '33060226112000000001', at: fridayMorning }) },
      { path: '/projectNo', problem: 'not_a_project_number' },
    ],
    [
      'an area of another city',
      eventWith(() => ({ area: '330106' })),
      { path: '/header/area', problem: 'unknown_area' },
    ],
    [
      'a time without offset',
      { ...acceptedEvent({ projectNo: nextProjectNo(), at: '2026-11-20T09:00:00' }) },
      { path: '/at', problem: 'not_a_time' },
    ],
    ['no object', 'accepted', { path: '', problem: 'wrong_type' }],
  ])('with %s, while the others are stored', async (_name, event, error) => {
    const { world, key, written } = await setUp();
    const good = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning });
    const reply = await world.call('POST /v1/cases', { by: key, body: { events: [event, good] } });
    const { items, stored, refused } = bodyOf<Batch>(reply);
    expect([stored, refused]).toEqual([1, 1]);
    expect(items[0]).toMatchObject({ outcome: 'refused', problem: { code: 'invalid_input' } });
    expect(items[0]?.problem?.errors).toContainEqual({
      ...error,
      detail: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect(written()).toBe(1);
  });

  it('from more than five minutes ahead, itself or its contact', async () => {
    const { world, key, written } = await setUp();
    const [late, contactOnly, eventOnly, inTime] = [
      acceptedAt('09:35:01'),
      acceptedAt('09:35:01'),
      acceptedAt('09:30:00'),
      acceptedAt('09:35:00'),
    ];
    const events = [
      late,
      { ...contactOnly, at: fridayMorning },
      { ...eventOnly, at: '2026-11-20T09:35:01+08:00' },
      inTime,
    ];
    const reply = await world.call('POST /v1/cases', { by: key, body: { events } });
    expect(bodyOf<Batch>(reply).items.map(({ problem }) => problem?.code)).toEqual([
      'time_in_future',
      'time_in_future',
      'time_in_future',
      undefined,
    ]);
    expect(written()).toBe(1);
  });

  it('as a whole when the batch is empty, too long, 2 MB or broken', async () => {
    const { world, key, written } = await setUp();
    const post = async (given: object) =>
      outcomeOf(await world.call('POST /v1/cases', { by: key, ...given }));
    const event = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning });
    expect(await post({ body: { events: [] } })).toBe('400 invalid_input');
    expect(await post({ body: { events: Array.from({ length: 101 }, () => event) } })).toBe(
      '400 invalid_input',
    );
    expect(await post({ body: { events: [{ note: twoMegabytes }] } })).toBe('413 body_too_large');
    expect(await post({ raw: '{"events":[' })).toBe('400 invalid_json');
    expect(written()).toBe(0);
  });
});
