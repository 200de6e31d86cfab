/** 归档: the revisions of one record, in order and each once. */
import { isDeepStrictEqual } from 'node:util';

import type { Book, Held, HeldKind } from '../book.ts';
import { numberOf, textOf } from '../field.ts';
import type { Body } from '../field.ts';
import { replyRepeat, replyDone, replyWith } from '../said.ts';
import type { Said } from '../said.ts';

export interface Call {
  readonly book: Book;
  readonly body: Body;
  /** Epoch milliseconds of the engine. */
  readonly at: number;
}

export interface Place {
  readonly kind: HeldKind;
  readonly key: string;
  /** The day under which the daily counts include it; empty when they do not. */
  readonly day: string;
}

/** The result of a call, also of one that is refused or repeated. */
export interface Outcome {
  readonly key: string;
  readonly said: Said;
  /** A remark for the notes, although the response is that of any other repeat. */
  readonly note?: string;
}

const omitRevision = ({ revision: _revision, ...rest }: Body): Body => rest;

const answerRepeat = (call: Call, held: Held, key: string): Outcome => {
  const revision = numberOf(call.body, 'revision');
  const differs =
    revision === held.revision &&
    !held.withdrawn &&
    !isDeepStrictEqual(omitRevision(call.body), omitRevision(held.body));
  const said = replyRepeat(held.receiptNo);
  return differs ? { key, said, note: '同一版本号、内容不同' } : { key, said };
};

/**
 * Revision 1 is new, and every later one follows its predecessor. A revision that is already stored
 * is answered as a repeat whatever its content: the first one is valid. `refuse` is called only for
 * new revisions.
 */
export const fileRecord = (
  call: Call,
  { kind, key, day }: Place,
  refuse: (before: Held | undefined) => Said | undefined,
): Outcome => {
  const { book, body, at } = call;
  const before = book.newest(kind, key);
  const revision = numberOf(body, 'revision');
  if (before && revision <= before.revision) return answerRepeat(call, before, key);
  if (revision !== (before?.revision ?? 0) + 1) {
    return { key, said: replyWith('1005', `应为 ${(before?.revision ?? 0) + 1}`) };
  }
  const refusal = refuse(before);
  if (refusal) return { key, said: refusal };
  const projectNo = textOf(body, 'projectNo');
  const deptCode = textOf(body, 'deptCode');
  const facts = { kind, key, day, projectNo, deptCode, revision, body, at, withdrawn: false };
  return { key, said: replyDone({ receiptNo: book.keep(facts) }) };
};
