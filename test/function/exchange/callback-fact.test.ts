/** What happened at the province is stored as it came, and marked where it cannot be read. */
import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Doubt } from '../../../shared/domain/rating/doubt.ts';
import type { DeskWorld } from '../ticket/desk.ts';
import { bodyOf, people } from '../world.ts';
import { evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

let given: CenterWorld;
let world: DeskWorld;
let projectNo: string;

beforeEach(async () => {
  given = await newCenterWorld();
  ({ world, projectNo } = given);
});

const found = () => world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
const ticket = () => world.stores.tickets.find(`${projectNo}-1`);

const tags = (...codes: unknown[]) => ({
  evaluationTagItemModelList: codes.map((tagCode) => ({ tagCode })),
});

describe('a bad rating of the center opens its ticket', () => {
  it.each<[string, object, Doubt[], object]>([
    [
      'without tag and words',
      { rateText: null, evaluationTagItemModelList: null },
      [{ code: 'reason_missing' }],
      { tags: [] },
    ],
    [
      'with a retired tag',
      tags(201),
      [{ code: 'retired_indicator', sent: '201' }],
      { tags: ['201'] },
    ],
    [
      'with an unknown tag',
      tags(299),
      [{ code: 'unknown_indicator', sent: '299' }],
      { tags: ['299'] },
    ],
    [
      'with a tag of another level',
      tags(510),
      [{ code: 'indicator_of_other_level', sent: '510' }],
      { tags: ['510'] },
    ],
    [
      'with tags twice and no tags',
      tags(209, '209', 7, '差'),
      [
        { code: 'duplicate_indicator', sent: '209' },
        { code: 'unreadable_indicator', sent: '7' },
        { code: 'unreadable_indicator', sent: '差' },
      ],
      { tags: ['209'] },
    ],
    [
      'over an unknown channel',
      { channel: 8 },
      [{ code: 'unknown_channel', sent: '8' }],
      { channel: 'unknown', origin: 'active' },
    ],
    ['over no channel', { channel: null }, [{ code: 'unknown_channel', sent: 'null' }], {}],
    ['with an undocumented type', { type: 7 }, [], { channel: 'app', origin: 'active' }],
    ['of 1970', { assessTime: 0 }, [{ code: 'unreadable_time', sent: '0' }], {}],
    [
      'of 1999',
      { assessTime: '1999-01-01 00:00:00' },
      [{ code: 'implausible_time' }],
      { claimedAt: '1998-12-31T16:00:00.000Z' },
    ],
    [
      'of the last moment there is',
      { assessTime: '9999-12-31 23:59:59' },
      [{ code: 'implausible_time' }],
      { claimedAt: '9999-12-31T15:59:59.000Z' },
    ],
    [
      'of no day',
      { assessTime: '2026-02-30 10:00:00' },
      [{ code: 'unreadable_time', sent: '2026-02-30 10:00:00' }],
      {},
    ],
    ['that says it is the second', { number: 2 }, [{ code: 'number_differs', sent: '2' }], {}],
    [
      'with numbers as texts',
      { channel: '02', number: '1', evaluationLevelModelList: [{ level: '2' }], ...tags('209') },
      [],
      { channel: 'app', tags: ['209'] },
    ],
    ['with a number as its words', { rateText: 12_345 }, [], {}],
  ])('%s', async (_name, more, doubts, stored) => {
    expect((await given.evaluate(more)).body).toEqual({
      success: true,
      repeated: false,
      stored: 1,
    });
    const { doubts: kept = [], ...rating } = (await found()) ?? {};
    expect(kept).toEqual(doubts);
    expect(rating).toMatchObject({ level: 'dissatisfied', proof: 'center', ...stored });
    expect(await ticket()).toMatchObject({ state: 'open', level: 'dissatisfied' });
  });

  it('and shows its doubts to staff, in words', async () => {
    await given.evaluate({ channel: 8, ...tags(299) });
    const path = { id: `${projectNo}-1` };
    const file = await world.call('GET /v1/tickets/{id}', { as: people.handler, path });
    expect(file.body).toMatchObject({
      channel: 'unknown',
      words: '排了两次队',
      doubts: [
        { code: 'unknown_channel', text: '评价渠道不明', sent: '8' },
        { code: 'unknown_indicator', text: '评价指标不在指标表中', sent: '299' },
      ],
    });
    const handled = await world.call('GET /v1/oversight/cases/{projectNo}', {
      as: people.supervisor,
      path: { projectNo },
      headers: { 'accept-language': 'en' },
    });
    expect(bodyOf<{ ratings: object[] }>(handled).ratings).toMatchObject([
      { channel: 'unknown', doubts: [{ text: 'The channel is unknown' }, { sent: '299' }] },
    ]);
  });
});

describe('words', () => {
  it.each([
    ['of 330 KB', '慢'.repeat(110_000), 'words_cut', '慢'.repeat(20_000)],
    [
      'cut through a character',
      `慢${'\u{1F620}'.repeat(20_000)}`,
      'words_cut',
      `慢${'\u{1F620}'.repeat(9_999)}`,
    ],
    ['with half a character', '慢\uD83D', 'words_damaged', '慢\uFFFD'],
  ])(
    '%s are kept as far as an item allows, and the callback whole',
    async (_name, rateText, code, words) => {
      const reply = bodyOf<{ kept: { id: string } }>(await given.evaluate({ rateText }));
      expect(reply).toMatchObject({ stored: 1, kept: { reason: 'stored_in_part' } });
      expect(await found()).toMatchObject({ doubts: [{ code }] });
      const as = { ...people.supervisor, area: '330600' };
      const file = await world.call('GET /v1/tickets/{id}', { as, path: { id: `${projectNo}-1` } });
      expect(bodyOf<{ words: string }>(file).words).toBe(words);
      const path = { id: reply.kept.id };
      const kept = await world.call('GET /v1/center/callbacks/{id}', { as, path });
      const { content } = bodyOf<{ content: string }>(kept);
      expect(JSON.parse(content)).toMatchObject({ evaluationItemModel: { rateText } });
      expect(content).not.toMatch(/测试甲|13800000001/);
    },
  );
});

const raw = (id: string, targetId: string): string =>
  JSON.stringify({ targetId: 0, evaluationItemModel: { ...evaluationItem(), id: 0 } })
    .replace('"targetId":0', `"targetId":${targetId}`)
    .replace('"id":0', `"id":${id}`);

describe('numbers beyond 2^53', () => {
  it('are read from the text: each id is its own', async () => {
    const first = await given.callRaw('evaluation.sync', raw('1382310240598237185', projectNo));
    expect(first.body).toMatchObject({ stored: 1 });
    const { centerCalls } = world.stores;
    expect(await centerCalls.find('evaluation.sync', '1382310240598237185')).toBeDefined();
    expect(await centerCalls.find('evaluation.sync', '1382310240598237184')).toBeUndefined();
    const text = await given.callRaw('evaluation.sync', raw('"1382310240598237185"', projectNo));
    expect(text.body).toMatchObject({ stored: 0, repeated: true });
  });
});
