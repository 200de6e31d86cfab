import { describe, expect, it } from 'vitest';

import {
  integratorRights,
  isAllowedTogether,
  isOfWholeCity,
} from '../../../shared/domain/access/integrator.ts';

describe('the rights of a key', () => {
  it('are of the whole city for the gateway of messages and for the center', () => {
    expect(integratorRights.filter((right) => isOfWholeCity([right]))).toEqual([
      'messages',
      'center',
    ]);
    expect(isOfWholeCity(['cases', 'messages'])).toBe(true);
    expect(isOfWholeCity([])).toBe(false);
  });

  it('stand together, but for that of the center', () => {
    expect(isAllowedTogether(['cases', 'invitations', 'portal', 'messages'])).toBe(true);
    expect(isAllowedTogether(['center'])).toBe(true);
    expect(isAllowedTogether(['center', 'cases'])).toBe(false);
  });
});
