import { expect, it } from 'vitest';

import { namesOf } from '../../../shared/domain/text/names-of.ts';
import { compareTexts } from '../../../shared/domain/text/order.ts';

it('names are listed in the order of their table', () => {
  expect(namesOf({ b: true, a: false })).toEqual(['b', 'a']);
});

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['', 'a', -1],
])('%j against %j: %i', (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order);
});
