import { evidenceFault } from '../../shared/domain/evidence/evidence.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';

/** Returns the encryption context of a file name. */
export const namePlace = (evidenceId: string): string => `evidence/${evidenceId}/name`;

/**
 * Accepts a file when the upload matches its announcement. A checked file is not checked again: its
 * upload URL accepts no bytes other than those with the announced digest.
 */
export const requireArrived = async (store: EvidenceStore, evidence: Evidence): Promise<void> => {
  if (evidence.state === 'checked') return;
  const fault = evidenceFault(evidence, await store.arrived(evidence));
  if (fault !== undefined) throw new Problem(fault);
};

/** Ignores a conflict: a concurrent call has stored the same result. */
const markChecked = async (store: EvidenceStore, evidence: Evidence): Promise<void> => {
  if (evidence.state === 'checked') return;
  await store.save({ ...evidence, state: 'checked', version: evidence.version + 1 });
};

/**
 * Throws unless every file of an action belongs to this ticket, is uploaded, and matches its
 * announcement.
 */
export const requireEvidence = async (
  store: EvidenceStore,
  ticketId: string,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) {
    const evidence = await store.find(id);
    if (evidence?.ticketId !== ticketId) throw new Problem('evidence_unknown');
    await requireArrived(store, evidence);
    await markChecked(store, evidence);
  }
};
