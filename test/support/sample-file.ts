import { createHash } from 'node:crypto';

import type { EvidenceType } from '../../shared/domain/evidence/evidence.ts';

const office = (entry: string): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, Buffer.from(`${entry}…`)]);
};

/** The first bytes of real files, as far as the code reads them. */
export const sampleFiles: Readonly<Record<EvidenceType, Buffer>> = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  docx: office('[Content_Types].xml'),
  xlsx: office('xl/workbook.xml'),
};

/** A program, regardless of its name. */
export const program = Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode.');

/** An archive that is not a document. */
export const archive = office('META-INF/MANIFEST.MF');

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64');
