import { createHash } from 'node:crypto';

import type { EvidenceRequest } from '../../../events/evidence/evidence.ts';

/** A file as it is announced: what it says of itself, and its bytes. */
export interface EvidenceFile {
  readonly name: string;
  /** What it is called; whether its bytes agree is for the instance to find out. */
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

/** Puts the bytes where the offer says, past the functions; answers the status of the store. */
export const putEvidence = async (
  { uploadUrl, headers }: { uploadUrl: string; headers: Readonly<Record<string, string>> },
  { bytes }: EvidenceFile,
): Promise<number> => {
  const answer = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  await answer.arrayBuffer();
  return answer.status;
};
