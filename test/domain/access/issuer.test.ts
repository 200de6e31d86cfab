import { expect, it } from 'vitest';

import { firstIssuer, lastIssuer, reservedIssuers } from '../../../shared/domain/access/issuer.ts';

it('a link has room for each number that a key or a pad gets, and for no more', () => {
  expect(lastIssuer.toString(2)).toBe('1'.repeat(20));
});

it('no key and no pad gets a number of this system, which are two for good', () => {
  expect(reservedIssuers).toEqual({ ownMessages: 1, staffEntries: 2 });
  expect(Math.max(...Object.values(reservedIssuers))).toBeLessThan(firstIssuer);
});
