/** 办件: its contacts, and its end. */
import { textOf } from '../field.ts';
import { replyWith } from '../said.ts';
import { fileRecord } from './filing.ts';
import type { Call, Outcome } from './filing.ts';
import { unknownPlace } from './place-known.ts';

export const contactKey = ({ body }: Pick<Call, 'body'>): string =>
  `${textOf(body, 'projectNo')}/${textOf(body, 'serviceNumber')}`;

export const takeService = (call: Call): Outcome =>
  fileRecord(call, { kind: 'service', key: contactKey(call), day: '' }, () =>
    unknownPlace(call.body),
  );

export const takeFinish = (call: Call): Outcome => {
  const { book, body } = call;
  const key = textOf(body, 'projectNo');
  return fileRecord(call, { kind: 'finish', key, day: '' }, () =>
    book.ofCase('service', key).length === 0 ? replyWith('1001') : unknownPlace(body),
  );
};
