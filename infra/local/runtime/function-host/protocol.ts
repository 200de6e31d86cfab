/** The messages between the host and an instance, or the worker that runs one. */

/** The result of an invocation as it is transferred out of the instance. */
export type Outcome =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly fault: string };

export interface FunctionIdentity {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/** The code of an instance. */
export interface FunctionCode extends FunctionIdentity {
  readonly codeDirectory: string;
  readonly handler: string;
}

/** Passed once, when the worker starts. */
export interface InstanceData extends FunctionCode {
  /** See `shared-clock.ts`. */
  readonly clock: SharedArrayBuffer;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** JSON, as Lambda's runtime API passes it. */
  readonly event: string;
  /** Real milliseconds. */
  readonly timeoutMs: number;
}

export type InstanceMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly requestId: string; readonly outcome: Outcome };
