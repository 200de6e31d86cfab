/** A Lambda instance in a worker thread: isolated, and terminated when its timeout is over. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

import type { Invocation } from '../../engine/model.ts';
import { withinMs } from '../time-limit.ts';
import { nameFault, traceOf } from './fault-trace.ts';
import { exitError, initLate, timedOut } from './instance.ts';
import type { Instance, Output } from './instance.ts';
import { toInvocation } from './invocation.ts';
import type { InstanceData, InstanceMessage, InvokeMessage } from './protocol.ts';

export interface WorkerInstanceOptions {
  readonly data: InstanceData;
  readonly environment: Record<string, string>;
  readonly initLimitMs: number;
  readonly onOutput: Output;
}

const ENTRY = new URL('./worker-entry.ts', import.meta.url);

type Settle = (outcome: Invocation) => void;

export class WorkerInstance implements Instance {
  usable = true;
  readonly #worker: Worker;
  readonly #ready: Promise<Invocation>;
  readonly #initLimitMs: number;
  #settleReady: Settle = () => undefined;
  #settle: Settle | undefined;
  #requestId: string | undefined;

  constructor({ data, environment, initLimitMs, onOutput }: WorkerInstanceOptions) {
    this.#initLimitMs = initLimitMs;
    this.#ready = new Promise((resolve) => {
      this.#settleReady = resolve;
    });
    this.#worker = new Worker(ENTRY, {
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: data.memoryMb },
    });
    this.#listen(onOutput);
    this.#capture(this.#worker.stdout, (text) => onOutput('stdout', text, this.#requestId));
    this.#capture(this.#worker.stderr, (text) => onOutput('stderr', text, this.#requestId));
  }

  async run(message: InvokeMessage): Promise<Invocation> {
    const limit = this.#initLimitMs;
    const init = await this.#within(limit, this.#ready, initLate(limit));
    if (!init.ok) return init;
    this.#requestId = message.requestId;
    const answer = new Promise<Invocation>((resolve) => {
      this.#settle = resolve;
    });
    this.#worker.postMessage(message, []);
    return this.#within(message.timeoutMs, answer, timedOut(message.timeoutMs));
  }

  async stop(): Promise<void> {
    this.usable = false;
    await this.#worker.terminate();
  }

  async #within(ms: number, work: Promise<Invocation>, late: Invocation): Promise<Invocation> {
    const outcome = await withinMs(ms, work, late);
    if (outcome === late) this.usable = false;
    return outcome;
  }

  #listen(onOutput: Output): void {
    this.#worker.on('message', (message: InstanceMessage) => this.#receive(message));
    this.#worker.on('error', (fault) => {
      for (const line of traceOf(fault).split('\n')) onOutput('stderr', line, this.#requestId);
      this.#fail(exitError(nameFault(fault)));
    });
    this.#worker.on('exit', (code) => this.#fail(exitError(`exited with code ${code}`)));
  }

  #receive(message: InstanceMessage): void {
    if (message.kind === 'ready') return this.#settleReady({ ok: true, value: undefined });
    // A response after the timeout is ignored.
    if (message.requestId === this.#requestId) this.#end(toInvocation(message.outcome));
  }

  #fail(outcome: Invocation): void {
    this.usable = false;
    this.#settleReady(outcome);
    this.#end(outcome);
  }

  #end(outcome: Invocation): void {
    this.#settle?.(outcome);
    this.#settle = undefined;
  }

  #capture(output: Readable, write: (text: string) => void): void {
    createInterface({ input: output }).on('line', write);
  }
}
