import { evidenceFault } from '../../shared/domain/evidence/evidence.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';

/** The place the name of a file is sealed for. */
export const namePlace = (evidenceId: string): string => `evidence/${evidenceId}/name`;

/**
 * Lets a file pass when what was uploaded is what was announced. One that was checked is not looked
 * at again: its upload address takes no other bytes than those of the announced digest.
 */
export const requireArrived = async (store: EvidenceStore, evidence: Evidence): Promise<void> => {
  if (evidence.state === 'checked') return;
  const fault = evidenceFault(evidence, await store.arrived(evidence));
  if (fault !== undefined) throw new Problem(fault);
};

/** A conflict means that somebody else was faster and found the same. */
const markChecked = async (store: EvidenceStore, evidence: Evidence): Promise<void> => {
  if (evidence.state === 'checked') return;
  await store.save({ ...evidence, state: 'checked', version: evidence.version + 1 });
};

/** Every file that an action names belongs to this ticket, has arrived, and is what it was called. */
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
