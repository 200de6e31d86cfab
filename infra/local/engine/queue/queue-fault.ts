import { ServiceError } from '../wire.ts';
import { QUEUE_FAULTS } from './queue-fault.table.ts';
import type { QueueFaultCode } from './queue-fault.table.ts';

/** Creates an error of the queue service with the HTTP status of its code. */
export const queueFault = (code: QueueFaultCode, message: string): ServiceError =>
  new ServiceError(code, message, { status: QUEUE_FAULTS[code].status });

export const makeInvalidParameter = (message: string): ServiceError =>
  queueFault('InvalidParameterValueException', message);

export const invalidValue = (name: string, value: unknown, reason: string): ServiceError =>
  makeInvalidParameter(
    `Value ${String(value)} for parameter ${name} is invalid. Reason: ${reason}`,
  );

export const missingParameter = (name: string): ServiceError =>
  queueFault(
    'MissingRequiredParameterException',
    `The request must contain the parameter ${name}.`,
  );

export const queueDoesNotExist = (): ServiceError =>
  queueFault('QueueDoesNotExist', 'The specified queue does not exist.');

export const handleExpired = (handle: string): ServiceError =>
  invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');

/** Returns the service's older name of an error; batches report their failed entries under it. */
export const olderCode = (code: string): string | undefined =>
  Object.hasOwn(QUEUE_FAULTS, code) ? QUEUE_FAULTS[code as QueueFaultCode].query : undefined;

/**
 * `x-amzn-query-error`: `<older code>;Sender`. Undefined for errors that the service does not have.
 */
export const queryErrorCode = (error: ServiceError): string | undefined => {
  const older = olderCode(error.code);
  return older === undefined ? undefined : `${older};Sender`;
};
