/** What is said when the stack is deployed, not when it is built. */
import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';

/** Who vouches for staff, and what the claims that are not OIDC's own are prefixed with. */
export interface StaffIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly claimPrefix: string;
}

export const issuerFromParameters = (stack: Stack): StaffIssuer => ({
  issuer: new CfnParameter(stack, 'OidcIssuer', {
    description:
      'Issuer of staff tokens, e.g. https://id.example.gov.cn; API Gateway reads its keys',
    minLength: 1,
  }).valueAsString,
  audience: new CfnParameter(stack, 'OidcAudience', {
    description: 'The audience (or client id) that staff tokens are made out for',
    minLength: 1,
  }).valueAsString,
  claimPrefix: new CfnParameter(stack, 'ClaimPrefix', {
    description: 'Stands before the claims roles, department and area; empty for none',
    default: '',
  }).valueAsString,
});

/** `on` only where somebody tries webhooks out against a receiver on the very machine. */
export const loopbackWebhooks = (stack: Stack): string =>
  new CfnParameter(stack, 'LoopbackWebhooks', {
    description: 'Whether webhooks may go to plain HTTP on the machine itself; never when deployed',
    default: 'off',
    allowedValues: ['on', 'off'],
  }).valueAsString;

/** The address that residents see: the parameter `PublicUrl`, or the API's own while that is empty. */
export const publicUrlOr = (stack: Stack, ownUrl: string): string => {
  const given = new CfnParameter(stack, 'PublicUrl', {
    description: 'Public address of the service, without a slash at its end; empty: the API itself',
    default: '',
    allowedPattern: '^(https?://.*[^/])?$',
  });
  const isGiven = new CfnCondition(stack, 'HasPublicUrl', {
    expression: Fn.conditionNot(Fn.conditionEquals(given.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, given.valueAsString, ownUrl).toString();
};

/** Where records of cases and ratings are reported to; empty while the city reports to nobody. */
export const centerUrl = (stack: Stack): string =>
  new CfnParameter(stack, 'CenterUrl', {
    description: 'Gateway of the provincial center, without a slash at its end; empty: no exchange',
    default: '',
    allowedPattern: '^(https?://.*[^/])?$',
  }).valueAsString;
