import { expect, it } from 'vitest';

import { isSameGeneration } from '../../../shared/domain/rating/rating-key.ts';

it.each([
  [{}, {}, true],
  [{}, { generation: 1 }, true],
  [{ generation: 1 }, {}, true],
  [{ generation: 2 }, { generation: 2 }, true],
  [{}, { generation: 2 }, false],
  [{ generation: 2 }, {}, false],
  [{ generation: 2 }, { generation: 3 }, false],
])('%j and %j are of one generation, the first when none is stated: %s', (one, other, same) => {
  expect(isSameGeneration(one, other)).toBe(same);
});
