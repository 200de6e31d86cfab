/** The parameters that are set when the stack is deployed, not when it is built. */
import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';

/** The issuer of staff tokens, and the prefix of the claims that are not defined by OIDC. */
export interface StaffIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly claimPrefix: string;
}

export const issuerFromParameters = (stack: Stack): StaffIssuer => ({
  issuer: new CfnParameter(stack, 'OidcIssuer', {
    description:
      'Issuer of staff tokens, e.g. https://id.example.gov.cn; API Gateway loads its public keys',
    minLength: 1,
  }).valueAsString,
  audience: new CfnParameter(stack, 'OidcAudience', {
    description: 'Audience (or client id) of the staff tokens',
    minLength: 1,
  }).valueAsString,
  claimPrefix: new CfnParameter(stack, 'ClaimPrefix', {
    description: 'Prefix of the claims roles, department and area; empty: no prefix',
    default: '',
  }).valueAsString,
});

/** `on` only to test webhooks against a receiver on the same machine. */
export const loopbackWebhooks = (stack: Stack): string =>
  new CfnParameter(stack, 'LoopbackWebhooks', {
    description:
      'Allows webhooks over HTTP to the same machine; for local tests only, off in a deployment',
    default: 'off',
    allowedValues: ['on', 'off'],
  }).valueAsString;

/** `on` only for trials: deadlines of residents are counted by published notices. */
export const assumedCalendars = (stack: Stack): string =>
  new CfnParameter(stack, 'AssumedCalendars', {
    description:
      'Allows calendar years without a notice of the State Council; for local tests only, off in a deployment',
    default: 'off',
    allowedValues: ['on', 'off'],
  }).valueAsString;

/**
 * Returns the public base URL: the parameter `PublicUrl`, or the API's own URL when it is empty.
 */
export const publicUrlOr = (stack: Stack, ownUrl: string): string => {
  const given = new CfnParameter(stack, 'PublicUrl', {
    description:
      'Public base URL of the service, without a trailing slash; empty: the URL of the API',
    default: '',
    allowedPattern: '^(https?://.*[^/])?$',
  });
  const isGiven = new CfnCondition(stack, 'HasPublicUrl', {
    expression: Fn.conditionNot(Fn.conditionEquals(given.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, given.valueAsString, ownUrl).toString();
};

/** Returns the base URL of the provincial center; empty when the city does not report. */
export const centerUrl = (stack: Stack): string =>
  new CfnParameter(stack, 'CenterUrl', {
    description: 'Base URL of the provincial center, without a trailing slash; empty: no exchange',
    default: '',
    allowedPattern: '^(https?://.*[^/])?$',
  }).valueAsString;
