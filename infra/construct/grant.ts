/**
 * One grant of a function: the permission, and the environment variable with the resource's name or
 * address. The type does not allow one without the other.
 */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Why this permission is an exception to a rule of cdk-nag. */
  readonly acknowledged?: { readonly id: string; readonly reason: string };
}

/** Returns a value that needs no permission, such as the public URL of the API. */
export const grantVariable = (name: string, value: string): Grant => ({
  actions: [],
  resources: [],
  environment: { [name]: value },
});
