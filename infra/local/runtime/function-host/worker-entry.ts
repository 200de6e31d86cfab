/** The entry of a worker with one Lambda instance: loads the code, then handles event by event. */
import { parentPort, workerData } from 'node:worker_threads';

import { loadHandler } from './handler-loader.ts';
import { invokeHandler } from './invocation.ts';
import type { InstanceData, InstanceMessage, InvokeMessage } from './protocol.ts';
import { readSharedClock } from './shared-clock.ts';
import { installSteeredDate } from './steered-date.ts';

const data = workerData as InstanceData;
const realNow = Date.now;

const tellParent = (message: InstanceMessage): void => parentPort?.postMessage(message, []);

installSteeredDate(readSharedClock(data.clock, realNow));
const globals = { process, console, Date, fetch, globalThis, global: globalThis };
const { handle: handler } = await loadHandler(data, { globals, modules: {} });
const writeError = (text: string): void => void process.stderr.write(text);
const answerInvocation = async (message: InvokeMessage): Promise<void> => {
  const outcome = await invokeHandler({ identity: data, handler, writeError }, message);
  tellParent({ kind: 'answer', requestId: message.requestId, outcome });
};
parentPort?.on('message', (message: InvokeMessage) => void answerInvocation(message));
tellParent({ kind: 'ready' });
