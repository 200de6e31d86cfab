import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { LoopClient, SigningKey } from '../../client/loop-client.ts';
import { RecordedCall } from './recording.ts';

export interface Replayed {
  readonly line: number;
  readonly call: RecordedCall;
  readonly status: number;
  readonly code: string | undefined;
  /** False when the recording expects another answer. */
  readonly asExpected: boolean;
}

const bodyOf = ({ body, bodyBase64 }: RecordedCall): string | Uint8Array<ArrayBuffer> | undefined =>
  bodyBase64 === undefined ? body : Uint8Array.from(Buffer.from(bodyBase64, 'base64'));

/** The message of the parser is left out, because it repeats the content of the line. */
const parseJson = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Error(`line ${line}: no JSON`, { cause: fault });
  }
};

const parseLine = (text: string, line: number): RecordedCall => {
  const read = RecordedCall.safeParse(parseJson(text, line));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`line ${line}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
};

/**
 * Signs and sends recorded calls, one after the other.
 * @throws Error that names the line that is not a recorded call
 */
export const replay = async function* (
  path: string,
  client: LoopClient,
  key: SigningKey,
): AsyncGenerator<Replayed> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    line += 1;
    if (text.trim() === '') continue;
    const call = parseLine(text, line);
    const body = bodyOf(call);
    const signed = await client.sign(key, {
      method: call.method,
      path: call.path,
      ...(body === undefined ? {} : { body }),
      ...(call.type === undefined ? {} : { headers: { 'content-type': call.type } }),
    });
    const reply = await client.send<{ code?: string } | undefined>(signed);
    const code = reply.status >= 400 ? reply.body?.code : undefined;
    const { expect } = call;
    const asExpected =
      expect === undefined || (expect.status === reply.status && expect.code === code);
    yield { line, call, status: reply.status, code, asExpected };
  }
};
