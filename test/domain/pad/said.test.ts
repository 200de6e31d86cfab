import { describe, expect, it } from 'vitest';

import { saidIn } from '../../../shared/domain/pad/said.ts';

describe('what is shown of a refused rating', () => {
  it.each<[string, unknown, object | undefined]>([
    [
      'level and tags as they were sent, and that there are words',
      { level: '很好', tags: ['510', 999, { a: 1 }], text: '谢谢张三' },
      { levels: ['很好'], tags: ['510', '999', 'object'], hasWords: true },
    ],
    ['nothing of what is not there', {}, { levels: [], tags: [], hasWords: false }],
    [
      'nothing of null, blanks and empty lists',
      { level: null, tags: [' ', null, []], text: ' ' },
      { levels: [], tags: [], hasWords: false },
    ],
    [
      'every level and tag of members that came more than once',
      {
        'level (#1)': 5,
        'level (#2)': 1,
        'tags (#1)': ['209'],
        'tags (#2)': '201',
        'text (#1)': 'a',
        'text (#2)': null,
      },
      { levels: ['5', '1'], tags: ['209', '201'], hasWords: true },
    ],
    [
      'what is too long for a name by its type, and what is just as long',
      { level: 'x'.repeat(21), tags: 'x'.repeat(20) },
      { levels: ['string'], tags: ['x'.repeat(20)], hasWords: false },
    ],
    [
      'words in the place of a code by their type',
      { level: '不满意\n张三', tags: ['态度\u202E差'] },
      { levels: ['string'], tags: ['string'], hasWords: false },
    ],
    [
      'a number of a person masked',
      { level: 13_900_000_001, tags: ['13900000001', true] },
      { levels: ['13*******01'], tags: ['13*******01', 'true'], hasWords: false },
    ],
    ['nothing of a text', 'noise', undefined],
    ['nothing of a list', [{ level: 'satisfied' }], undefined],
    ['nothing of null', null, undefined],
  ])('is %s', (_what, given, shown) => {
    expect(saidIn(given)).toEqual(shown);
  });

  it('is at most twenty of a list', () => {
    const tags = Array.from({ length: 21 }, (_, index) => String(index));
    expect(saidIn({ tags })?.tags).toEqual(tags.slice(0, 20));
  });
});
