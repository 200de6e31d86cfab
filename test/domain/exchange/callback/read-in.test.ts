import { describe, expect, it } from 'vitest';

import { readIn } from '../../../../shared/domain/exchange/callback/read-in.ts';

const sent = {
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: ' 排了两次队 ',
  evaluationLevelModelList: [{ level: 2 }],
  evaluationTagItemModelList: [{ tagCode: 209 }, { tagCode: '210' }],
};

const found = {
  level: 'dissatisfied',
  tags: ['209', '210'],
  text: '排了两次队',
  at: '2026-11-20T01:30:30.000Z',
  channel: 'app',
};

const readOf = (change: object = {}, number: 1 | 2 = 1) =>
  readIn({ evaluationItemModel: { ...sent, ...change } }, number);

describe('what is read in an evaluation, and cannot be stated otherwise', () => {
  it('is all of it where all of it can be read', () => {
    expect(readOf()).toEqual(found);
  });

  it('is nothing where no evaluation is', () => {
    const nothing = {
      level: undefined,
      tags: undefined,
      text: undefined,
      at: undefined,
      channel: undefined,
    };
    expect(readIn({}, 1)).toEqual(nothing);
    expect(readIn(undefined, 1)).toEqual(nothing);
  });

  it('are no tags where there are none, or where one is no tag', () => {
    expect(readOf({ evaluationTagItemModelList: [] }).tags).toBeUndefined();
    expect(readOf({ evaluationTagItemModelList: [209, '慢'] }).tags).toBeUndefined();
    expect(readOf({ evaluationTagItemModelList: '慢' }).tags).toBeUndefined();
  });

  it('are the tags also where one came twice', () => {
    expect(readOf({ evaluationTagItemModelList: [209, 209, 307] }).tags).toEqual(['209', '307']);
  });

  it.each([
    ['half a character', '慢\uD83D'],
    ['a character that was lost on the way', '慢\uFFFD'],
    ['blanks only', '  '],
    ['nothing', null],
  ])('are no words with %s', (_what, rateText) => {
    expect(readOf({ rateText })).toEqual({ ...found, text: undefined });
  });

  it('is no time that cannot be read', () => {
    expect(readOf({ assessTime: '昨天' })).toEqual({ ...found, at: undefined });
  });

  it('is no level that cannot be read', () => {
    expect(readOf({ evaluationLevelModelList: [{ level: 9 }] })).toEqual({
      ...found,
      level: undefined,
    });
  });

  it('is no channel that nobody knows', () => {
    expect(readOf({ channel: 9 })).toEqual({ ...found, channel: undefined });
  });

  it('is the channel of a default rating, unless it should be a follow-up', () => {
    const byDefault = { channel: 7, rateText: null, evaluationLevelModelList: [{ level: 5 }] };
    expect(readOf(byDefault, 1).channel).toBe('portal');
    expect(readOf(byDefault, 2).channel).toBeUndefined();
    expect(readOf({}, 2).channel).toBe('app');
  });
});
