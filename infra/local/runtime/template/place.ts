/** The simulated place of deployment: the values of CloudFormation's pseudo parameters. */
export interface LocalPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly urlSuffix: string;
  /** The address of the HTTP API, e.g. `http://127.0.0.1:8787`. */
  readonly apiUrl: string;
  /** The address of DynamoDB, SQS, KMS and S3, for queue URLs. */
  readonly engineUrl: string;
}

/**
 * A China partition on purpose: a policy, a principal or an endpoint that silently assumes `aws`
 * fails here before it fails in Beijing or Ningxia.
 */
export const LOCAL_PLACE = {
  partition: 'aws-cn',
  region: 'cn-north-1',
  account: '000000000000',
  urlSuffix: 'amazonaws.com.cn',
} as const;

export const arnOf = (place: LocalPlace, service: string, resource: string): string =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
