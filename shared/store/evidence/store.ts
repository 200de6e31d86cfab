import type { EvidenceStore } from '../../port/evidence/store.ts';
import { getItem, putNew, putNext } from '../items.ts';
import type { Table } from '../table.ts';
import { arrivedIn, signedDownload, signedUpload } from './bucket.ts';
import type { Bucket } from './bucket.ts';
import { evidenceKey } from './keys.ts';
import { storedEvidence } from './schema.ts';
import { evidencePlace, ticketFiles } from './ticket-files.ts';

export const evidenceStore = (table: Table, bucket: Bucket): EvidenceStore => ({
  ...ticketFiles(table),

  async offer(evidence) {
    const put = await putNew(table, evidencePlace(evidence), evidence);
    return put.ok ? evidence : put.existing;
  },

  find: (id) => getItem(table, storedEvidence, evidenceKey(id)),

  save: (next) => putNext(table, evidencePlace(next), next),

  upload: (evidence, at) => signedUpload(bucket, evidence, at),

  arrived: (evidence) => arrivedIn(bucket, evidence),

  download: (evidence, given) => signedDownload(bucket, evidence, given),
});
