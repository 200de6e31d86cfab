import { describe, expect, it } from 'vitest';

import { readEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { StatedParts } from '../../../../shared/domain/exchange/callback/stated.ts';
import { at } from '../../time/shanghai.ts';

const sent = {
  id: '1382310240598237185',
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: '排了两次队',
  evaluationLevelModelList: [{ level: 2 }],
  evaluationTagItemModelList: [{ tagCode: 209 }],
};

const read = (change: object, stated: StatedParts): ReadEvaluation => {
  const one = readEvaluation({ evaluationItemModel: { ...sent, ...change } }, 1, stated);
  if (!one.ok) throw new Error(one.reason);
  return one.evaluation;
};

describe('the time that two persons stated', () => {
  const stated = { at: at('2026-11-20 11:00') };

  it('counts where the time cannot be read, and the rating says so', () => {
    expect(read({ assessTime: '昨天上午' }, stated)).toMatchObject({
      claimedAt: '2026-11-20T03:00:00.000Z',
      doubts: [{ code: 'time_stated', sent: '昨天上午' }],
      complete: true,
    });
  });

  it('leaves the callback kept for a time in a form that the doubt does not show', () => {
    expect(read({ assessTime: { year: 2026 } }, stated)).toMatchObject({
      claimedAt: '2026-11-20T03:00:00.000Z',
      doubts: [{ code: 'time_stated', sent: 'object' }],
      complete: false,
    });
  });

  it('is not asked for where the time can be read', () => {
    expect(read({}, stated)).toMatchObject({
      claimedAt: '2026-11-20T01:30:30.000Z',
      doubts: [],
      complete: true,
    });
  });
});

describe('the channel that two persons stated', () => {
  it('counts where the channel cannot be read, and the rating says so', () => {
    expect(read({ channel: 9 }, { channel: 'qr' })).toMatchObject({
      channel: 'qr',
      origin: 'active',
      doubts: [{ code: 'channel_stated', sent: '9' }],
      complete: true,
    });
  });

  it('leaves the callback kept for a channel in a form that the doubt does not show', () => {
    expect(read({ channel: { code: '3' } }, { channel: 'qr' })).toMatchObject({
      channel: 'qr',
      doubts: [{ code: 'channel_stated', sent: 'object' }],
      complete: false,
    });
  });

  it('is not asked for where the channel can be read', () => {
    expect(read({}, { channel: 'qr' })).toMatchObject({ channel: 'app', doubts: [] });
  });

  it('makes a default rating one of a resident', () => {
    const byDefault = { channel: 7, rateText: null, evaluationLevelModelList: [{ level: 5 }] };
    expect(read(byDefault, {})).toMatchObject({ channel: 'portal', origin: 'default' });
    expect(read(byDefault, { channel: 'qr' })).toMatchObject({ channel: 'qr', origin: 'active' });
  });
});

describe('the tags that two persons stated', () => {
  it('stand behind those that were read, each once, and the rating says so', () => {
    expect(read({}, { tags: ['307', '209', '408'] })).toMatchObject({
      draft: { tags: ['209', '307', '408'] },
      doubts: [{ code: 'tags_stated' }],
      complete: true,
    });
  });

  it('are none in an empty list', () => {
    expect(read({}, { tags: [] })).toMatchObject({ draft: { tags: ['209'] }, doubts: [] });
  });
});

describe('the words that two persons stated', () => {
  it('stand for those that came, and the rating says so', () => {
    expect(read({ rateText: '慢\uFFFD\uFFFD' }, { text: '慢得很' })).toMatchObject({
      draft: { text: '慢得很' },
      doubts: [{ code: 'words_stated' }],
      complete: true,
    });
  });

  it('may be none at all', () => {
    const { draft, doubts, complete } = read({ rateText: ['—'] }, { text: null });
    expect(draft.text).toBeUndefined();
    expect([doubts, complete]).toEqual([[{ code: 'words_stated' }], true]);
  });

  it('are cut where more of them came than a rating keeps', () => {
    const { draft } = read({}, { text: '字'.repeat(20_001) });
    expect(draft.text).toBe('字'.repeat(20_000));
  });
});
