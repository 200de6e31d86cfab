/** One invocation of a loaded handler, the same on every kind of host. */
import { performance } from 'node:perf_hooks';

import type { Invocation } from '../../engine/model.ts';
import { nameFault, traceOf } from './fault-trace.ts';
import type { Handler } from './handler-loader.ts';
import type { FunctionIdentity, InvokeMessage, Outcome } from './protocol.ts';

/** Lambda's limit for a synchronous answer. */
const MAX_ANSWER_BYTES = 6_291_556;

const contextOf = (
  { functionName, functionArn, memoryMb }: FunctionIdentity,
  { requestId, timeoutMs }: InvokeMessage,
): object => {
  const endsAt = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
    invokedFunctionArn: functionArn,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(memoryMb),
  };
};

const serialize = (value: unknown): string => {
  const answer = JSON.stringify(value ?? null);
  // A character takes three bytes at most, so that most answers need no count.
  if (answer.length * 3 > MAX_ANSWER_BYTES && Buffer.byteLength(answer) > MAX_ANSWER_BYTES) {
    throw new Error(
      `Response payload size exceeded maximum allowed payload size (${MAX_ANSWER_BYTES} bytes).`,
    );
  }
  return answer;
};

/** The answer is a copy: what a function keeps of it stays its own. */
export const toInvocation = (outcome: Outcome): Invocation =>
  outcome.ok ? { ok: true, value: JSON.parse(outcome.json) as unknown } : outcome;

export interface Invoked {
  readonly identity: FunctionIdentity;
  readonly handler: Handler;
  /** Where the trace of an unhandled error is written, as Lambda does. */
  readonly writeError: (text: string) => void;
}

/** Never rejects. */
export const invokeHandler = async (
  { identity, handler, writeError }: Invoked,
  message: InvokeMessage,
): Promise<Outcome> => {
  try {
    const value = await handler(JSON.parse(message.event), contextOf(identity, message));
    return { ok: true, json: serialize(value) };
  } catch (fault) {
    writeError(`${traceOf(fault)}\n`);
    return { ok: false, fault: nameFault(fault) };
  }
};
