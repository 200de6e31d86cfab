import { describe, expect, it } from 'vitest';

import {
  levelOf,
  readEvaluation,
} from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { Level } from '../../../../shared/domain/rating/level.ts';

const sent = {
  id: '1382310240598237185',
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: ' 排了两次队 ',
  evaluationLevelModelList: [{ level: 2 }, { level: 5 }],
  evaluationTagItemModelList: [{ tagCode: 209 }, { tagCode: '210' }],
};

const reading = (change: object = {}, number: 1 | 2 = 1, stated?: Level) =>
  readEvaluation({ evaluationItemModel: { ...sent, ...change } }, number, stated);

const read = (change: object = {}, number: 1 | 2 = 1, stated?: Level): ReadEvaluation => {
  const one = reading(change, number, stated);
  if (!one.ok) throw new Error(one.reason);
  return one.evaluation;
};

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
    ['a list of digits', [4, 1], 'satisfied'],
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
    expect(read({}, 1, 'satisfied')).toEqual(whole);
    const unread = read({ evaluationLevelModelList: [{ level: 9 }] }, 1, 'satisfied');
    expect(unread.draft.level).toBe('satisfied');
    expect(unread.doubts).toEqual([{ code: 'level_stated', sent: '9' }]);
    expect(unread.complete).toBe(true);
  });

  it('is read from a list of one, and several are none', () => {
    expect(readEvaluation({ evaluationItemModel: [sent] }, 1)).toEqual(reading());
    const several = { ok: false, reason: 'several_evaluations' };
    for (const many of [{ evaluationItemModel: [sent, sent] }, [{ evaluationItemModel: sent }, {}]])
      expect(readEvaluation(many, 1, 'satisfied')).toEqual(several);
    const alone = readEvaluation([{ evaluationItemModel: sent }], 1);
    expect(alone).toEqual({ ok: false, reason: 'evaluation_missing' });
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
    const { doubts, complete } = read(
      { evaluationLevelModelList: [{ level: {} }] },
      1,
      'satisfied',
    );
    expect([doubts, complete]).toEqual([[{ code: 'level_stated', sent: 'object' }], true]);
    const named = read({ evaluationLevelModelList: '差' }, 1, 'satisfied');
    expect(named.doubts).toEqual([{ code: 'level_stated', sent: '差' }]);
    const odd = read({ evaluationLevelModelList: [{ level: { code: 2 } }] }, 1, 'satisfied');
    expect(odd.complete).toBe(false);
  });

  it.each([{}, { evaluationItemModel: null }, { item: sent }, undefined, 'text'])(
    'is missing in %j',
    (callback) => {
      expect(readEvaluation(callback, 1)).toEqual({ ok: false, reason: 'evaluation_missing' });
    },
  );

  it('that is missing is what two persons stated, and nothing else', () => {
    expect(readEvaluation({}, 1, 'dissatisfied')).toEqual({
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
    expect(read({ channel: '7' })).toEqual({ ...whole, channel: 'portal', origin: 'default' });
    const refused = { ok: false, reason: 'default_follow_up' };
    expect(reading({ channel: 7, number: 2 }, 2)).toEqual(refused);
    expect(read({ number: 2 }, 2)).toEqual(whole);
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

const tagsOf = (evaluationTagItemModelList: unknown) => {
  const { draft, doubts, complete } = read({ evaluationTagItemModelList });
  return { tags: draft.tags, doubts, complete };
};

describe('the tags of an evaluation', () => {
  it.each([
    ['objects, numbers and texts', [{ tagCode: 209 }, 307, ' 408 '], ['209', '307', '408']],
    ['the first and the last code of all', [100, 599], ['100', '599']],
    ['nothing', [], []],
    ['no list', null, []],
    ['codes in a text', '209, 307，408', ['209', '307', '408']],
    ['a code in a text', '209', ['209']],
    ['a code alone', 209, ['209']],
    ['a tag that is no list', { tagCode: 209 }, ['209']],
  ])('are %s', (_what, list, tags) => {
    expect(tagsOf(list)).toEqual({ tags, doubts: [], complete: true });
  });

  it('that came more than once count once, and it is said', () => {
    expect(tagsOf([209, '209', { tagCode: 209 }, 307])).toEqual({
      tags: ['209', '307'],
      doubts: [{ code: 'duplicate_indicator', sent: '209' }],
      complete: true,
    });
  });

  it.each([
    [600, '600'],
    ['099', '099'],
    [20, '20'],
    [2095, '2095'],
    ['1209', '1209'],
    ['209x', '209x'],
    ['x209', 'x209'],
    ['2ab', '2ab'],
    [{ code: 209 }, 'object'],
    [null, 'null'],
  ])('that are none, such as %j, are named as they came', (tag, value) => {
    const { tags, doubts, complete } = tagsOf([tag, 307]);
    expect(tags).toEqual(['307']);
    expect(doubts).toEqual([{ code: 'unreadable_indicator', sent: value }]);
    expect(complete).toBe(value !== 'object');
  });

  it('that are none, in the place of the list, are named as they came', () => {
    const doubts = [{ code: 'unreadable_indicator', sent: '态度差,慢' }];
    expect(tagsOf('态度差,慢')).toEqual({ tags: [], doubts, complete: true });
    expect(tagsOf('慢'.repeat(65)).complete).toBe(false);
  });

  it.each(['慢209,307', '209,307慢', '209慢,307'])('are not taken out of the text %s', (sent) => {
    const doubts = [{ code: 'unreadable_indicator', sent }];
    expect(tagsOf(sent)).toEqual({ tags: [], doubts, complete: true });
  });

  it('that are none are named once each, twenty of them and no more', () => {
    const unread = Array.from({ length: 20 }, (_, index) => `t${index}`);
    const named = unread.map((one) => ({ code: 'unreadable_indicator', sent: one }));
    expect(tagsOf([...unread, 't0'])).toEqual({ tags: [], doubts: named, complete: true });
    expect(tagsOf([...unread, 't20'])).toEqual({ tags: [], doubts: named, complete: false });
  });
});

const wordsOf = (rateText: unknown) => {
  const { draft, doubts, complete } = read({ rateText });
  return { text: draft.text, doubts: doubts.map(({ code }) => code), complete };
};

describe('the words of an evaluation', () => {
  it.each([
    ['none', undefined, undefined, []],
    ['null', null, undefined, []],
    ['only blanks', '  ', undefined, []],
    ['a number', 12, '12', []],
    ['as many as can be stored', '字'.repeat(20_000), '字'.repeat(20_000), []],
    ['more', '字'.repeat(20_001), '字'.repeat(20_000), ['words_cut']],
    ['with half a character', '慢\uD83D！', '慢\uFFFD！', ['words_damaged']],
    [
      'more, with half a character',
      `\uD83D${'字'.repeat(20_000)}`,
      `\uFFFD${'字'.repeat(19_999)}`,
      ['words_cut', 'words_damaged'],
    ],
    ['an object', { text: '慢' }, undefined, ['words_unreadable']],
  ])('are kept as far as they can be: %s', (_what, rateText, text, doubts) => {
    expect(wordsOf(rateText)).toEqual({ text, doubts, complete: doubts.length === 0 });
  });

  it('are no part of a doubt', () => {
    expect(read({ rateText: '慢\uD83D' }).doubts).toEqual([{ code: 'words_damaged' }]);
  });
});
