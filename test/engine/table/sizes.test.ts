import { expect, test } from 'vitest';

import type { AttributeValue } from '../../../infra/local/engine/expression/value/attribute-value.ts';
import { itemSize, valueSize } from '../../../infra/local/engine/expression/value/value-size.ts';

const SIZES: readonly (readonly [value: AttributeValue, bytes: number])[] = [
  [{ S: '' }, 0],
  [{ S: '好差评' }, 9],
  [{ N: '0' }, 1],
  [{ N: '5' }, 2],
  [{ N: '12' }, 2],
  [{ N: '123' }, 3],
  [{ N: '-123' }, 4],
  [{ N: '12000000' }, 2],
  [{ N: '0.00012' }, 2],
  [{ B: 'AQID' }, 3],
  [{ BOOL: false }, 1],
  [{ NULL: true }, 1],
  [{ SS: ['a', 'bc'] }, 3],
  [{ NS: ['1', '-2'] }, 5],
  [{ BS: ['AQ==', 'AQI='] }, 3],
  [{ L: [] }, 3],
  [{ L: [{ S: 'abc' }, { N: '1' }] }, 10],
  [{ M: {} }, 3],
  [{ M: { ab: { S: 'abc' }, c: { L: [] } } }, 14],
];

test.each(SIZES)('%j takes %i bytes', (value, bytes) => {
  expect(valueSize(value)).toBe(bytes);
});

test('an item counts its attribute names in UTF-8', () => {
  expect(itemSize({ 评: { S: 'a' }, pk: { S: 'p' } })).toBe(7);
});
