import * as z from 'zod/mini';

import type { CenterAnswer, CenterBody } from '../center-answer.ts';

/** What the center answers with status 200; reconstructed, no public document has it. */
const Reply = z.object({
  success: z.boolean(),
  code: z.string().check(z.minLength(1), z.maxLength(20)),
  message: z.optional(z.nullable(z.string())),
  data: z.optional(z.unknown()),
});

const Receipt = z.object({ receiptNo: z.string().check(z.minLength(1), z.maxLength(64)) });

/** 已接收 / 请勿重复评价: the center has it, so for us it is accepted. */
const duplicateCode = '0001';

const longestMessage = 300;

/** What was sent of a person, or in a person's words. */
const personal: readonly string[] = [
  'userName',
  'certkeyGOV',
  'writingEvaluation',
  'appealReason',
  'rectifyMeasure',
  'delayReason',
  'feedbackText',
];

const personalIn = (sent: CenterBody): readonly string[] =>
  personal.flatMap((name) => {
    const value = sent[name];
    return typeof value === 'string' && value.length > 1 ? [value] : [];
  });

/**
 * The center's words go into records and pages. They may repeat what it was sent, so that names, words
 * and any run of digits (a certificate, a telephone number) are blotted out, and they are cut to what a
 * person reads.
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

/** Reads an HTTP answer of the center to `sent`; whatever is not plainly an answer of it is unclear. */
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
