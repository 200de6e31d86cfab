import { putEvidence } from '../../../../client/evidence-file.ts';
import type { EvidenceFile } from '../../../../client/evidence-file.ts';
import { makePdf, toAnnouncement, uploadEvidence } from '../../../player/evidence.ts';
import { expectThat } from '../../../player/expectation.ts';
import { submit } from '../../../player/staff-action.ts';
import { handler as by, supervisor } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';
import { showRefusedAction } from './ticket.ts';

export const makeRecordFile = (line: string): EvidenceFile => makePdf('整改记录.pdf', line);

/** Puts other bytes than announced to the presigned address. */
const uploadSwapped = async (stage: Stage, ticketId: string): Promise<void> => {
  const file = makeRecordFile('Announced, but something else is sent.');
  const announcement = toAnnouncement({ by, ticketId, file });
  const offer = await stage.play('announceEvidence', announcement);
  const status = await putEvidence(offer, { ...file, bytes: Buffer.from(file.bytes).fill(0x20) });
  expectThat(status >= 400 && status < 500, 'the object store refuses other bytes', status);
  stage.tell.pass(
    '上传地址只收所登记的字节',
    'the address takes the announced bytes and no others',
  );
};

/** 佐证材料: shows where the service refuses each kind of wrong evidence. */
export const showWrongEvidence = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const program = { name: '证明.exe', type: 'exe', bytes: Buffer.from('MZ') };
  const announcement = toAnnouncement({ by, ticketId, file: program });
  await stage.showRefusal('announceEvidence', announcement, '422 evidence_type_wrong');
  const disguised = { ...program, name: '证明.pdf', type: 'pdf' };
  const evidence = [await uploadEvidence(stage, { by, ticketId, file: disguised })];
  const action = { ...submit('-', '-'), evidence };
  await showRefusedAction(stage, { ticketId, by, action }, '422 evidence_type_wrong');
  tell.pass('类型不符的佐证被拒绝，改名也不行', 'evidence of a wrong type is refused, renamed too');
  await uploadSwapped(stage, ticketId);
};

/** The supervisor reads the file of the handler, byte for byte. */
export const rereadEvidence = async (
  stage: Stage,
  id: string,
  file: EvidenceFile,
): Promise<void> => {
  const link = await stage.play('readEvidence', { by: supervisor, at: { id } });
  const content = Buffer.from(await (await fetch(link.downloadUrl)).arrayBuffer());
  expectThat(content.equals(file.bytes), 'the same bytes come back', content.length);
  stage.tell.quote(`${link.name} · ${link.size} bytes · sha-256 ${link.sha256}`);
  stage.tell.pass('督办员读到同一份佐证', 'the supervisor reads the very same file');
};
