import { isErased } from '../../shared/domain/text/erased.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { canView } from '../ticket/visibility.ts';
import { requireArrived, namePlace } from './check-evidence.ts';
import type { EvidenceDeps } from './offer.ts';

/**
 * `GET /v1/evidence/{id}`: returns a download URL, valid for some minutes, to callers who may see
 * the ticket. Only checked files are served, and as attachments, so no upload can run in a page.
 */
export const showEvidence =
  (deps: EvidenceDeps): StaffHandler =>
  async (request, staff) => {
    const evidence = await deps.evidence.find(pathParameter(request, 'id'));
    if (evidence === undefined) throw new Problem('evidence_unknown');
    const ticket = await deps.tickets.find(evidence.ticketId);
    if (ticket === undefined) throw new Problem('ticket_unknown');
    if (!canView(staff, ticket)) throw new Problem('evidence_unknown');
    if (isErased(evidence.sealedName)) throw new Problem('evidence_erased');
    await requireArrived(deps.evidence, evidence);
    const name = await deps.keys.decrypt(evidence.sealedName, namePlace(evidence.id));
    const { url, expiresAt } = await deps.evidence.download(evidence, { name, at: deps.now() });
    return {
      status: 200,
      body: {
        evidenceId: evidence.id,
        ticketId: evidence.ticketId,
        name,
        type: evidence.type,
        size: evidence.size,
        sha256: evidence.sha256,
        offeredBy: evidence.offeredBy,
        offeredAt: withOffset(evidence.offeredAt),
        downloadUrl: url,
        expiresAt: withOffset(expiresAt),
      },
    };
  };
