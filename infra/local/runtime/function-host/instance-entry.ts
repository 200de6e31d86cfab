/** The inside of a worker that plays one Lambda instance: loads the code, then one event at a time. */
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';

import { loadHandler } from './handler-loader.ts';
import type { Handler } from './handler-loader.ts';
import type { InstanceData, InstanceMessage, InvokeMessage } from './protocol.ts';
import { readSharedClock } from './shared-clock.ts';
import { installSteeredDate } from './steered-date.ts';

const data = workerData as InstanceData;
const realNow = Date.now;

/** Lambda's limit for a synchronous answer. */
const MAX_ANSWER_BYTES = 6_291_556;

const tell = (message: InstanceMessage): void => parentPort?.postMessage(message, []);

const contextOf = ({ requestId, timeoutMs }: InvokeMessage): object => {
  const endsAt = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
    invokedFunctionArn: data.functionArn,
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: String(data.memoryMb),
  };
};

const describe = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);

const serialize = (value: unknown): string => {
  const answer = JSON.stringify(value ?? null);
  if (Buffer.byteLength(answer) <= MAX_ANSWER_BYTES) return answer;
  throw new Error(
    `Response payload size exceeded maximum allowed payload size (${MAX_ANSWER_BYTES} bytes).`,
  );
};

const invoke = async (handler: Handler, message: InvokeMessage): Promise<void> => {
  const { requestId } = message;
  try {
    const value = await handler(JSON.parse(message.event), contextOf(message));
    tell({ kind: 'answer', requestId, value: serialize(value) });
  } catch (fault) {
    process.stderr.write(
      `${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
    tell({ kind: 'fault', requestId, fault: describe(fault) });
  }
};

installSteeredDate(readSharedClock(data.clock, realNow));
const handler = await loadHandler(data.codeDirectory, data.handler);
parentPort?.on('message', (message: InvokeMessage) => void invoke(handler, message));
tell({ kind: 'ready' });
