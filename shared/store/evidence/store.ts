import type { Evidence } from '../../domain/evidence/evidence.ts';
import type { EvidenceStore, TicketFiles } from '../../port/evidence/store.ts';
import { getItem, putNew, putNext, wholeList } from '../items.ts';
import type { Placement, Table } from '../table.ts';
import { arrivedIn, signedDownload, signedUpload } from './bucket.ts';
import type { Bucket } from './bucket.ts';
import { evidenceKey, evidenceOfTicket } from './keys.ts';
import { storedEvidence } from './schema.ts';

/** A file is listed by its ticket, whether it became part of an action or not. */
export const evidencePlace = ({ id, ticketId }: Evidence): Placement<Evidence> => ({
  key: evidenceKey(id),
  kind: storedEvidence,
  list: { listPk: evidenceOfTicket(ticketId), listSk: id },
});

export const ticketFiles = (table: Table): TicketFiles => ({
  ofTicket: (ticketId) => wholeList(table, storedEvidence, { listPk: evidenceOfTicket(ticketId) }),
});

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
