import { describe, expect, it } from 'vitest';

import { readEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';

const sent = {
  id: '1382310240598237185',
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: ' 排了两次队 ',
  evaluationLevelModelList: [{ level: 2 }],
  evaluationTagItemModelList: [{ tagCode: 209 }, { tagCode: '210' }],
};

const read = (change: object): ReadEvaluation => {
  const one = readEvaluation({ evaluationItemModel: { ...sent, ...change } }, 1);
  if (!one.ok) throw new Error(one.reason);
  return one.evaluation;
};

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
    ['an object', { zh: '慢', en: ['slow'] }, '慢\nslow', ['words_in_other_form']],
    ['a list', ['慢', '乱'], '慢\n乱', ['words_in_other_form']],
    ['no text', { a: true }, '{"a":true}', ['words_in_other_form']],
  ])('are kept as far as they can be: %s', (_what, rateText, text, doubts) => {
    expect(wordsOf(rateText)).toEqual({ text, doubts, complete: doubts.length === 0 });
  });

  it('are no part of a doubt', () => {
    expect(read({ rateText: '慢\uD83D' }).doubts).toEqual([{ code: 'words_damaged' }]);
  });
});
