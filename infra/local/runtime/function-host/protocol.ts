/** What the host and an instance, or the worker that plays one, tell each other. */

/** How an invocation ended, as it crosses the border of the instance. */
export type Outcome =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly fault: string };

export interface FunctionIdentity {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/** What an instance is made of. */
export interface FunctionCode extends FunctionIdentity {
  readonly codeDirectory: string;
  readonly handler: string;
}

/** Given once, when the worker starts. */
export interface InstanceData extends FunctionCode {
  /** See `shared-clock.ts`. */
  readonly clock: SharedArrayBuffer;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** JSON, as the runtime interface of Lambda hands it over. */
  readonly event: string;
  /** Real milliseconds. */
  readonly timeoutMs: number;
}

export type InstanceMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly requestId: string; readonly outcome: Outcome };
