/** The parameters that are set when the stack is deployed, not when it is built. */
import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';

/** The issuer of staff tokens, and the prefix of the claims that are not defined by OIDC. */
export interface StaffIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly claimPrefix: string;
  /** The client of the pages at the issuer. */
  readonly clientId: string;
  /** The token that the API takes: `access_token` or `id_token`. */
  readonly token: string;
}

/** Returns the parameter's value, or `otherwise` when it is empty. */
const valueOr = (given: CfnParameter, otherwise: string): string => {
  const isGiven = new CfnCondition(given.stack, `Has${given.node.id}`, {
    expression: Fn.conditionNot(Fn.conditionEquals(given.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, given.valueAsString, otherwise).toString();
};

const audienceOf = (stack: Stack): Pick<StaffIssuer, 'audience' | 'clientId'> => {
  const audience = new CfnParameter(stack, 'OidcAudience', {
    description: 'Audience (or client id) of the staff tokens',
    minLength: 1,
  }).valueAsString;
  const client = new CfnParameter(stack, 'OidcClientId', {
    description: 'Client id of the pages at the issuer; empty: the audience',
    default: '',
  });
  return { audience, clientId: valueOr(client, audience) };
};

export const issuerFromParameters = (stack: Stack): StaffIssuer => ({
  issuer: new CfnParameter(stack, 'OidcIssuer', {
    description:
      'Issuer of staff tokens, e.g. https://id.example.gov.cn; API Gateway loads its public keys',
    minLength: 1,
  }).valueAsString,
  ...audienceOf(stack),
  token: new CfnParameter(stack, 'OidcToken', {
    description: 'The token of the issuer that has the audience and the claims of staff',
    default: 'access_token',
    allowedValues: ['access_token', 'id_token'],
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
 * Returns the public base URL: the parameter `PublicUrl`, or `ownUrl` when it is empty. It is an
 * origin, because the pages link to each other from the root.
 */
export const publicUrlOr = (stack: Stack, ownUrl: string): string =>
  valueOr(
    new CfnParameter(stack, 'PublicUrl', {
      description:
        'Public base URL of the service without path, e.g. https://pingjia.example.gov.cn; empty: https:// and DomainName, else the URL of the API',
      default: '',
      allowedPattern: '^(https?://[^/]+)?$',
    }),
    ownUrl,
  );

/** Returns the sources that may frame the rendered pages, as `frame-ancestors` lists them. */
export const embedders = (stack: Stack): string =>
  new CfnParameter(stack, 'Embedders', {
    description:
      "Who may show the pages of residents in a frame: 'self', 'none', or 'self' and origins, separated by spaces",
    default: "'self'",
    allowedPattern: String.raw`^('self'|'none'|https://[a-z0-9.*:-]+)( https://[a-z0-9.*:-]+)*$`,
  }).valueAsString;

/** Returns who is responsible for the personal data of residents, and whom they call. */
export const operator = (stack: Stack): { readonly name: string; readonly phone: string } => ({
  name: new CfnParameter(stack, 'OperatorName', {
    description:
      'The unit that residents are told is responsible for their personal data; empty: the pages say that its name is not set',
    default: '',
  }).valueAsString,
  phone: new CfnParameter(stack, 'OperatorPhone', {
    description: 'The telephone number on the pages of residents',
    default: '12345',
    minLength: 3,
  }).valueAsString,
});

/** Returns the signature of text messages, as it is registered with the gateway. */
export const messageSignature = (stack: Stack): string =>
  new CfnParameter(stack, 'MessageSignature', {
    description: 'The signature in front of each text message, without brackets',
    default: '政务服务好差评',
    allowedPattern: String.raw`^[^【】\[\]{}\s]{2,12}$`,
  }).valueAsString;

/** Returns the origin to which browsers upload evidence: the bucket's, unless another leads there. */
export const evidenceOriginOr = (stack: Stack, ownOrigin: string): string =>
  valueOr(
    new CfnParameter(stack, 'EvidenceOrigin', {
      description: 'Origin of uploads of evidence; empty: that of the bucket',
      default: '',
      allowedPattern: '^(https?://[^/]+)?$',
    }),
    ownOrigin,
  );

/** Returns the base URL of the provincial center; empty when the city does not report. */
export const centerUrl = (stack: Stack): string =>
  new CfnParameter(stack, 'CenterUrl', {
    description: 'Base URL of the provincial center, without a trailing slash; empty: no exchange',
    default: '',
    allowedPattern: '^(https?://.*[^/])?$',
  }).valueAsString;

/** Returns which system delivers messages to residents. */
export const messageChannel = (stack: Stack): string =>
  new CfnParameter(stack, 'MessageChannel', {
    description:
      'Messages to residents: off, gateway (MessageGatewayUrl), or province (message.sendMessage of the center)',
    default: 'off',
    allowedValues: ['off', 'gateway', 'province'],
  }).valueAsString;

/** Returns the address to which text messages are posted. */
export const messageGatewayUrl = (stack: Stack): string =>
  new CfnParameter(stack, 'MessageGatewayUrl', {
    description: 'Address of the gateway of text messages; needed for the channel gateway',
    default: '',
    allowedPattern: '^(https?://.*)?$',
  }).valueAsString;
