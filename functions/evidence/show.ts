import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { staffOf } from '../../shared/http/staff.ts';
import { requireSight } from '../ticket/sight.ts';
import { requireArrived, namePlace } from './check-evidence.ts';
import type { EvidenceDoor } from './offer.ts';

/**
 * `GET /v1/evidence/{id}`: an address for some minutes, for whoever may see the ticket. Only a file
 * that was checked is handed out, as an attachment: nothing a department uploads runs in a page.
 */
export const showEvidence =
  (door: EvidenceDoor): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, door.claimPrefix);
    const evidence = await door.evidence.find(pathParameter(request, 'id'));
    if (evidence === undefined) throw new Problem('evidence_unknown');
    const ticket = await door.tickets.find(evidence.ticketId);
    if (ticket === undefined) throw new Problem('ticket_unknown');
    requireSight(staff, ticket);
    await requireArrived(door.evidence, evidence);
    const name = await door.keys.open(evidence.sealedName, namePlace(evidence.id));
    const { url, expiresAt } = await door.evidence.download(evidence, { name, at: door.now() });
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
