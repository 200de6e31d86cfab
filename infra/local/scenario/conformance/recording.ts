import * as z from 'zod/mini';

/** One call as it was made, without its signature: what a replay signs anew. */
export const RecordedCall = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  /** With its query. */
  path: z.string().check(z.startsWith('/')),
  /** Media type of the body. */
  type: z.optional(z.string()),
  body: z.optional(z.string()),
  /** Instead of `body`, for bytes that are no UTF-8. */
  bodyBase64: z.optional(z.string()),
  /** What came, or should come. */
  expect: z.optional(z.strictObject({ status: z.int(), code: z.optional(z.string()) })),
});
export type RecordedCall = z.infer<typeof RecordedCall>;

/** A body as it is recorded: readable where it is text. */
export const recordedBody = (bytes: Buffer): Pick<RecordedCall, 'body' | 'bodyBase64'> => {
  if (bytes.length === 0) return {};
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { body: text }
    : { bodyBase64: bytes.toString('base64') };
};
