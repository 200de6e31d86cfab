import { ServiceError } from '../wire.ts';

/** What the service answers to a request that is well-formed JSON and still makes no sense. */
export const makeValidationError = (message: string): ServiceError =>
  new ServiceError('ValidationException', message);

/** A parameter value of the wrong kind, e.g. an item beyond its limits; the service's own prefix. */
export const invalidValue = (message: string): ServiceError =>
  makeValidationError(`One or more parameter values were invalid: ${message}`);

export const tooDeep = (): ServiceError =>
  makeValidationError('Nesting Levels have exceeded supported limits');

/** JSON of the wrong shape, refused before the request is looked at. */
export const makeSerializationError = (message: string): ServiceError =>
  new ServiceError('SerializationException', message);
