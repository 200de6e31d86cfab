/** Lambda polls a source with the function's role, and refuses a mapping without permission. */
import type { MappingDefinition } from '../../engine/model.ts';
import { TemplateFault } from '../template-fault.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import { evaluate } from './evaluate.ts';
import type { RequiredAction } from './required-actions.ts';

const POLLING = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
} as const;

const needsOf = ({ sourceArn, onFailureArn }: MappingDefinition): readonly RequiredAction[] => {
  const actions = sourceArn.includes(':sqs:') ? POLLING.sqs : POLLING.dynamodb;
  const polling = actions.map((action) => ({ action, resource: sourceArn }));
  if (onFailureArn === undefined) return polling;
  return [...polling, { action: 'sqs:SendMessage', resource: onFailureArn }];
};

/** Throws `TemplateFault` that names the mapping, the function and the missing action. */
export const checkMappingRights = (
  mappings: readonly MappingDefinition[],
  functions: readonly FunctionDefinition[],
): void => {
  for (const mapping of mappings) {
    const owner = functions.find(({ arn }) => arn === mapping.functionArn);
    const missing = needsOf(mapping).find(
      (need) => evaluate(owner?.statements ?? [], need) !== 'allowed',
    );
    if (!missing) continue;
    throw new TemplateFault(
      `Resources.${mapping.id}`,
      `the role of ${owner?.id ?? mapping.functionArn} may not ${missing.action} on ${missing.resource}`,
    );
  }
};
