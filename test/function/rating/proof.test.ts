import { describe, expect, it } from 'vitest';

import type { CaseFile } from '../../../events/oversight/case-file.ts';
import { tracePlace } from '../../../functions/rating/proof/trace.ts';
import { makeIdentityNumber } from '../../../shared/domain/number/identifier.ts';
import { secondsSinceIssue } from '../../../shared/domain/rating/proof/circumstances.ts';
import { unsealWith } from '../../../shared/seal.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Key } from '../request.ts';
import { closeIt, newDesk } from '../ticket/desk.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const first = { serviceNumber: 1, assessNumber: 1 } as const;

const card = (stem: string) => ({
  type: 'resident_identity_card',
  number: makeIdentityNumber(stem) ?? '',
});
const own = card('33060219900307001');
const other = card('33060219850101001');

const applicant = { kind: 'person', name: '测试甲', mobile: '13800000001', certificate: own };

/** A case of this applicant; returns its number. */
const caseOf = async (world: World, by: Key, named: object = applicant): Promise<string> => {
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: world.clock.now() });
  const header = { ...event.header, applicant: named };
  const body = { events: [{ ...event, header }] };
  const reply = await world.call('POST /v1/cases', { by, body, nonce: projectNo });
  expect(reply.body).toMatchObject({ stored: 1 });
  return projectNo;
};

const invited = async (world: World, by: Key, projectNo: string, person?: object) => {
  const body = { projectNo, serviceNumber: 1, channel: 'portal', person };
  return world.call('POST /v1/invitations', { by, body, nonce: `${projectNo}-i` });
};

const rate = async (world: World, by: Key, projectNo: string, person?: object) => {
  const { token } = bodyOf<{ token: string }>(await invited(world, by, projectNo, person));
  const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0' };
  const reply = await world.call('POST /v1/ratings', {
    body: { token, level: 'satisfied' },
    headers,
  });
  expect(outcomeOf(reply)).toBe('201');
  return bodyOf<{ receipt: string }>(reply).receipt;
};

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator(['cases', 'invitations', 'portal']);
  const ratingOf = async (projectNo: string) => {
    const rating = await world.stores.ratings.find({
      projectNo,
      serviceNumber: 1,
      assessNumber: 1,
    });
    if (rating === undefined) throw new Error('not rated');
    return rating;
  };
  const fileOf = async (projectNo: string): Promise<CaseFile> => {
    const given = { as: people.admin, path: { projectNo } };
    return bodyOf(await world.call('GET /v1/oversight/cases/{projectNo}', given));
  };
  return { world, key, ratingOf, fileOf };
};

describe('the person with an invitation', () => {
  it.each([
    ['the applicant', applicant, { certificate: own }, 'matched', 'applicant_matched'],
    [
      'the applicant, in another spelling',
      applicant,
      { certificate: { ...own, number: ` ${own.number} ` } },
      'matched',
      'applicant_matched',
    ],
    ['somebody else', applicant, { certificate: other }, 'other', 'other_person'],
    ['nobody', applicant, undefined, undefined, 'link'],
    [
      'a person, where the case has no certificate',
      { kind: 'person', name: '测试甲' },
      { certificate: own },
      'not_comparable',
      'link',
    ],
    [
      'a person, where an organisation applied',
      {
        kind: 'enterprise',
        name: '测试公司',
        certificate: { type: 'business_licence', number: 'B1' },
      },
      { certificate: own },
      'not_comparable',
      'link',
    ],
  ])('is %s', async (_name, named, person, match, proofClass) => {
    const { world, key, ratingOf } = await setUp();
    const projectNo = await caseOf(world, key, named);
    const receipt = await rate(world, key, projectNo, person);
    expect((await ratingOf(projectNo)).match).toBe(match);
    const followed = await world.call('GET /v1/receipts/{receipt}', { path: { receipt } });
    expect(followed.body).toMatchObject({ rating: { proofClass } });
  });

  it('may be stated by a portal only', async () => {
    const { world } = await setUp();
    const key = await world.integrator();
    const projectNo = await caseOf(world, key);
    const reply = await invited(world, key, projectNo, { certificate: own });
    expect(outcomeOf(reply)).toBe('403 not_permitted');
  });

  it('is neither answered nor stored in clear', async () => {
    const { world, key, ratingOf } = await setUp();
    const projectNo = await caseOf(world, key);
    const reply = await invited(world, key, projectNo, { certificate: other });
    expect(JSON.stringify(reply.body)).not.toContain(other.number);
    const { token } = bodyOf<{ token: string }>(reply);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const stored = [await ratingOf(projectNo), await world.stores.cases.find(projectNo)];
    for (const number of [own.number, other.number, '13800000001', '测试甲']) {
      expect(JSON.stringify(stored)).not.toContain(number);
    }
  });
});

