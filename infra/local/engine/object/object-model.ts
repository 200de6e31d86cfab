/** What boot passes to the object store: its buckets, and the access rules. */

/** A CORS rule of a bucket. */
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

/** Access to the object store: the secret of each key id, and the permissions. */
export interface ObjectAdmission {
  /** Undefined: the key id is unknown. */
  secretOf(accessKeyId: string): string | undefined;
  /** Returns why the caller may not; undefined: it may. */
  refusal(
    accessKeyId: string,
    wanted: { readonly action: string; readonly resource: string },
  ): string | undefined;
}
