import { putEvidence, toEvidenceRequest } from '../../client/evidence-file.ts';
import type { EvidenceFile } from '../../client/evidence-file.ts';
import { tinyPdf } from '../../client/tiny-pdf.ts';
import { expectThat } from './expectation.ts';
import type { Given, Player } from './player.ts';

export interface Upload {
  readonly by: string;
  readonly ticketId: string;
  readonly file: EvidenceFile;
}

export const makePdf = (name: string, line: string): EvidenceFile => ({
  name,
  type: 'pdf',
  bytes: tinyPdf(line),
});

/** What `announceEvidence` is played with. */
export const toAnnouncement = ({ by, ticketId, file }: Upload): Given<'announceEvidence'> => ({
  by,
  body: toEvidenceRequest(ticketId, file),
  about: `evidence for ${ticketId}`,
});

/** Announces a file, puts its bytes to the presigned address, and returns the id of the evidence. */
export const uploadEvidence = async (player: Player, upload: Upload): Promise<string> => {
  const offer = await player.play('announceEvidence', toAnnouncement(upload));
  const status = await putEvidence(offer, upload.file);
  expectThat(status === 200, `the object store takes evidence for ${upload.ticketId}`, status);
  return offer.evidenceId;
};
