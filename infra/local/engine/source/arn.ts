export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Throws `TypeError` for anything that is not `arn:partition:service:region:account:resource`. */
export const parseArn = (text: string): Arn => {
  const [prefix, partition, service, region, account, ...resource] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || resource.length === 0)
    throw new TypeError(`not an ARN: ${text}`);
  return {
    partition,
    service,
    region: region ?? '',
    account: account ?? '',
    resource: resource.join(':'),
  };
};
