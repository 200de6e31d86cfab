import { parseArn } from '../arn.ts';

/** A queue engine in the same process identifies a queue by the last segment of its URL. */
export const queueUrlOf = (queueArn: string): string => {
  const { service, region, account, resource } = parseArn(queueArn);
  if (service !== 'sqs') throw new TypeError(`not a queue: ${queueArn}`);
  return `https://sqs.${region}.amazonaws.com/${account}/${resource}`;
};
