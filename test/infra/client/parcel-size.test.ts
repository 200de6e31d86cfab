import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createParcelSize } from '../../../infra/local/client/import/parcel-size.ts';

describe('the size of a parcel', () => {
  it('shrinks after a time-out, grows after answers, and stays within its bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (answers) => {
        const size = createParcelSize();
        for (const answered of answers) {
          const before = size.lines();
          if (answered) size.grow();
          else size.shrink();
          const after = size.lines();
          expect(answered ? after >= before : after <= before).toBe(true);
          expect(after >= 1 && after <= 200).toBe(true);
        }
      }),
    );
  });
});
