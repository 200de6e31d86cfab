import { describe, expect, it } from 'vitest';

import {
  callbacksIn,
  readEvaluation,
} from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import { levelOf } from '../../../../shared/domain/exchange/callback/read-level.ts';
import type { StatedParts } from '../../../../shared/domain/exchange/callback/stated.ts';

const sent = {
  id: '1382310240598237185',
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: ' 排了两次队 ',
  evaluationLevelModelList: [{ level: 2 }, { level: '2' }],
  evaluationTagItemModelList: [{ tagCode: 209 }, { tagCode: '210' }],
};

const reading = (change: object = {}, number: 1 | 2 = 1, stated?: StatedParts) =>
  readEvaluation({ evaluationItemModel: { ...sent, ...change } }, number, stated);

const read = (change: object = {}, number: 1 | 2 = 1, stated?: StatedParts): ReadEvaluation => {
  const one = reading(change, number, stated);
  if (!one.ok) throw new Error(one.reason);
  return one.evaluation;
};

const beside = (more: object) => readEvaluation({ evaluationItemModel: sent, ...more }, 1);

const whole: ReadEvaluation = {
  id: '1382310240598237185',
  draft: {
    level: 'dissatisfied',
    tags: ['209', '210'],
    text: '排了两次队',
    contactConsent: false,
  },
  claimedAt: read().claimedAt,
  channel: 'app',
  origin: 'active',
  doubts: [],
  complete: true,
};

