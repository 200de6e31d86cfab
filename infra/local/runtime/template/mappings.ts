/** `AWS::Lambda::EventSourceMapping`, from queues and from table streams. */
import { z } from 'zod';

import type { MappingDefinition } from '../../engine/model.ts';
import { TemplateFault } from '../template-fault.ts';
import type { FunctionDefinition } from './functions.ts';
import { cfnBoolean, cfnNumber, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

const Mapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: cfnBoolean.default(true),
  BatchSize: cfnNumber.optional(),
  MaximumBatchingWindowInSeconds: cfnNumber.default(0),
  TumblingWindowInSeconds: cfnNumber.default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  BisectBatchOnFunctionError: cfnBoolean.default(false),
  MaximumRetryAttempts: cfnNumber.default(-1),
  MaximumRecordAgeInSeconds: cfnNumber.default(-1),
  ParallelizationFactor: cfnNumber.default(1),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })).default([]) })
    .optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
  ScalingConfig: z.strictObject({ MaximumConcurrency: cfnNumber.optional() }).optional(),
  MetricsConfig: ignored,
  Tags: ignored,
});

type Mapping = z.infer<typeof Mapping>;

/** Lambda's documented defaults: 10 messages of a queue, 100 records of a stream. */
const defaultBatchSize = (sourceArn: string): number => (sourceArn.includes(':sqs:') ? 10 : 100);

const optionalParts = (mapping: Mapping): Partial<MappingDefinition> => {
  const onFailureArn = mapping.DestinationConfig?.OnFailure?.Destination;
  const maximumConcurrency = mapping.ScalingConfig?.MaximumConcurrency;
  const tumblingSeconds = mapping.TumblingWindowInSeconds;
  const maximumRecordAgeSeconds = mapping.MaximumRecordAgeInSeconds;
  return {
    ...(mapping.StartingPosition && { startingPosition: mapping.StartingPosition }),
    ...(tumblingSeconds > 0 && { tumblingSeconds }),
    ...(maximumRecordAgeSeconds > 0 && { maximumRecordAgeSeconds }),
    ...(onFailureArn !== undefined && { onFailureArn }),
    ...(maximumConcurrency !== undefined && { maximumConcurrency }),
  };
};

const targetOf = (
  functions: readonly FunctionDefinition[],
  name: string,
  at: string,
): FunctionDefinition => {
  const found = functions.find((one) => one.name === name || one.arn === name);
  if (found) return found;
  throw new TemplateFault(
    `${at}.Properties.FunctionName`,
    `does not name a function of the stack: ${name}`,
  );
};

const mappingOf =
  (functions: readonly FunctionDefinition[]) =>
  (resource: StackResource): MappingDefinition => {
    const mapping = readProperties(Mapping, resource);
    return {
      id: resource.id,
      sourceArn: mapping.EventSourceArn,
      functionArn: targetOf(functions, mapping.FunctionName, resource.at).arn,
      enabled: mapping.Enabled,
      batchSize: mapping.BatchSize ?? defaultBatchSize(mapping.EventSourceArn),
      windowSeconds: mapping.MaximumBatchingWindowInSeconds,
      reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
      bisectOnError: mapping.BisectBatchOnFunctionError,
      maximumRetryAttempts: mapping.MaximumRetryAttempts,
      parallelizationFactor: mapping.ParallelizationFactor,
      filters: mapping.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [],
      ...optionalParts(mapping),
    };
  };

export const readMappings = (
  stack: Stack,
  functions: readonly FunctionDefinition[],
): readonly MappingDefinition[] =>
  stack.ofType('AWS::Lambda::EventSourceMapping').map(mappingOf(functions));
