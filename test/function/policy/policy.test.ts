import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const second: Person = people.secondAdmin;

const { version: _version, ...shipped } = defaultPolicy;
const { clocks } = shipped;

const strict = {
  ...shipped,
  source: { official: false, zh: '试行规则（示例）', en: 'Trial rules (example)' },
  badLevels: ['basically_satisfied', 'dissatisfied', 'very_dissatisfied'],
  clocks: { ...clocks, rectify: { amount: 5, unit: 'working_day' } },
};

const propose = (world: World, body: unknown, as: Person = people.admin) =>
  world.call('POST /v1/policies', { as, body });

const activate = (world: World, version: number | string, as: Person = second) =>
  world.call('POST /v1/policies/{version}/activate', { as, path: { version: String(version) } });

const dryRun = (world: World, version: number | string, as: Person = people.admin) =>
  world.call('POST /v1/policies/{version}/dry-run', { as, path: { version: String(version) } });

const show = (world: World, version: number | string) =>
  world.call('GET /v1/policies/{version}', {
    as: people.handler,
    path: { version: String(version) },
  });

const list = (world: World, headers = {}) =>
  world.call('GET /v1/policies', { as: people.handler, headers });

const invited = async (world: World) => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  return { id: `${projectNo}-1`, token: await world.token(key, projectNo) };
};

const rate = (world: World, token: string, level = 'dissatisfied') =>
  world.call('POST /v1/ratings', { body: { token, level, text: '太慢' } });

describe('the policy that is shown', () => {
  it('can be sent back, and is refused as long as nothing in it is different', async () => {
    const world = newWorld();
    const { policy } = bodyOf<{ policy: typeof shipped }>(await show(world, 2));
    const reply = await propose(world, policy);
    expect(outcomeOf(reply)).toBe('409 policy_unchanged');
    expect(reply.body).toMatchObject({ version: 2 });
    expect(outcomeOf(await propose(world, { ...policy, source: strict.source }))).toBe('202');
  });
});

