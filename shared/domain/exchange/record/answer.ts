import * as z from 'zod/mini';

import type { CenterAnswer, CenterBody } from '../center-answer.ts';

/** The center's answer with status 200. RECONSTRUCTION: no public document describes it. */
const Reply = z.object({
  success: z.boolean(),
  code: z.string().check(z.minLength(1), z.maxLength(20)),
  message: z.optional(z.nullable(z.string())),
  data: z.optional(z.unknown()),
});

const Receipt = z.object({ receiptNo: z.string().check(z.minLength(1), z.maxLength(64)) });

/** 已接收 / 请勿重复评价: the center already has the record, so it counts as accepted here. */
const duplicateCode = '0001';

const longestMessage = 300;

/** Fields of the request that hold personal data or a person's own words. */
const personal: readonly string[] = [
  'userName',
  'certkeyGOV',
  'writingEvaluation',
  'appealReason',
  'rectifyMeasure',
  'delayReason',
  'feedbackText',
  'toUserId',
];

const personalIn = (sent: CenterBody): readonly string[] =>
  personal
    .map((name) => sent[name])
    .filter((value): value is string => typeof value === 'string' && value.length > 1);

/**
 * Returns the center's message in a form that is safe for records and pages. It may repeat what was
 * sent, so names, free text and any run of digits (a certificate, a telephone number) are masked,
 * and it is cut to a readable length.
 */
const wordsOf = (message: string, sent: CenterBody): string =>
  personalIn(sent)
    .reduce((words, value) => words.replaceAll(value, '***'), message)
    .replaceAll(/[\dA-Za-z]*\d{6,}[\dA-Za-z]*/g, '***')
    .slice(0, longestMessage);

const toUnclearAnswer = (
  why: 'unauthorized' | 'center_fault' | 'garbage',
  status: number,
): CenterAnswer => ({
  state: 'unclear',
  why,
  message: `status ${status}`,
});

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const receiptNoOf = (data: unknown): string | undefined => {
  const read = Receipt.safeParse(data);
  return read.success ? read.data.receiptNo : undefined;
};

/** Parses the center's HTTP answer to `sent`. Anything that is not clearly an answer is unclear. */
export const answerOf = (status: number, body: string, sent: CenterBody = {}): CenterAnswer => {
  if (status === 401 || status === 403) return toUnclearAnswer('unauthorized', status);
  if (status !== 200) return toUnclearAnswer('center_fault', status);
  const reply = Reply.safeParse(parseJson(body));
  if (!reply.success) return toUnclearAnswer('garbage', status);
  const { success, code, data } = reply.data;
  const message = wordsOf(reply.data.message ?? '', sent);
  if (code === duplicateCode) {
    return { state: 'duplicate', code, message, receiptNo: receiptNoOf(data), data };
  }
  if (!success) return { state: 'rejected', code, message, data };
  return { state: 'accepted', code, message, receiptNo: receiptNoOf(data), data };
};
