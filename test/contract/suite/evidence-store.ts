import { describe, expect, it } from 'vitest';

import { mediaTypes } from '../../../shared/domain/evidence/evidence.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { sampleFiles, sha256Of } from '../../support/sample-file.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const sampleEvidence = (more: Partial<Evidence> = {}): Evidence => ({
  id: unique('evidence'),
  ticketId: '330602261120000000017-1',
  sealedName: '1.x',
  type: 'pdf',
  size: sampleFiles.pdf.length,
  sha256: sha256Of(sampleFiles.pdf),
  offeredBy: 'u-handler',
  offeredAt: friday,
  state: 'offered',
  version: 1,
  ...more,
});

export const evidenceStoreContract = (given: GivenStores): void => {
  describe('an evidence store', () => {
    it('keeps the first announcement of a file', async () => {
      const { evidence } = given();
      const offered = sampleEvidence();
      expect(await evidence.offer(offered)).toEqual(offered);
      expect(await evidence.offer({ ...offered, sealedName: '1.y' })).toEqual(offered);
      expect(await evidence.find(offered.id)).toEqual(offered);
      expect(await evidence.find('no-such-file')).toBeUndefined();
    });

    it('saves against the version before', async () => {
      const { evidence } = given();
      const offered = await evidence.offer(sampleEvidence());
      const checked = { ...offered, state: 'checked', version: 2 } as const;
      const outcomes = await countsOf(times(5, () => () => evidence.save(checked)));
      expect(outcomes).toEqual({ saved: 1, conflict: 4 });
      expect(await evidence.find(offered.id)).toEqual(checked);
    });

    it('gives an address for this very file, for a quarter of an hour', async () => {
      const { evidence } = given();
      const offered = sampleEvidence();
      const { url, headers, expiresAt } = await evidence.upload(offered, friday);
      expect(new URL(url).pathname).toMatch(new RegExp(`/evidence/${offered.id}$`));
      expect(headers).toEqual({
        'content-type': mediaTypes.pdf,
        'content-length': String(offered.size),
        'x-amz-checksum-sha256': offered.sha256,
      });
      expect(expiresAt).toBe(later(friday, 15 * 60_000));
    });

    it('says when nothing was uploaded', async () => {
      expect(await given().evidence.arrived(sampleEvidence())).toBeUndefined();
    });
  });
};
