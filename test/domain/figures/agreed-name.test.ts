import { expect, it } from 'vitest';

import { agreedName } from '../../../shared/domain/figures/agreed-name.ts';

it.each([
  [[], undefined],
  [[undefined], undefined],
  [['税务局'], '税务局'],
  [['税务局', undefined, undefined], '税务局'],
  [['假名', '税务局', '税务局'], '税务局'],
  [['税务局', '假名'], undefined],
  [['假名', '税务局', '假名', '税务局'], undefined],
  [['税务局（分局）', '税务局(分局)', '假名'], '税务局（分局）'],
])('of %j the name is %s', (names, name) => {
  expect(agreedName(names)).toBe(name);
});
