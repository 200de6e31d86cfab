/** Files of Excel that are no XLSX, and what their senders can do. */
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

/** The container of `.xls`, and of every workbook with a password. */
const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

/** @throws Problem for an old or an encrypted workbook, under whatever name it comes */
export const refuseOldWorkbook = (bytes: Uint8Array): void => {
  if (!container.every((byte, at) => bytes[at] === byte)) return;
  throw new Problem(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPart)
      ? importProblems.file_encrypted
      : importProblems.file_old_workbook,
  );
};