describe('a policy that does not hold together', () => {
  const [first, next, ...rest] = shipped.ladder;
  it.each([
    ['a rung left out', { ladder: [first, ...rest] }, '/ladder', 'not_the_whole_ladder'],
    [
      'a ladder out of order',
      { ladder: [next, first, ...rest] },
      '/ladder',
      'not_the_whole_ladder',
    ],
    [
      'a level named twice',
      { badLevels: [...shipped.badLevels, 'dissatisfied'] },
      '/badLevels',
      'named_twice',
    ],
    [
      'a national bad level left out',
      { badLevels: ['very_dissatisfied'] },
      '/badLevels',
      'national_levels_missing',
    ],
    [
      'the best level as the only bad one, called official',
      {
        badLevels: ['very_satisfied'],
        source: { official: true, zh: '官方规定', en: 'Official rules' },
      },
      '/badLevels',
      'national_levels_missing',
    ],
    [
      'an official rule without its document',
      { source: { ...shipped.source, official: true } },
      '/source/document',
      'official_without_document',
    ],
    [
      'a document without its number',
      {
        source: {
          ...shipped.source,
          official: true,
          document: { issuer: '绍兴市人民政府办公室', date: '2026-11-02' },
        },
      },
      '/source/document/number',
      'missing',
    ],
    [
      'a term without end',
      { clocks: { ...clocks, rectify: { amount: 366, unit: 'working_day' } } },
      '/clocks/rectify/amount',
      'too_long',
    ],
    [
      'a review that takes weeks',
      { clocks: { ...clocks, review: { amount: 11, unit: 'working_day' } } },
      '/clocks/review/amount',
      'too_long',
    ],
    ['a second extension', { extension: { times: 2, most: 15 } }, '/extension/times', 'too_long'],
    [
      'a ladder that calls to account before it warns',
      {
        ladder: shipped.ladder.map((one) =>
          one.rung === 'accountability'
            ? { ...one, triggers: [{ on: 'time_gone', share: 0.1 }] }
            : one,
        ),
      },
      '/ladder',
      'ladder_falls_in_time',
    ],
    [
      'a worse level that scores higher',
      { scores: { ...shipped.scores, very_dissatisfied: 9 } },
      '/scores',
      'worse_scores_higher',
    ],
    [
      'a term of no days',
      { clocks: { ...clocks, redo: { amount: 0, unit: 'working_day' } } },
      '/clocks/redo/amount',
      'too_short',
    ],
    ['a member left out', { office: undefined }, '/office', 'missing'],
    ['a version of its own', { version: 8 }, '/version', 'not_expected'],
  ])('is refused by path: %s', async (_what, change, path, problem) => {
    const world = newWorld();
    const reply = await propose(world, { ...shipped, ...change });
    expect(outcomeOf(reply)).toBe('422 policy_invalid');
    const { errors } = bodyOf<{ errors: object[] }>(reply);
    expect(errors).toContainEqual(expect.objectContaining({ path, problem }));
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('nor is there one of a version nobody gave', async () => {
    const world = newWorld();
    for (const version of ['3', '0', '-1', '1e3', 'x', '999999']) {
      const replies = [
        await show(world, version),
        await dryRun(world, version),
        await activate(world, version),
      ];
      expect(replies.map(outcomeOf)).toEqual(Array(3).fill('404 policy_unknown'));
    }
  });
});

const shippedSummary = {
  shipped: true,
  source: { official: false, text: expect.stringContaining('并非官方规定') },
  activations: [],
};

describe('policies', () => {
  it('are the shipped ones at first, named as a default in both languages', async () => {
    const world = newWorld();
    expect((await list(world)).body).toEqual({
      active: 2,
      policies: [
        { ...shippedSummary, version: 1, state: 'replaced' },
        { ...shippedSummary, version: 2, state: 'active' },
      ],
    });
    expect((await list(world, { 'accept-language': 'en' })).body).toMatchObject({
      policies: [
        { source: { text: expect.stringContaining('not an official rule') } },
        { source: { text: expect.stringContaining('not an official rule') } },
      ],
    });
    expect((await show(world, 2)).body).toMatchObject({ version: 2, policy: shipped });
  });

  it('get the next version when they are proposed, and a repeat the same', async () => {
    const world = newWorld();
    const replies = [await propose(world, strict), await propose(world, strict)];
    expect(replies.map(outcomeOf)).toEqual(['202', '202']);
    expect(replies[0]?.body).toMatchObject({ state: 'proposed', version: 3 });
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    expect((await show(world, 3)).body).toMatchObject({
      state: 'proposed',
      proposedBy: people.admin.id,
      activations: [],
    });
    const other = await propose(world, { ...strict, contactAttempts: 4 });
    expect(other.body).toMatchObject({ version: 4 });
    const bySecond = await propose(world, { ...strict, contactAttempts: 4 }, second);
    expect(bySecond.body).toMatchObject({ version: 5 });
    expect((await show(world, 5)).body).toMatchObject({ proposedBy: second.id });
    expect((await show(world, 3)).body).toMatchObject({ version: 3, policy: strict });
  });

  it('show the document that makes them official', async () => {
    const world = newWorld();
    const document = {
      issuer: '绍兴市人民政府办公室',
      number: '绍政办发〔2026〕12号',
      date: '2026-11-02',
    };
    const source = { official: true, zh: '绍兴市规定（示例）', en: 'Rules (example)', document };
    await propose(world, { ...strict, source });
    const shown = { official: true, text: '绍兴市规定（示例）', document };
    expect((await show(world, 3)).body).toMatchObject({ source: shown, policy: { source } });
    expect((await dryRun(world, 3)).body).toMatchObject({ source: shown });
  });

  it('are changed by system administrators only', async () => {
    const world = newWorld();
    await propose(world, strict);
    const as = people.supervisor;
    const replies = [
      await propose(world, strict, as),
      await activate(world, 3, as),
      await dryRun(world, 3, as),
    ];
    expect(replies.map(outcomeOf)).toEqual(Array(3).fill('403 role_missing'));
  });
});

describe('a ticket', () => {
  it('keeps the policy it was opened under, and a new one gets the active one', async () => {
    const world = newWorld();
    const [before, after] = [await invited(world), await invited(world)];
    const first = await rate(world, before.token);
    await propose(world, strict);
    await activate(world, 3);
    const late = await rate(world, after.token);
    expect(first.body).toMatchObject({
      ticket: { rectifyDue: '2026-12-11T17:30:00.000+08:00' },
    });
    expect(late.body).toMatchObject({ ticket: { rectifyDue: '2026-11-27T17:30:00.000+08:00' } });
    const again = await rate(world, before.token);
    expect(again.body).toEqual({ ...bodyOf<object>(first), repeated: true });
    const shown = (id: string) =>
      world.call('GET /v1/tickets/{id}', { as: people.handler, path: { id } });
    expect((await shown(before.id)).body).toMatchObject({
      policyVersion: 2,
      clocks: { rectify: { sentence: expect.stringContaining('15个工作日') } },
    });
    expect((await shown(after.id)).body).toMatchObject({
      policyVersion: 3,
      clocks: { rectify: { sentence: expect.stringContaining('5个工作日') } },
    });
    const { receipt } = bodyOf<{ receipt: string }>(first);
    const seen = await world.call('GET /v1/receipts/{receipt}', { path: { receipt } });
    expect(JSON.stringify(seen.body)).toContain('15个工作日');
  });

  it('is opened by a level that has become bad, and not for one rated good before', async () => {
    const world = newWorld();
    const [before, after] = [await invited(world), await invited(world)];
    const silent = { token: before.token, level: 'basically_satisfied' };
    const good = await world.call('POST /v1/ratings', { body: silent });
    expect(good.body).not.toHaveProperty('ticket');
    await propose(world, strict);
    await activate(world, 3);
    // It has no reason, which the current rules require; it was valid when it was sent.
    const again = await world.call('POST /v1/ratings', { body: silent });
    expect(outcomeOf(again)).toBe('200');
    expect(again.body).not.toHaveProperty('ticket');
    const other = await world.call('POST /v1/ratings', {
      body: { ...silent, level: 'dissatisfied', clientRef: 'another-page-0001' },
    });
    expect(outcomeOf(other)).toBe('422 reason_missing');
    const silentNow = { token: after.token, level: 'basically_satisfied' };
    const refused = await world.call('POST /v1/ratings', { body: silentNow });
    expect(outcomeOf(refused)).toBe('422 reason_missing');
    const bad = await rate(world, after.token, 'basically_satisfied');
    expect(bad.body).toMatchObject({ ticket: { state: 'open' } });
  });
});
