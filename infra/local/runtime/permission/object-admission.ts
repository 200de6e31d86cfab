/**
 * Access to the object store: callers are authenticated by signature, then authorized by the role
 * of their function.
 */
import type { ObjectAdmission } from '../../engine/object/object-model.ts';
import { LOCAL_SECRET } from '../function-host/function-environment.ts';
import { callersIn, refusalOf } from './caller.ts';
import type { CallerParts } from './caller.ts';
import { OPERATOR } from './guard.ts';

const isOperator = (accessKeyId: string): boolean => accessKeyId === OPERATOR.accessKeyId;

export const createObjectAdmission = (parts: CallerParts): ObjectAdmission => {
  const callerOf = callersIn(parts);
  return {
    secretOf: (accessKeyId) =>
      isOperator(accessKeyId) || callerOf(accessKeyId) ? LOCAL_SECRET : undefined,
    refusal: (accessKeyId, wanted) => {
      if (isOperator(accessKeyId)) return undefined;
      const caller = callerOf(accessKeyId);
      return caller ? refusalOf(caller, wanted) : `${accessKeyId} is nobody`;
    },
  };
};
