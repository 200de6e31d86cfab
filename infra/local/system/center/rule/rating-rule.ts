/** 评价 */
import type { Held } from '../book.ts';
import { reasonCodes } from '../field.table.ts';
import { textOf } from '../field.ts';
import type { Body } from '../field.ts';
import { replyWith } from '../said.ts';
import type { Said } from '../said.ts';
import { contactKey } from './case-rule.ts';
import { fileRecord } from './filing.ts';
import type { Call, Outcome } from './filing.ts';
import { unknownPlace } from './place-known.ts';

const ratingKey = (call: Call, assessNumber: string): string =>
  `${contactKey(call)}/${assessNumber}`;

const isHeld = (held: Held | undefined): held is Held => held !== undefined && !held.withdrawn;

const reasonsOf = (body: Body): readonly string[] =>
  textOf(body, 'evalDetail').split(',').filter(Boolean);

const wrongReason = (body: Body): Said | undefined => {
  const level = textOf(body, 'satisfaction');
  const wrong = reasonsOf(body).find((code) => !reasonCodes.has(code) || code[0] !== level);
  if (wrong !== undefined)
    return replyWith('1004', `evalDetail: ${wrong.slice(0, 10)} 不在代码表内`);
  const isSilent = reasonsOf(body).length === 0 && textOf(body, 'writingEvaluation').trim() === '';
  return Number(level) < 3 && isSilent ? replyWith('1002') : undefined;
};

/**
 * Times on the wire have a resolution of one second: a rating in the same second may have come
 * later, so only an earlier one is refused.
 */
const tooEarly = (body: Body, service: Held): boolean => {
  const met = textOf(service.body, 'serviceTime') || textOf(service.body, 'acceptDate');
  return textOf(body, 'assessTime') < met;
};

/** What a resident said, and when, must not be corrected by anyone. */
const untouchable = ['satisfaction', 'evalDetail', 'writingEvaluation', 'assessTime', 'pf'];

const refuseRewrite = (body: Body, before: Held): Said | undefined => {
  const changed = untouchable.find((name) => textOf(body, name) !== textOf(before.body, name));
  return changed === undefined ? undefined : replyWith('1004', `${changed}: 评价内容不可更改`);
};

const findRefusal = (call: Call, before: Held | undefined): Said | undefined => {
  const { book, body } = call;
  const service = book.newest('service', contactKey(call));
  if (!isHeld(service)) return replyWith('1001');
  const isSecond = textOf(body, 'assessNumber') === '2';
  if (isSecond && !isHeld(book.newest('rating', ratingKey(call, '1')))) {
    return replyWith('1001', '没有首次评价');
  }
  const wrong = unknownPlace(body) ?? wrongReason(body);
  if (wrong) return wrong;
  if (tooEarly(body, service)) return replyWith('1003');
  return before && refuseRewrite(body, before);
};

export const takeRating = (call: Call): Outcome => {
  const { body } = call;
  const key = ratingKey(call, textOf(body, 'assessNumber'));
  const day = textOf(body, 'assessTime').slice(0, 10);
  return fileRecord(call, { kind: 'rating', key, day }, (before) => findRefusal(call, before));
};