describe('an evaluation of the center', () => {
  it('is a rating, of which the first level is the overall one', () => {
    expect(read()).toEqual(whole);
    expect(whole.claimedAt).toBe('2026-11-20T01:30:30.000Z');
  });

  it.each([
    ['a list of digits', [4, '4'], 'satisfied'],
    ['a text', [{ level: '01' }], 'very_dissatisfied'],
    ['one that is no list', { level: 2 }, 'dissatisfied'],
    ['a number alone', 2, 'dissatisfied'],
    ['its name', [{ level: ' 不满意' }], 'dissatisfied'],
    ['a name alone', 'very_satisfied', 'very_satisfied'],
    ['two lists', [[{ level: 1 }], [{ level: 5 }]], undefined],
    ['an empty list', [], undefined],
    ['no level there is', [{ level: 6 }], undefined],
    ['a word', [{ level: 'level' }], undefined],
    ['nothing', undefined, undefined],
  ])('has its level in %s', (_what, list, level) => {
    expect(levelOf({ ...sent, evaluationLevelModelList: list })).toBe(level);
    const expected =
      level === undefined
        ? { ok: false, reason: 'level_unreadable' }
        : { ok: true, evaluation: { draft: { level }, doubts: [] } };
    expect(reading({ evaluationLevelModelList: list })).toMatchObject(expected);
  });

  it('has the level that two persons stated only where its own cannot be read', () => {
    expect(read({}, 1, { level: 'satisfied' })).toEqual(whole);
    const unread = read({ evaluationLevelModelList: [{ level: 9 }] }, 1, { level: 'satisfied' });
    expect(unread.draft.level).toBe('satisfied');
    expect(unread.doubts).toEqual([{ code: 'level_stated', sent: '9' }]);
    expect(unread.complete).toBe(true);
  });

  it('names the levels that differ from the first', () => {
    const evaluationLevelModelList = [{ level: 5 }, { level: 1 }, { level: '05' }, {}];
    const { draft, doubts, complete } = read({ evaluationLevelModelList });
    expect([draft.level, complete]).toEqual(['very_satisfied', false]);
    expect(doubts).toEqual([
      { code: 'several_levels', sent: '1' },
      { code: 'several_levels', sent: 'object' },
    ]);
  });

  it('names twenty levels that differ, and no more', () => {
    const others = Array.from({ length: 21 }, (_, index) => ({ level: `r${index}` }));
    const { doubts } = read({ evaluationLevelModelList: [{ level: 2 }, ...others] });
    expect(doubts.map((doubt) => doubt.sent)).toEqual(
      Array.from({ length: 20 }, (_, index) => `r${index}`),
    );
  });

  it.each([
    { pictures: ['a.jpg'] },
    { evaluationTagItemModelList: [{ tagCode: 209, tagText: '排队' }] },
    { evaluationLevelModelList: [{ level: 2, levelText: '很差' }] },
    { evaluationLevelModelList: [{ level: 2 }, { level: 2, levelText: '很差' }] },
  ])('is not complete with a member that the SDK does not name: %j', (more) => {
    expect(read(more)).toMatchObject({ doubts: [], complete: false });
  });

  it('is not complete with such a member beside it, unless that is empty', () => {
    expect(beside({ remark: '见附件' })).toMatchObject({ evaluation: { complete: false } });
    expect(beside({ remark: ' ', targetId: '1' })).toMatchObject({
      evaluation: { complete: true },
    });
  });

  it('is read from a list of one, and several are one each', () => {
    expect(readEvaluation({ evaluationItemModel: [sent] }, 1)).toEqual(reading());
    const [a, b] = [{ evaluationItemModel: sent }, { evaluationItemModel: { ...sent, id: 1 } }];
    expect(callbacksIn([a, b])).toEqual([a, b]);
    const items = [a.evaluationItemModel, null, b.evaluationItemModel];
    expect(callbacksIn({ evaluationItemModel: items, caseModelList: [1] })).toEqual([
      { ...a, caseModelList: [1] },
      { ...b, caseModelList: undefined },
    ]);
    for (const one of [a, [], null, { evaluationItemModel: [sent] }]) {
      expect(callbacksIn(one)).toEqual([one]);
    }
    const alone = readEvaluation([{ evaluationItemModel: sent }], 1);
    expect(alone).toEqual({ ok: false, reason: 'evaluation_missing' });
    const several = readEvaluation({ evaluationItemModel: [sent, sent] }, 1);
    expect(several).toEqual({ ok: false, reason: 'level_unreadable' });
    const within = readEvaluation({ evaluationItemModel: [[sent]] }, 1);
    expect(within).toEqual({ ok: false, reason: 'level_unreadable' });
  });

  it.each([{ channel: { code: '3' } }, { assessTime: { year: 2026 } }, { number: [1, 1] }])(
    'is not complete when a doubt does not show what came: %j',
    (change) => {
      const { doubts, complete } = read(change);
      expect([doubts.map((doubt) => doubt.sent), complete]).toEqual([['object'], false]);
    },
  );

  it('is not complete when the level that two persons stated came as no value', () => {
    const { doubts, complete } = read({ evaluationLevelModelList: [{ level: {} }] }, 1, {
      level: 'satisfied',
    });
    expect([doubts, complete]).toEqual([[{ code: 'level_stated', sent: 'object' }], true]);
    const named = read({ evaluationLevelModelList: '差' }, 1, { level: 'satisfied' });
    expect(named.doubts).toEqual([{ code: 'level_stated', sent: '差' }]);
    const odd = read({ evaluationLevelModelList: [{ level: { code: 2 } }] }, 1, {
      level: 'satisfied',
    });
    expect(odd.complete).toBe(false);
  });

  it.each([{}, { evaluationItemModel: null }, { item: sent }, undefined, 'text'])(
    'is missing in %j',
    (callback) => {
      expect(readEvaluation(callback, 1)).toEqual({ ok: false, reason: 'evaluation_missing' });
    },
  );

  it('that is missing is what two persons stated, and nothing else', () => {
    expect(readEvaluation({}, 1, { level: 'dissatisfied' })).toEqual({
      ok: true,
      evaluation: {
        id: undefined,
        draft: { level: 'dissatisfied', tags: [], text: undefined, contactConsent: false },
        claimedAt: undefined,
        channel: 'unknown',
        origin: 'active',
        doubts: [
          { code: 'level_stated' },
          { code: 'unknown_channel' },
          { code: 'unreadable_time' },
          { code: 'number_differs' },
        ],
        complete: true,
      },
    });
  });

  it.each([
    ['4711', '4711'],
    [4711, '4711'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), undefined],
    ['a\uD83D', undefined],
    ['', undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('sent with the id %j has the id %j', (id, known) => {
    const isUnread = known === undefined && typeof id === 'string' && id !== '';
    expect(read({ id })).toEqual({ ...whole, id: known, complete: !isUnread });
    expect(read({ id: { value: 1 } })).toEqual({ ...whole, id: undefined, complete: false });
  });

  it.each([
    ['1', 'portal', []],
    [6, 'sms', []],
    [8, 'unknown', [{ code: 'unknown_channel', sent: '8' }]],
    [undefined, 'unknown', [{ code: 'unknown_channel' }]],
    [null, 'unknown', [{ code: 'unknown_channel', sent: 'null' }]],
  ])('sent with the channel %j came by %s', (channel, name, doubts) => {
    expect(read({ channel })).toEqual({ ...whole, channel: name, doubts });
  });

  it('is a default rating by its channel, and no follow-up can be one', () => {
    const byDefault = { evaluationLevelModelList: [{ level: 5 }], rateText: null };
    const draft = { ...whole.draft, level: 'very_satisfied', text: undefined };
    for (const channel of ['7', 7]) {
      const made = { ...whole, draft, channel: 'portal', origin: 'default' };
      expect(read({ ...byDefault, channel })).toEqual(made);
    }
    const refused = { ok: false, reason: 'default_follow_up' };
    expect(reading({ ...byDefault, channel: 7, number: 2 }, 2)).toEqual(refused);
    const stated = read({ ...byDefault, channel: 7, number: 2 }, 2, { channel: 'app' });
    expect(stated).toMatchObject({
      channel: 'app',
      origin: 'active',
      doubts: [{ code: 'channel_stated', sent: '7' }],
    });
    expect(read({ number: 2 }, 2)).toEqual(whole);
  });

  it.each([
    ['07', { evaluationLevelModelList: [{ level: 5 }], rateText: null }],
    ['7', { rateText: null }],
    [7, { evaluationLevelModelList: [{ level: 5 }] }],
  ])('is no default rating by the channel %j when it has %j', (channel, more) => {
    const doubts = [{ code: 'unknown_channel', sent: String(channel) }];
    expect(read({ channel, ...more })).toMatchObject({
      origin: 'active',
      channel: 'unknown',
      doubts,
    });
  });

  it.each([
    [1, 1, []],
    [1, '01', []],
    [2, 2, []],
    [2, 1, [{ code: 'number_differs', sent: '1' }]],
    [1, undefined, [{ code: 'number_differs' }]],
  ] as const)('as number %i sent with %j has the doubts %j', (number, stated, doubts) => {
    expect(read({ number: stated }, number)).toEqual({ ...whole, doubts });
  });

  it.each([
    ['2026-02-30 10:00:00', '2026-02-30 10:00:00'],
    [null, 'null'],
    [undefined, undefined],
  ])('has no time when %j was sent', (assessTime, value) => {
    const doubts = [{ code: 'unreadable_time', ...(value !== undefined && { sent: value }) }];
    expect(read({ assessTime })).toEqual({ ...whole, claimedAt: undefined, doubts });
  });

  it.each([
    [[2026, 1, 2, 3, 4, 5], '2026-01-01T19:04:05.000Z'],
    [[2026, 1, 2, 3, 4, 5, 6_000_000], '2026-01-01T19:04:05.006Z'],
    [[2026, 1, 2, 3, 4, 5, 6, 7], undefined],
    [[2026, 1, 2, 3, 4, 5, '6ns'], undefined],
    [[2026, 1, 2, 3, 4, 5, '+6'], undefined],
    [[2026, 1, 2, 3], undefined],
  ])('sent with the numbers %j of Java was made at %s', (assessTime, at) => {
    expect(read({ assessTime }).claimedAt).toBe(at);
  });
});
