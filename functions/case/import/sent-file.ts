/** A file as the body of a request: its form, and its bytes. */
import { largestFile } from '../../../events/case/import.ts';
import type { FileForm } from '../../../events/case/import.ts';
import { bodyBytes, charsetOf, refuseContentEncoding } from '../../../shared/http/body-text.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { printable } from '../../../shared/http/printable.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

/** What a caller is told to send. */
const typesTold: Readonly<Record<FileForm, readonly string[]>> = {
  csv: ['text/csv', 'application/csv'],
  ndjson: ['application/x-ndjson'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

const mediaTypes: Readonly<Record<FileForm, readonly string[]>> = {
  ...typesTold,
  // Browsers on Windows call a CSV file so; a workbook under this name is told what to do.
  csv: [...typesTold.csv, 'application/vnd.ms-excel'],
};

const mediaTypeOf = (request: HttpRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** By the names of the encodings that a file is recognized in; a workbook names its own. */
const charsets: Readonly<Record<FileForm, RegExp>> = {
  csv: /^(?:utf-?8|utf-?16(?:le|be)?|gb-?18030|gbk|gb-?2312)?$/i,
  ndjson: /^(?:utf-?8)?$/i,
  xlsx: /^.*$/,
};

/** What its sender says of the bytes is true, or they are not read at all. */
const refuseDeclared = (request: HttpRequest, form: FileForm): void => {
  refuseContentEncoding(request);
  const charset = charsetOf(request) ?? '';
  if (charsets[form].test(charset)) return;
  throw new Problem(importProblems.file_charset_unknown, { fact: printable(charset) });
};

/** @throws Problem for a type that is none of these, or bytes that are said to be of another encoding */
export const formOf = <Form extends FileForm>(
  request: HttpRequest,
  forms: readonly Form[],
): Form => {
  const given = mediaTypeOf(request);
  const form = forms.find((one) => mediaTypes[one].includes(given));
  if (form === undefined) {
    const fact = forms.map((one) => typesTold[one].join(', ')).join(', ');
    throw new Problem(importProblems.file_type_unknown, { fact });
  }
  refuseDeclared(request, form);
  return form;
};

/**
 * Refuses a body that lost characters. The gateway passes `text/*` on as UTF-8 text, which corrupts
 * other encodings before the digest is checked. This check comes first, because a digest mismatch
 * would not explain the cause.
 */
export const refuseSpoiled = (request: HttpRequest): void => {
  if (!request.isBase64Encoded && (request.body ?? '').includes('\uFFFD'))
    throw new Problem(importProblems.file_characters_lost);
};

/** @throws Problem when the file is too large */
export const fileBytes = (request: HttpRequest): Buffer => {
  const bytes = bodyBytes(request);
  if (bytes.length <= largestFile) return bytes;
  const fact = `${largestFile / 1024 / 1024} MiB`;
  throw new Problem(importProblems.file_too_large, { fact });
};
