import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { messageWorks } from '../../support/message-works.ts';
import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import { bodyOf, newWorld, people } from '../world.ts';
import { deskOf } from './desk.ts';
import type { Desk, DeskWorld } from './desk.ts';

const own = '13911110001';
const other = '13922220002';
const hour = 3_600_000;

let world: DeskWorld;
let key: Key;
let projectNo: string;
let start: Instant;

/** Reports an event with the header that names this number, without any header for undefined. */
const report = (eventId: string, mobile: string | undefined, after = 0): Promise<Reply> => {
  const { contact, header, ...event } = acceptedEvent({ projectNo, at: start });
  const applicant = { ...header!.applicant, mobile };
  const told = mobile === undefined ? {} : { header: { ...header, applicant } };
  const body = { events: [{ ...event, contact, eventId, at: addMs(start, after), ...told }] };
  return world.call('POST /v1/cases', { by: key, nonce: randomUUID(), body });
};

const rate = async (): Promise<Desk> => {
  world.clock.advance(hour);
  const token = await world.token(key, projectNo);
  const body = { token, level: 'very_dissatisfied', text: '等了九天', contactConsent: true };
  await world.call('POST /v1/ratings', { body });
  world.clock.advance(hour);
  return deskOf(world, { id: `${projectNo}-1`, receipt: '' });
};

const receiptSentTo = async (): Promise<string | undefined> => {
  const works = messageWorks(world.stores, world.clock);
  await works.tell(`${projectNo}-1`);
  return works.taken[0]?.mobile;
};

const unmasked = async (desk: Desk): Promise<object> =>
  bodyOf<{ applicant: object }>(
    await desk.done(people.handler, { type: 'unmask', note: '需电话核实' }),
  ).applicant;

beforeEach(async () => {
  world = newWorld();
  key = await world.integrator();
  projectNo = nextProjectNo();
  start = world.clock.now();
});

const changes: readonly (readonly [how: string, change: () => Promise<Reply>])[] = [
  ['a later event', () => report('e3', other, 2000)],
  ['the same event again, which had no header before', () => report('e2', other, 1000)],
];

describe.each(changes)('a number that %s brings after the rating', (_how, change) => {
  it('gets no receipt: that goes to the number from before', async () => {
    await report('e1', own);
    await report('e2', undefined, 1000);
    await rate();
    expect((await change()).status).toBe(200);
    expect(await receiptSentTo()).toBe(own);
  });

  it('is shown beside the number from before to who calls', async () => {
    await report('e1', own);
    await report('e2', undefined, 1000);
    const desk = await rate();
    await change();
    const since = '2026-11-20T11:30:00.000+08:00';
    expect(bodyOf<{ applicant: object }>(await desk.file()).applicant).toMatchObject({
      mobile: '139****0001',
      numberChangedAt: since,
    });
    expect(await unmasked(desk)).toMatchObject({
      mobile: own,
      laterMobile: { mobile: other, since },
    });
  });
});

describe('the number of a case', () => {
  it('that changed before the rating is the new one', async () => {
    await report('e1', own);
    await report('e2', other, 1000);
    const desk = await rate();
    expect(await unmasked(desk)).toMatchObject({ mobile: other, laterMobile: null });
    expect(await receiptSentTo()).toBe(other);
  });

  it('that had none before the rating is not taken for that of the rater', async () => {
    const { header } = acceptedEvent({ projectNo, at: start });
    const { mobile: _mobile, ...applicant } = header!.applicant;
    const event = acceptedEvent({ projectNo, at: start });
    const body = { events: [{ ...event, eventId: 'e1', header: { ...header, applicant } }] };
    await world.call('POST /v1/cases', { by: key, nonce: randomUUID(), body });
    const desk = await rate();
    await report('e2', other, 1000);
    expect(await receiptSentTo()).toBeUndefined();
    expect(await unmasked(desk)).toMatchObject({ mobile: null, laterMobile: { mobile: other } });
  });

  it('is shown to those who review a contest as it was before the first rating', async () => {
    await report('e1', own);
    await rate();
    await report('e2', other, 1000);
    const token = await world.token(key, projectNo, 'sms');
    await world.call('POST /v1/ratings/contest', { body: { token, level: 'very_satisfied' } });
    const asked = { as: people.reviewer, path: { id: `${projectNo}-1c1` } };
    expect(bodyOf(await world.call('GET /v1/contests/{id}', asked))).toMatchObject({
      applicant: { mobile: '139****0001', numberChangedAt: '2026-11-20T11:30:00.000+08:00' },
    });
    const body = { reason: '评价异议回访申请人' };
    expect(
      bodyOf(await world.call('POST /v1/contests/{id}/unmask', { ...asked, body })),
    ).toMatchObject({ mobile: own, laterMobile: { mobile: other } });
  });
});
