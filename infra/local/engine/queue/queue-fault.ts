import { ServiceError } from '../wire.ts';
import { QUEUE_FAULTS } from './queue-fault.table.ts';
import type { QueueFaultCode } from './queue-fault.table.ts';

/** An error of the queue service with the status that belongs to its code. */
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

/** The service's older name of an error; batches report their failed entries under it. */
export const olderCode = (code: string): string | undefined =>
  Object.hasOwn(QUEUE_FAULTS, code) ? QUEUE_FAULTS[code as QueueFaultCode].query : undefined;

/** `x-amzn-query-error`: `<older code>;Sender`. Errors the service does not know have none. */
export const queryErrorCode = (error: ServiceError): string | undefined => {
  const older = olderCode(error.code);
  return older === undefined ? undefined : `${older};Sender`;
};
