/** One invocation of a loaded handler, the same on every kind of host. */
import { performance } from 'node:perf_hooks';

import type { Invocation } from '../../engine/model.ts';
import { nameFault, traceOf } from './fault-trace.ts';
import type { Handler } from './handler-loader.ts';
import type { FunctionIdentity, InvokeMessage, Outcome } from './protocol.ts';

/** Lambda's limit for a synchronous response. */
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
  // A character needs at most three bytes, so most responses need no exact count.
  if (answer.length * 3 > MAX_ANSWER_BYTES && Buffer.byteLength(answer) > MAX_ANSWER_BYTES) {
    throw new Error(
      `Response payload size exceeded maximum allowed payload size (${MAX_ANSWER_BYTES} bytes).`,
    );
  }
  return answer;
};

/** The response is a copy, so a function can keep and change its own object. */
export const toInvocation = (outcome: Outcome): Invocation =>
  outcome.ok ? { ok: true, value: JSON.parse(outcome.json) as unknown } : outcome;

export interface Invoked {
  readonly identity: FunctionIdentity;
  readonly handler: Handler;
  /** Receives the stack trace of an unhandled error, as on Lambda. */
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
