/**
 * A Lambda instance in the engine's own thread: no worker start, no message, no socket. It is not
 * isolated: only a worker shows the effects of an endless loop, of `process.exit` and of the memory
 * limit.
 */
import type { EventEmitter } from 'node:events';

import type { Invocation } from '../../../engine/model.ts';
import { withinMs } from '../../time-limit.ts';
import { asCodeOf } from '../code-owner.ts';
import type { CodeOwner, StrayEvent } from '../code-owner.ts';
import { nameFault, traceOf } from '../fault-trace.ts';
import { loadHandler } from '../handler-loader.ts';
import type { InstanceScope, LoadedHandler } from '../handler-loader.ts';
import { exitError, initLate, timedOut } from '../instance.ts';
import type { Instance, Output } from '../instance.ts';
import { invokeHandler, toInvocation } from '../invocation.ts';
import { Lifetime } from '../lifetime.ts';
import type { FunctionCode, InvokeMessage } from '../protocol.ts';
import { inlineScope } from './inline-scope.ts';
import type { InlineWorld } from './inline-scope.ts';

export interface InlineInstanceOptions {
  readonly code: FunctionCode;
  readonly world: InlineWorld;
  readonly environment: Readonly<Record<string, string>>;
  readonly initLimitMs: number;
  readonly onOutput: Output;
}

const READY: Invocation = { ok: true, value: undefined };

export class InlineInstance implements Instance, CodeOwner {
  readonly #options: InlineInstanceOptions;
  readonly #life = new Lifetime();
  readonly #process: NodeJS.Process;
  readonly #init: Promise<Invocation>;
  #loaded: LoadedHandler | undefined;
  #requestId: string | undefined;
  #endedBy = exitError('the instance was ended');
  #cut: (outcome: Invocation) => void = () => undefined;

  constructor(options: InlineInstanceOptions) {
    this.#options = options;
    const { world, environment, onOutput } = options;
    const onLine = (stream: 'stdout' | 'stderr', text: string): void => {
      if (this.usable) onOutput(stream, text, this.#requestId);
    };
    const scope = inlineScope({ world, environment, onLine, life: this.#life });
    this.#process = scope.globals.process as NodeJS.Process;
    this.#init = this.#load(scope);
  }

  get usable(): boolean {
    return !this.#life.isOver;
  }

  async run(message: InvokeMessage): Promise<Invocation> {
    const init = await this.#initialized();
    if (!init.ok) this.#end(init);
    // It may have been ended in the meantime.
    if (!this.usable || this.#loaded === undefined) return this.#endedBy;
    this.#requestId = message.requestId;
    const { timeoutMs } = message;
    return this.#within(timeoutMs, this.#invoke(this.#loaded, message), timedOut(timeoutMs));
  }

  stop(): Promise<void> {
    this.#end(this.#endedBy);
    return Promise.resolve();
  }

  /**
   * An uncaught error ends the instance, whether it is busy or not, unless its own code listens for
   * the event, as it may in a process.
   */
  crash(fault: unknown, event: StrayEvent): void {
    if (!this.usable) return;
    try {
      const own: EventEmitter = this.#process;
      if (!own.emit(event, fault)) this.#die(fault);
    } catch (thrown) {
      this.#die(thrown);
    }
  }

  #die(fault: unknown): void {
    this.#writeError(`${traceOf(fault)}\n`);
    this.#end(exitError(nameFault(fault)));
  }

  #end(outcome: Invocation): void {
    if (!this.usable) return;
    this.#life.end();
    this.#endedBy = outcome;
    this.#cut(outcome);
  }

  #writeError(text: string): void {
    this.#process.stderr.write(text);
  }

  async #load(scope: InstanceScope): Promise<Invocation> {
    try {
      this.#loaded = await asCodeOf(this, () => loadHandler(this.#options.code, scope));
      return READY;
    } catch (fault) {
      this.#writeError(`${traceOf(fault)}\n`);
      return exitError(nameFault(fault));
    }
  }

  #initialized(): Promise<Invocation> | Invocation {
    if (this.#loaded !== undefined) return READY;
    const { initLimitMs } = this.#options;
    return this.#within(initLimitMs, this.#init, initLate(initLimitMs));
  }

  async #within(ms: number, work: Promise<Invocation>, late: Invocation): Promise<Invocation> {
    const cuttable = new Promise<Invocation>((resolve, reject) => {
      this.#cut = resolve;
      work.then(resolve, reject);
    });
    const outcome = await withinMs(ms, cuttable, late);
    if (outcome === late) this.#end(late);
    return outcome;
  }

  async #invoke(loaded: LoadedHandler, message: InvokeMessage): Promise<Invocation> {
    const invoked = {
      identity: this.#options.code,
      handler: loaded.handle,
      writeError: (text: string) => this.#writeError(text),
    };
    const outcome = toInvocation(await asCodeOf(this, () => invokeHandler(invoked, message)));
    loaded.keepCompiled();
    return outcome;
  }
}
