import { createHash } from 'node:crypto';

import type { EvidenceRequest } from '../../../events/evidence/evidence.ts';

/** A file to upload: its announced name and type, and its bytes. */
export interface EvidenceFile {
  readonly name: string;
  /** The announced media type. The instance checks whether the bytes agree with it. */
  readonly type: string;
  readonly bytes: Buffer;
}

export const toEvidenceRequest = (
  ticketId: string,
  { name, type, bytes }: EvidenceFile,
): EvidenceRequest => ({
  ticketId,
  name,
  type,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
});

/**
 * Uploads the bytes to the address in the offer, directly to the object store and not through a
 * function. Returns the HTTP status of the store.
 */
export const putEvidence = async (
  { uploadUrl, headers }: { uploadUrl: string; headers: Readonly<Record<string, string>> },
  { bytes }: EvidenceFile,
): Promise<number> => {
  const answer = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  await answer.arrayBuffer();
  return answer.status;
};
