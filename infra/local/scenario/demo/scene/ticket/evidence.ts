import { EvidenceLink, EvidenceOffer } from '../../../../../../events/evidence/evidence.ts';
import { toEvidenceRequest, putEvidence } from '../../../../client/evidence-file.ts';
import type { EvidenceFile } from '../../../../client/evidence-file.ts';
import { tinyPdf } from '../../../../client/tiny-pdf.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import { handler } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { attemptAction } from './ticket.ts';

export const makeRecordFile = (line: string): EvidenceFile => ({
  name: '整改记录.pdf',
  type: 'pdf',
  bytes: tinyPdf(line),
});

const announceEvidence = async (stage: Stage, ticketId: string, file: EvidenceFile) =>
  (await stage.as(handler)).post('/v1/evidence', toEvidenceRequest(ticketId, file));

/** Announces the file and puts its bytes to the presigned address; answers the evidence's id. */
export const uploadEvidence = async (
  stage: Stage,
  ticketId: string,
  file: EvidenceFile,
): Promise<string> => {
  const offer = expectBody(await announceEvidence(stage, ticketId, file), 201, EvidenceOffer);
  const status = await putEvidence(offer, file);
  expectThat(status === 200, 'the object store takes the file', status);
  return offer.evidenceId;
};

/** Other bytes than announced, to an address that was signed for these. */
const uploadSwapped = async (stage: Stage, ticketId: string, file: EvidenceFile): Promise<void> => {
  const offer = expectBody(await announceEvidence(stage, ticketId, file), 201, EvidenceOffer);
  const status = await putEvidence(offer, { ...file, bytes: Buffer.from(file.bytes).fill(0x20) });
  expectThat(status >= 400 && status < 500, 'the object store refuses other bytes', status);
  stage.tell.pass(
    '上传地址只收所登记的字节',
    'the address takes the announced bytes and no others',
  );
};

/** 佐证材料: what is no evidence, each refused where it first can be known. */
export const wrongEvidence = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const program = { name: '证明.exe', type: 'exe', bytes: Buffer.from('MZ') };
  const called = await announceEvidence(stage, ticketId, program);
  tell.quote(inShort(expectProblem(called, 422, 'evidence_type_wrong')));
  const disguised = { ...program, name: '证明.pdf', type: 'pdf' };
  const evidence = [await uploadEvidence(stage, ticketId, disguised)];
  const named = await attemptAction(stage, {
    ticketId,
    by: handler,
    deed: { type: 'submit', result: 'rectified', measure: '-', answer: '-', evidence },
  });
  tell.quote(inShort(expectProblem(named, 422, 'evidence_type_wrong')));
  tell.pass('类型不符的佐证被拒绝，改名也不行', 'evidence of a wrong type is refused, renamed too');
  await uploadSwapped(stage, ticketId, makeRecordFile('Announced, but something else is sent.'));
};

/** The supervisor reads what the handler put there, byte for byte. */
export const rereadEvidence = async (
  stage: Stage,
  id: string,
  file: EvidenceFile,
): Promise<void> => {
  const supervisor = await stage.as('supervisor-yuecheng');
  const link = expectBody(await supervisor.get(`/v1/evidence/${id}`), 200, EvidenceLink);
  const got = Buffer.from(await (await fetch(link.downloadUrl)).arrayBuffer());
  expectThat(got.equals(file.bytes), 'the same bytes come back', got.length);
  stage.tell.quote(`${link.name} · ${link.size} bytes · sha-256 ${link.sha256}`);
  stage.tell.pass('督办员读到同一份佐证', 'the supervisor reads the very same file');
};
