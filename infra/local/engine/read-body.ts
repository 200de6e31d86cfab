import type { IncomingMessage } from 'node:http';

/** The whole body, or undefined when it is longer than that; what is too long is not kept. */
export const readBody = async (
  request: IncomingMessage,
  maximumBytes: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maximumBytes) chunks.push(chunk);
  }
  return length > maximumBytes ? undefined : Buffer.concat(chunks);
};
