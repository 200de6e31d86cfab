/** The instances of one function: started on demand up to a limit, ended when idle for a while. */
import { randomUUID } from 'node:crypto';

import type { Invocation } from '../../engine/model.ts';
import { nameFault } from './fault-trace.ts';
import type { Instance } from './instance.ts';
import type { InvokeMessage } from './protocol.ts';

export interface PoolOptions {
  readonly start: () => Instance;
  readonly maximum: number;
  readonly timeoutMs: number;
  readonly idleMs: number;
  /** Called for every invocation that ended in an error. */
  readonly onFault: (fault: string, requestId: string) => void;
}

interface Idle {
  readonly instance: Instance;
  readonly expiry: NodeJS.Timeout;
}

const STOPPING: Invocation = { ok: false, fault: 'The local runtime is stopping' };

export class FunctionPool {
  readonly #options: PoolOptions;
  readonly #all = new Set<Instance>();
  #waiting: ((instance: Instance | undefined) => void)[] = [];
  readonly #ending = new Set<Promise<void>>();
  #idle: Idle[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Never rejects: a failure is returned as a fault, as Lambda reports it. */
  async invoke(event: unknown): Promise<Invocation> {
    const { timeoutMs, onFault, maximum } = this.#options;
    if (maximum === 0) return { ok: false, fault: 'Rate Exceeded.' };
    const requestId = randomUUID();
    const outcome = await this.#attempt(event, { requestId, timeoutMs });
    if (!outcome.ok && outcome !== STOPPING) onFault(outcome.fault, requestId);
    return outcome;
  }

  /** Ends every instance, also busy ones. */
  async stop(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const giveUp of waiting) giveUp(undefined);
    for (const instance of this.#all) this.#discard(instance);
    for (const { expiry } of this.#idle) clearTimeout(expiry);
    this.#idle = [];
    await Promise.all(this.#ending);
  }

  async #attempt(event: unknown, rest: Omit<InvokeMessage, 'event'>): Promise<Invocation> {
    try {
      // Before an instance is taken: an event that is not JSON needs none.
      const message = { ...rest, event: JSON.stringify(event ?? {}) };
      const instance = await this.#acquire();
      return instance === undefined ? STOPPING : await this.#run(instance, message);
    } catch (fault) {
      return { ok: false, fault: nameFault(fault) };
    }
  }

  async #run(instance: Instance, message: InvokeMessage): Promise<Invocation> {
    try {
      return await instance.run(message);
    } finally {
      this.#release(instance);
    }
  }

  async #acquire(): Promise<Instance | undefined> {
    // The most recently used first, so that the others reach their idle limit.
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      clearTimeout(idle.expiry);
      if (idle.instance.usable) return idle.instance;
      this.#discard(idle.instance);
    }
    if (this.#all.size < this.#options.maximum) return this.#start();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #start(): Instance {
    const instance = this.#options.start();
    this.#all.add(instance);
    return instance;
  }

  #release(instance: Instance): void {
    const { usable } = instance;
    if (!usable) this.#discard(instance);
    const next = this.#waiting.shift();
    if (next) return next(usable ? instance : this.#start());
    if (usable) this.#keep(instance);
  }

  #keep(instance: Instance): void {
    const expiry = setTimeout(() => {
      this.#idle = this.#idle.filter((one) => one.instance !== instance);
      this.#discard(instance);
    }, this.#options.idleMs);
    expiry.unref();
    this.#idle.push({ instance, expiry });
  }

  #discard(instance: Instance): void {
    this.#all.delete(instance);
    const ending = instance.stop().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
