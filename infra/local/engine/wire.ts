/** Who asks: the access key id that the call is signed with. */
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
   * Throws `ServiceError`; an operation it does not know is `unsupportedOperation`. Without a caller,
   * a part of the runtime itself asks, as an event source does.
   */
  handle(operation: string, input: WireInput, caller?: WireCaller): Promise<object>;
}

export type WireInput = Readonly<Record<string, unknown>>;

/** `<prefix>.<operation>`; what has no point in it names no service. */
export const parseTarget = (target: string): readonly [prefix: string, operation: string] => {
  const dot = target.lastIndexOf('.');
  return [target.slice(0, Math.max(dot, 0)), target.slice(dot + 1)];
};

/** An error as the service itself would answer it: `code` is the exception's wire name. */
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

/** The answer to what the real service has and the embedded engine does not: never a guess. */
export const makeUnsupportedError = (what: string): ServiceError =>
  new ServiceError('UnsupportedByEmbeddedEngine', `The embedded engine does not support ${what}.`, {
    status: 501,
  });
