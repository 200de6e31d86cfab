/** 差评整改流水 (reconstruction) */
import type { Held } from '../book.ts';
import { isBody, numberOf, textOf } from '../field.ts';
import type { Body } from '../field.ts';
import { replyWith } from '../said.ts';
import type { Said } from '../said.ts';
import { contactKey } from './case-rule.ts';
import { fileRecord } from './filing.ts';
import type { Call, Outcome } from './filing.ts';
import { unknownPlace } from './place-known.ts';

/** Reported by the city, or given over the center's own pages. */
const isRated = ({ book, body }: Call): boolean => {
  const number = textOf(body, 'assessNumber');
  const rating = book.newest('rating', `${contactKey({ body })}/${number}`);
  if (rating && !rating.withdrawn) return true;
  return book
    .ofCase('evaluation', textOf(body, 'projectNo'))
    .some((one) => textOf(one.body, 'number') === number);
};

const findHighestStep = ({ book, body }: Call): number =>
  Math.max(
    0,
    ...book
      .ofCase('step', textOf(body, 'projectNo'))
      .filter((one) => textOf(one.body, 'caseCode') === textOf(body, 'caseCode'))
      .map((one) => numberOf(one.body, 'stepNumber')),
  );

/** Not every step of a ticket is reported, so numbers may be skipped; they never decrease. */
const outOfOrder = (call: Call, before: Held | undefined): boolean =>
  before === undefined && numberOf(call.body, 'stepNumber') <= findHighestStep(call);

const lastLine = (body: Body): Body => {
  const lines = body['workflow'];
  const last: unknown = Array.isArray(lines) ? lines.at(-1) : undefined;
  return isBody(last) ? last : {};
};

const findRefusal = (call: Call, before: Held | undefined): Said | undefined => {
  const { body } = call;
  if (!isRated(call)) return replyWith('1001', '没有对应的评价');
  if (outOfOrder(call, before)) return replyWith('1005', '工单流水顺序不符');
  if (textOf(body, 'publicFlag') === '1' && textOf(body, 'publicText') === '') {
    return replyWith('1004', 'publicText: 缺失');
  }
  return unknownPlace(body);
};

export const takeStep = (call: Call): Outcome => {
  const { body } = call;
  const key = `${textOf(body, 'caseCode')}/${textOf(body, 'stepNumber')}`;
  const day = textOf(lastLine(body), 'dealTime').slice(0, 10);
  return fileRecord(call, { kind: 'step', key, day }, (before) => findRefusal(call, before));
};
