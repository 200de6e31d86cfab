import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { PolicyStore } from '../../port/policy/store.ts';
import { tryWrite } from '../contention.ts';
import { putNew, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Table } from '../table.ts';
import {
  activationKey,
  activationPrefix,
  activePolicyKey,
  policyKey,
  policyPk,
  proposedPrefix,
} from './keys.ts';
import { storedActivation, storedPolicy, storedPolicyInForce } from './schema.ts';

/** Only an activation that follows the one in force can take effect. */
const requirePrevious = (number: number) =>
  number === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#number = :before',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':before': { N: String(number - 1) } },
      };

export const policyStore = (table: Table): PolicyStore => ({
  proposed: () => wholePart(table, storedPolicy, { pk: policyPk, beginsWith: proposedPrefix }),

  async propose(next) {
    const place = { key: policyKey(next.policy.version), kind: storedPolicy };
    return (await putNew(table, place, next)).ok ? 'saved' : 'conflict';
  },

  activations: () =>
    wholePart(table, storedActivation, { pk: policyPk, beginsWith: activationPrefix }),

  async activate(next) {
    const inForce = { key: activePolicyKey, kind: storedPolicyInForce };
    const kept = { key: activationKey(next.number), kind: storedActivation };
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        {
          Put: {
            TableName: table.name,
            Item: toItem(inForce, next),
            ...requirePrevious(next.number),
          },
        },
        { Put: { TableName: table.name, Item: toItem(kept, next), ...requirePrevious(1) } },
      ],
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },
});
