import { expect, it } from 'vitest';

import { compareTexts } from '../../../shared/domain/text/order.ts';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['', 'a', -1],
])('%j against %j: %i', (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order);
});
