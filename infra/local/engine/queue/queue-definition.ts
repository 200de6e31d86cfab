import type { QueueDefinition } from '../model.ts';

interface Limit {
  readonly member: keyof QueueDefinition;
  readonly least: number;
  readonly most: number;
}

/** The limits that CloudFormation enforces at creation, in the units of the definition. */
const LIMITS: readonly Limit[] = [
  { member: 'delaySeconds', least: 0, most: 900 },
  { member: 'visibilityTimeoutSeconds', least: 0, most: 43_200 },
  { member: 'retentionSeconds', least: 60, most: 1_209_600 },
  { member: 'receiveWaitSeconds', least: 0, most: 20 },
  { member: 'maximumMessageSize', least: 1024, most: 1_048_576 },
];

const isWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** Throws `RangeError` for a queue that the service would not create. */
export const checkDefinition = (queue: QueueDefinition): void => {
  const makeRangeError = (what: string) => new RangeError(`queue ${queue.name}: ${what}`);
  const base = queue.name.replace(/\.fifo$/u, '');
  if (!/^[\w-]+$/u.test(base) || queue.name.length > 80)
    throw makeRangeError('the name is not allowed');
  if (queue.fifo !== queue.name.endsWith('.fifo'))
    throw makeRangeError('.fifo is for FIFO queues only');
  if (queue.contentBasedDeduplication && !queue.fifo)
    throw makeRangeError('only FIFO deduplicates');
  for (const { member, least, most } of LIMITS) {
    if (!isWithin(queue[member], least, most))
      throw makeRangeError(`${member} is not in ${least}…${most}`);
  }
  if (queue.redrive && !isWithin(queue.redrive.maxReceiveCount, 1, 1000)) {
    throw makeRangeError('maxReceiveCount is not in 1…1000');
  }
};
