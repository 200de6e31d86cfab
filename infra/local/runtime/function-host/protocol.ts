/** What the host and a worker that plays one Lambda instance tell each other. */

/** Given once, when the worker starts. */
export interface InstanceData {
  /** See `shared-clock.ts`. */
  readonly clock: SharedArrayBuffer;
  readonly codeDirectory: string;
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** JSON, as the runtime interface of Lambda hands it over. */
  readonly event: string;
  readonly timeoutMs: number;
}

export type InstanceMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly requestId: string; readonly value: string }
  | { readonly kind: 'fault'; readonly requestId: string; readonly fault: string };
