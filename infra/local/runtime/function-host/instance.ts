/** One Lambda instance from outside: a worker thread that takes one invocation at a time. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

import type { Invocation } from '../../engine/model.ts';
import type { InstanceData, InstanceMessage, InvokeMessage } from './protocol.ts';

export interface InstanceOptions {
  readonly data: InstanceData;
  readonly environment: Record<string, string>;
  readonly onOutput: (stream: 'stdout' | 'stderr', text: string, requestId?: string) => void;
}

/** Lambda allows 10 s of real hardware; a busy laptop is not the function's fault. */
const INIT_LIMIT_MS = 30_000;

const ENTRY = new URL('./instance-entry.ts', import.meta.url);

type Settle = (outcome: Invocation) => void;

export class Instance {
  /** False once it has ended or must not be used again. */
  usable = true;
  readonly #worker: Worker;
  readonly #ready: Promise<Invocation>;
  #settleReady: Settle = () => undefined;
  #settle: Settle | undefined;
  #requestId: string | undefined;

  constructor({ data, environment, onOutput }: InstanceOptions) {
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
    this.#listen();
    this.#capture(this.#worker.stdout, (text) => onOutput('stdout', text, this.#requestId));
    this.#capture(this.#worker.stderr, (text) => onOutput('stderr', text, this.#requestId));
  }

  /** Never rejects. After a time-out or a crash the instance is not `usable` any more. */
  async run(message: InvokeMessage): Promise<Invocation> {
    const initFault = `Runtime init did not end within ${INIT_LIMIT_MS / 1000} seconds`;
    const init = await this.#within(INIT_LIMIT_MS, this.#ready, initFault);
    if (!init.ok) return init;
    this.#requestId = message.requestId;
    const answer = new Promise<Invocation>((resolve) => {
      this.#settle = resolve;
    });
    this.#worker.postMessage(message, []);
    const seconds = (message.timeoutMs / 1000).toFixed(2);
    return this.#within(message.timeoutMs, answer, `Task timed out after ${seconds} seconds`);
  }

  async stop(): Promise<void> {
    this.usable = false;
    await this.#worker.terminate();
  }

  async #within(ms: number, outcome: Promise<Invocation>, fault: string): Promise<Invocation> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Invocation>((resolve) => {
      timer = setTimeout(() => {
        this.usable = false;
        resolve({ ok: false, fault });
      }, ms);
    });
    const first = await Promise.race([outcome, late]);
    clearTimeout(timer);
    return first;
  }

  #listen(): void {
    this.#worker.on('message', (message: InstanceMessage) => this.#receive(message));
    this.#worker.on('error', (fault) => this.#fail(`Runtime.ExitError: ${String(fault)}`));
    this.#worker.on('exit', (code) => this.#fail(`Runtime.ExitError: exited with code ${code}`));
  }

  #receive(message: InstanceMessage): void {
    if (message.kind === 'ready') return this.#settleReady({ ok: true, value: undefined });
    // An answer that comes after its time-out belongs to nobody.
    if (message.requestId !== this.#requestId) return;
    if (message.kind === 'fault') return this.#end({ ok: false, fault: message.fault });
    this.#end({ ok: true, value: JSON.parse(message.value) as unknown });
  }

  #fail(fault: string): void {
    this.usable = false;
    this.#settleReady({ ok: false, fault });
    this.#end({ ok: false, fault });
  }

  #end(outcome: Invocation): void {
    this.#settle?.(outcome);
    this.#settle = undefined;
  }

  #capture(output: Readable, write: (text: string) => void): void {
    createInterface({ input: output }).on('line', write);
  }
}
