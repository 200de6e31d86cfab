/** What boot tells the object store: its buckets, and who may use them. */

/** Which pages may call a bucket from a browser. */
export interface BucketCorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface BucketDefinition {
  readonly name: string;
  readonly arn: string;
  readonly cors: readonly BucketCorsRule[];
}

/** Who may call the object store, and what they may do there. */
export interface ObjectAdmission {
  /** Undefined: nobody has this key id. */
  secretOf(accessKeyId: string): string | undefined;
  /** Why the caller may not; undefined: it may. */
  refusal(
    accessKeyId: string,
    wanted: { readonly action: string; readonly resource: string },
  ): string | undefined;
}
