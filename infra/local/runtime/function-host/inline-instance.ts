/**
 * A Lambda instance in the engine's own thread: no start of a worker, no message, no socket. It is
 * not isolated: an endless loop, `process.exit` and the memory limit show on workers only.
 */
import type { Invocation } from '../../engine/model.ts';
import { withinMs } from '../time-limit.ts';
import { loadHandler } from './handler-loader.ts';
import type { LoadedHandler } from './handler-loader.ts';
import { inlineScope } from './inline-scope.ts';
import type { InlineWorld } from './inline-scope.ts';
import { timedOut } from './instance.ts';
import type { Instance, Output } from './instance.ts';
import { invokeHandler, nameFault, toInvocation } from './invocation.ts';
import type { FunctionCode, InvokeMessage } from './protocol.ts';

export interface InlineInstanceOptions {
  readonly code: FunctionCode;
  readonly world: InlineWorld;
  readonly environment: Readonly<Record<string, string>>;
  readonly onOutput: Output;
}

const ENDED: Invocation = { ok: false, fault: 'Runtime.ExitError: the instance was ended' };

type Init =
  | { readonly ok: true; readonly loaded: LoadedHandler }
  | { readonly ok: false; readonly fault: string };

export class InlineInstance implements Instance {
  usable = true;
  readonly #code: FunctionCode;
  readonly #init: Promise<Init>;
  readonly #writeError: (text: string) => void;
  #requestId: string | undefined;
  #cut: (outcome: Invocation) => void = () => undefined;

  constructor({ code, world, environment, onOutput }: InlineInstanceOptions) {
    this.#code = code;
    const onLine = (stream: 'stdout' | 'stderr', text: string): void => {
      if (this.usable) onOutput(stream, text, this.#requestId);
    };
    const scope = inlineScope({ world, environment, onLine, isEnded: () => !this.usable });
    const { process } = scope.globals as { process: NodeJS.Process };
    this.#writeError = (text) => void process.stderr.write(text);
    this.#init = loadHandler(code, scope).then(
      (loaded) => ({ ok: true, loaded }),
      (fault: unknown) => ({ ok: false, fault: `Runtime.ExitError: ${nameFault(fault)}` }),
    );
  }

  async run(message: InvokeMessage): Promise<Invocation> {
    const init = await this.#init;
    if (!init.ok) {
      this.usable = false;
      return init;
    }
    // It may have been ended meanwhile.
    if (!this.usable) return ENDED;
    this.#requestId = message.requestId;
    const { timeoutMs } = message;
    const late = timedOut(timeoutMs);
    const work = new Promise<Invocation>((resolve, reject) => {
      this.#cut = resolve;
      this.#invoke(init.loaded, message).then(resolve, reject);
    });
    const outcome = await withinMs(timeoutMs, work, late);
    if (outcome === late) this.usable = false;
    return outcome;
  }

  stop(): Promise<void> {
    this.usable = false;
    this.#cut(ENDED);
    return Promise.resolve();
  }

  async #invoke(loaded: LoadedHandler, message: InvokeMessage): Promise<Invocation> {
    const invoked = {
      identity: this.#code,
      handler: loaded.handle,
      writeError: this.#writeError,
    };
    const outcome = toInvocation(await invokeHandler(invoked, message));
    loaded.keepCompiled();
    return outcome;
  }
}
