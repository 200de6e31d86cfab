/**
 * One grant of a function: the permission, and the variable by which it learns where.
 * A variable without its permission, or the reverse, cannot be written down.
 */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Why a rule of cdk-nag is not followed by this permission. */
  readonly acknowledged?: { readonly id: string; readonly reason: string };
}

/** A value that needs no permission, such as the public address of the API. */
export const grantVariable = (name: string, value: string): Grant => ({
  actions: [],
  resources: [],
  environment: { [name]: value },
});
