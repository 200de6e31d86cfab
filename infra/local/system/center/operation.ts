/** The operations of the gateway, by path. */
import { takesOf } from './center-fault.ts';
import type { CenterParts } from './center-parts.ts';
import { recordFields } from './field.table.ts';
import { textOf, wrongIn } from './field.ts';
import type { Body } from './field.ts';
import { countsOf, recordsOf } from './reconcile.ts';
import { takeFinish, takeService } from './rule/case-rule.ts';
import type { Call, Outcome } from './rule/filing.ts';
import { takeRating } from './rule/rating-rule.ts';
import { takeStep } from './rule/step-rule.ts';
import { takeWithdrawal } from './rule/withdraw-rule.ts';
import { replyDone, replyWith } from './said.ts';
import type { Said } from './said.ts';

type Desk = CenterParts & { readonly at: number };

export interface Operation {
  readonly name: string;
  /** Runs inside a transaction. */
  readonly work: (desk: Desk, body: Body) => Outcome;
}

/** Checks every record on its own first, then against the other records. */
const acceptRecord = (
  kind: keyof typeof recordFields,
  take: (call: Call) => Outcome,
): Operation['work'] => {
  const fields = recordFields[kind];
  return ({ book, at }, body) => {
    const wrong = wrongIn(fields, body);
    if (wrong !== undefined) return { key: '', said: replyWith('1004', wrong) };
    return take({ book, at, body });
  };
};

/** What it delivers to its app is kept nowhere; a repeat is answered like the first call. */
const takeMessage = (body: Body): Said => {
  const missing = ['requestId', 'serviceCode', 'toUserId'].find((name) => !textOf(body, name));
  if (missing !== undefined) return replyWith('1004', missing);
  return replyDone({ receiptNo: textOf(body, 'requestId') });
};

const operations: Readonly<Record<string, Operation>> = {
  '/affair/service': { name: 'service', work: acceptRecord('service', takeService) },
  '/affair/finish': { name: 'finish', work: acceptRecord('finish', takeFinish) },
  '/evaluation/report': { name: 'rating', work: acceptRecord('rating', takeRating) },
  '/rectification/report': { name: 'step', work: acceptRecord('step', takeStep) },
  '/record/withdraw': { name: 'withdraw', work: acceptRecord('withdraw', takeWithdrawal) },
  '/period/submit': {
    name: 'period',
    work: ({ periods, faults, at }, body) => {
      const takeChangeRequest = () => takesOf(faults, 'requestChange')?.reason;
      return { key: '', said: periods.submit({ body, at, wanted: takeChangeRequest }) };
    },
  },
  '/message/sendMessage': {
    name: 'message',
    work: (_desk, body) => ({ key: '', said: takeMessage(body) }),
  },
  '/reconcile/counts': {
    name: 'reconcile_counts',
    work: ({ book }, body) => ({ key: '', said: countsOf(book, body) }),
  },
  '/reconcile/records': {
    name: 'reconcile_records',
    work: ({ book }, body) => ({ key: '', said: recordsOf(book, body) }),
  },
};

export const operationAt = (path: string): Operation | undefined =>
  Object.hasOwn(operations, path) ? operations[path] : undefined;
