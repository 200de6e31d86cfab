import { ServiceError } from '../wire.ts';

/** Creates the service's error for a request that is well-formed JSON and still invalid. */
export const makeValidationError = (message: string): ServiceError =>
  new ServiceError('ValidationException', message);

/** Creates the error for an invalid parameter value, e.g. an item over its limits. */
export const invalidValue = (message: string): ServiceError =>
  makeValidationError(`One or more parameter values were invalid: ${message}`);

export const tooDeep = (): ServiceError =>
  makeValidationError('Nesting Levels have exceeded supported limits');

/**
 * Creates the error for JSON with the wrong structure. The service checks it before it validates
 * the request.
 */
export const makeSerializationError = (message: string): ServiceError =>
  new ServiceError('SerializationException', message);
