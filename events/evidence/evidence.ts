import * as z from 'zod/mini';

import { evidenceTypes, largestEvidence } from '../../shared/domain/evidence/evidence.ts';
import { Moment, text, TicketId } from '../primitive.ts';

/** 256 bits in base64, as in HTTP headers. */
const Sha256 = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));

/** Type and size have their own problem codes, so that the answer lists the accepted files. */
export const EvidenceRequest = z.strictObject({
  ticketId: TicketId,
  /** The original file name; it is stored encrypted. */
  name: text(120),
  type: text(20),
  size: z.int().check(z.minimum(1)),
  sha256: Sha256,
});
export type EvidenceRequest = z.infer<typeof EvidenceRequest>;

z.globalRegistry.add(EvidenceRequest.shape.type, {
  title: evidenceTypes.join(', '),
  examples: ['pdf'],
});
z.globalRegistry.add(EvidenceRequest.shape.size, {
  title: `Bytes, at most ${largestEvidence}`,
  examples: [48_211],
});
z.globalRegistry.add(EvidenceRequest.shape.sha256, { title: 'SHA-256 of the bytes, base64' });

/** One PUT of the file's bytes to `uploadUrl`, with exactly these headers. */
export const EvidenceOffer = z.object({
  evidenceId: z.string(),
  uploadUrl: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: Moment,
});

export const EvidenceLink = z.object({
  evidenceId: z.string(),
  ticketId: TicketId,
  name: z.string(),
  type: z.enum(evidenceTypes),
  size: z.int(),
  sha256: Sha256,
  offeredBy: z.string(),
  offeredAt: Moment,
  downloadUrl: z.string(),
  expiresAt: Moment,
});
