/** The caller, identified by the access key id that signed the call. */
export interface WireCaller {
  readonly accessKeyId: string;
}

/**
 * The AWS JSON protocol (1.0/1.1): one POST, the operation named by `X-Amz-Target:
 * <prefix>.<operation>`, errors as `{"__type": "...#Code", "message": "..."}`. DynamoDB, SQS and KMS
 * speak it, so one endpoint serves them all and the functions keep their unmodified SDK clients.
 */
export interface WireService {
  /** e.g. `DynamoDB_20120810`, `AmazonSQS`, `TrentService`. */
  readonly targetPrefix: string;
  /**
   * Handles one call. Throws `ServiceError`; for an unknown operation the one of
   * `makeUnsupportedError`. Without a caller, the call comes from the runtime itself, e.g. from an
   * event source.
   */
  handle(operation: string, input: WireInput, caller?: WireCaller): Promise<object>;
}

export type WireInput = Readonly<Record<string, unknown>>;

/** `<prefix>.<operation>`; a target without a point names no service. */
export const parseTarget = (target: string): readonly [prefix: string, operation: string] => {
  const dot = target.lastIndexOf('.');
  return [target.slice(0, Math.max(dot, 0)), target.slice(dot + 1)];
};

/** An error as the service itself would return it: `code` is the wire name of the exception. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error body, e.g. `CancellationReasons` or `Item`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, more: { status?: number; members?: object } = {}) {
    super(message);
    this.code = code;
    this.status = more.status ?? 400;
    this.members = { ...more.members };
  }
}

/**
 * Creates the error for a feature of the real service that the embedded engine lacks. Such a
 * feature is never guessed.
 */
export const makeUnsupportedError = (what: string): ServiceError =>
  new ServiceError('UnsupportedByEmbeddedEngine', `The embedded engine does not support ${what}.`, {
    status: 501,
  });
