import { EvidenceRequest } from '../../events/evidence/evidence.ts';
import {
  evidenceTypes,
  isEvidenceType,
  largestEvidence,
} from '../../shared/domain/evidence/evidence.ts';
import type { Evidence, EvidenceType } from '../../shared/domain/evidence/evidence.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { sha256 } from '../../shared/rules.ts';
import { namePlace } from './check-evidence.ts';

export interface EvidenceDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly tickets: TicketStore;
  readonly evidence: EvidenceStore;
}

const typeOf = ({ type, size }: EvidenceRequest): EvidenceType => {
  if (!isEvidenceType(type)) {
    throw new Problem('evidence_type_wrong', { fact: evidenceTypes.join(', ') });
  }
  if (size > largestEvidence) {
    throw new Problem('evidence_too_large', { fact: `${largestEvidence / 1024 / 1024} MiB` });
  }
  return type;
};

const requireDepartment = async (
  staff: Staff,
  ticketId: string,
  tickets: TicketStore,
): Promise<void> => {
  const ticket = await tickets.find(ticketId);
  // Wherever the case belongs, as the ticket itself is seen by its department.
  if (ticket === undefined || staff.department !== ticket.creditCode) {
    throw new Problem('ticket_unknown');
  }
};

/** The same file for the same ticket by the same person has the same id. */
const evidenceIdOf = (asked: EvidenceRequest, staff: Staff): string =>
  sha256([asked.ticketId, asked.type, asked.size, asked.sha256, staff.id].join('/')).slice(0, 32);

const buildEvidence = async (
  asked: EvidenceRequest,
  { staff, at }: { readonly staff: Staff; readonly at: Instant },
  { keys }: EvidenceDeps,
): Promise<Evidence> => {
  const type = typeOf(asked);
  const id = evidenceIdOf(asked, staff);
  return {
    id,
    ticketId: asked.ticketId,
    sealedName: await keys.encrypt(asked.name, namePlace(id)),
    type,
    size: asked.size,
    sha256: asked.sha256,
    offeredBy: staff.id,
    offeredAt: at,
    state: 'offered',
    version: 1,
  };
};

const requireSameName = async (
  offered: Evidence,
  { name }: EvidenceRequest,
  { keys }: EvidenceDeps,
): Promise<void> => {
  const known = await keys.decrypt(offered.sealedName, namePlace(offered.id));
  if (known !== name) throw new Problem('evidence_name_differs', { fact: offered.id });
};

/**
 * `POST /v1/evidence`: announces a file for a ticket of the caller's department and returns an
 * upload URL. The browser sends the bytes directly to the object store, which accepts only the
 * announced ones.
 */
export const offerEvidence =
  (deps: EvidenceDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readBody(request, EvidenceRequest);
    const at = deps.now();
    const evidence = await buildEvidence(asked, { staff, at }, deps);
    await requireDepartment(staff, asked.ticketId, deps.tickets);
    const offered = await deps.evidence.offer(evidence);
    await requireSameName(offered, asked, deps);
    const { url, headers, expiresAt } = await deps.evidence.upload(offered, at);
    return {
      status: 201,
      body: {
        evidenceId: offered.id,
        uploadUrl: url,
        headers,
        expiresAt: withOffset(expiresAt),
      },
    };
  };
