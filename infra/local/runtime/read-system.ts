/**
 * Reads a synthesized cloud assembly for the local runtime. The template is the single source of
 * truth: what is read here is booted, and what cannot be read stops the boot with its name.
 */
import type { KeyDefinition } from '../engine/kms/key-names.ts';
import type {
  MappingDefinition,
  QueueDefinition,
  ScheduleDefinition,
  TableDefinition,
} from '../engine/model.ts';
import type { BucketDefinition } from '../engine/object/object-model.ts';
import { checkInvokingRoles } from './permission/invoking-roles.ts';
import { readAssemblyStack } from './template/assembly-stack.ts';
import { readBuckets } from './template/buckets.ts';
import { readFunctions } from './template/functions.ts';
import type { FunctionDefinition } from './template/functions.ts';
import { readHttpApi } from './template/http-api.ts';
import type { HttpApiDefinition } from './template/http-api.ts';
import { readKeys } from './template/keys.ts';
import { readMappings } from './template/mappings.ts';
import type { LocalPlace } from './template/place.ts';
import { readStatements } from './template/policies.ts';
import { readQueues } from './template/queues.ts';
import { readSchedules } from './template/schedules.ts';
import { bindStack } from './template/stack.ts';
import type { ParameterValues } from './template/stack.ts';
import { readTables } from './template/tables.ts';

export interface SystemDefinition {
  readonly tables: readonly TableDefinition[];
  readonly queues: readonly QueueDefinition[];
  readonly buckets: readonly BucketDefinition[];
  readonly keys: readonly KeyDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly mappings: readonly MappingDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
  readonly api?: HttpApiDefinition;
}

/** Throws `TemplateFault` with the logical id and the path of what is not supported. */
export const readSystem = (
  assembly: string,
  parameters: ParameterValues,
  place: LocalPlace,
): SystemDefinition => {
  const stack = bindStack(readAssemblyStack(assembly), parameters, place);
  const statementsOf = readStatements(stack);
  const functions = readFunctions(stack, statementsOf);
  const api = readHttpApi(stack, functions);
  checkInvokingRoles(api?.routes ?? [], statementsOf);
  return {
    tables: readTables(stack),
    queues: readQueues(stack),
    buckets: readBuckets(stack),
    keys: readKeys(stack),
    functions,
    mappings: readMappings(stack, functions),
    schedules: readSchedules(stack, functions),
    ...(api && { api }),
  };
};