describe('with a rating is recorded', () => {
  it('who issued its link, and when', async () => {
    const { world, key, ratingOf, fileOf } = await setUp();
    const projectNo = await caseOf(world, key);
    const { token } = bodyOf<{ token: string }>(await invited(world, key, projectNo));
    world.clock.advance(90_000);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const rating = await ratingOf(projectNo);
    const { issuer } = (await world.stores.integrators.find(key.accessKey)) ?? {};
    expect(issuer).toBeGreaterThanOrEqual(16);
    expect(rating).toMatchObject({ issuer, issuedAt: '2026-11-20T01:30:00.000Z' });
    expect(rating.accessKey).toBeUndefined();
    expect(secondsSinceIssue(rating)).toBe(90);
    const { ratings, keys, timeline } = await fileOf(projectNo);
    expect(ratings).toMatchObject([
      { issuer, accessKey: key.accessKey, secondsSinceIssue: 90, proofClass: 'link' },
    ]);
    expect(keys.map(({ accessKey }) => accessKey)).toContain(key.accessKey);
    expect(timeline[0]?.receivedAt).toBe('2026-11-20T09:30:00.000+08:00');
  });

  it('from which network and kind of program it came, sealed with the key of its day', async () => {
    const { world, key, ratingOf } = await setUp();
    const [one, two] = [await caseOf(world, key), await caseOf(world, key)];
    await rate(world, key, one);
    await rate(world, key, two);
    const dayKey = await world.stores.periodKeys.key('trace', world.clock.now());
    const seen = await Promise.all(
      [one, two].map(async (projectNo): Promise<unknown> => {
        const { trace = '' } = await ratingOf(projectNo);
        expect(trace).not.toContain('127.0.0');
        return JSON.parse(unsealWith(dayKey, trace, tracePlace({ projectNo, ...first })));
      }),
    );
    expect(seen[0]).toEqual([expect.stringMatching(/^[\w-]{16}$/), 'app']);
    expect(seen[1]).toEqual(seen[0]);
    world.clock.advance(24 * 60 * 60_000);
    const nextKey = await world.stores.periodKeys.key('trace', world.clock.now());
    const { trace = '' } = await ratingOf(one);
    expect(() => unsealWith(nextKey, trace, tracePlace({ projectNo: one, ...first }))).toThrow(
      Error,
    );
  });

  it('a mark of the applicant that is equal within a month only', async () => {
    const { world, key, ratingOf } = await setUp();
    const marks: (string | undefined)[] = [];
    const rateNew = async (named: object): Promise<void> => {
      const projectNo = await caseOf(world, key, named);
      await rate(world, key, projectNo);
      marks.push((await ratingOf(projectNo)).applicantMark);
    };
    await rateNew(applicant);
    await rateNew({ ...applicant, mobile: '13800000002' });
    await rateNew({ ...applicant, certificate: other });
    await rateNew({ kind: 'person', name: '测试甲' });
    world.clock.advance(15 * 24 * 60 * 60_000);
    await rateNew(applicant);
    const [mark, sameMonth, otherPerson, unnamed, nextMonth] = marks;
    expect(mark).toMatch(/^[\w-]{22}$/);
    expect(sameMonth).toBe(mark);
    expect(unnamed).toBeUndefined();
    expect(new Set([mark, otherPerson, nextMonth]).size).toBe(3);
  });

  it('the same of a follow-up, by the request and the month that it came in', async () => {
    const desk = await newDesk();
    const { world } = desk;
    await closeIt(desk);
    const days = 24 * 60 * 60_000;
    world.clock.advance(12 * days);
    const reply = await world.call('POST /v1/receipts/{receipt}/append', {
      path: { receipt: desk.receipt },
      body: { level: 'satisfied', tags: ['413'], clientRef: 'the-page-of-the-follow-up' },
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Safari' },
    });
    expect(outcomeOf(reply)).toBe('201');
    const contact = { projectNo: desk.id.slice(0, -2), serviceNumber: 1 };
    const [before, after] = [
      await world.stores.ratings.find({ ...contact, assessNumber: 1 }),
      await world.stores.ratings.find({ ...contact, assessNumber: 2 }),
    ];
    const dayKey = await world.stores.periodKeys.key('trace', world.clock.now());
    const place = tracePlace({ ...contact, assessNumber: 2 });
    const seen = JSON.parse(unsealWith(dayKey, after?.trace ?? '', place)) as unknown;
    expect(seen).toEqual([expect.stringMatching(/^[\w-]{16}$/), 'desktop_browser']);
    expect(after?.applicantMark).toMatch(/^[\w-]{22}$/);
    // November and December.
    expect(after?.applicantMark).not.toBe(before?.applicantMark);
    expect(JSON.stringify(after)).not.toContain('the-page-of-the-follow-up');
    const file = await desk.file();
    expect(bodyOf<{ audit: { intact: boolean } }>(file).audit.intact).toBe(true);
  });
});
