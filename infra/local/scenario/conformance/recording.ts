import * as z from 'zod/mini';

/** One call without its signature. A replay signs it again. */
export const RecordedCall = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  /** With the query. */
  path: z.string().check(z.startsWith('/')),
  /** The media type of the body. */
  type: z.optional(z.string()),
  body: z.optional(z.string()),
  /** Replaces `body` for bytes that are not UTF-8. */
  bodyBase64: z.optional(z.string()),
  /** The answer that came, or that should come. */
  expect: z.optional(z.strictObject({ status: z.int(), code: z.optional(z.string()) })),
});
export type RecordedCall = z.infer<typeof RecordedCall>;

/** Records text as text and other bytes as base64. */
export const recordBody = (bytes: Buffer): Pick<RecordedCall, 'body' | 'bodyBase64'> => {
  if (bytes.length === 0) return {};
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { body: text }
    : { bodyBase64: bytes.toString('base64') };
};
