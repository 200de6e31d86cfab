/** 撤回: withdraws what was reported by mistake; a rating is never withdrawn. */
import type { Held, HeldKind } from '../book.ts';
import { numberOf, textOf } from '../field.ts';
import { replyRepeat, replyDone, replyWith } from '../said.ts';
import { contactKey } from './case-rule.ts';
import type { Call, Outcome } from './filing.ts';

const keyOf = (call: Call, kind: HeldKind): string => {
  const { body } = call;
  if (kind === 'finish') return textOf(body, 'projectNo');
  if (kind === 'service') return contactKey(call);
  return `${textOf(body, 'caseCode')}/${textOf(body, 'stepNumber')}`;
};

const isRated = ({ book, body }: Call): boolean =>
  book
    .ofCase('rating', textOf(body, 'projectNo'))
    .some((one) => textOf(one.body, 'serviceNumber') === textOf(body, 'serviceNumber'));

const keepWithdrawal = ({ book, body, at }: Call, held: Held): object => ({
  receiptNo: book.keep({
    ...held,
    at,
    body: { ...held.body, reason: textOf(body, 'reason') },
    revision: numberOf(body, 'revision'),
    withdrawn: true,
    day: '',
    deptCode: textOf(held.body, 'deptCode'),
  }),
});

export const takeWithdrawal = (call: Call): Outcome => {
  const { book, body } = call;
  const kind = textOf(body, 'kind') as HeldKind;
  const key = keyOf(call, kind);
  const held = book.newest(kind, key);
  if (!held) return { key, said: replyWith('1001') };
  const revision = numberOf(body, 'revision');
  if (held.withdrawn && revision <= held.revision)
    return { key, said: replyRepeat(held.receiptNo) };
  if (revision !== held.revision + 1) {
    return { key, said: replyWith('1005', `应为 ${held.revision + 1}`) };
  }
  if (kind === 'service' && isRated(call)) return { key, said: replyWith('1006') };
  return { key, said: replyDone(keepWithdrawal(call, held)) };
};
