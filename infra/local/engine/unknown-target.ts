import { ServiceError } from './wire.ts';

/** `target` is the header as received: `DynamoDBStreams_20120810.ListStreams`. */
export const unknownTarget = (target: string, spoken: Iterable<string>): ServiceError => {
  const asked = target === '' ? 'a request without x-amz-target' : `a call of ${target}`;
  const services = [...spoken].join(', ');
  return new ServiceError(
    'UnknownOperationException',
    `The embedded engine does not know ${asked}. By x-amz-target it serves: ${services}.`,
  );
};
