import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { Activation, PolicyStore, ProposedPolicy } from '../../port/policy/store.ts';
import { tryWrite } from '../contention.ts';
import { getItem, putNew, wholePart } from '../items.ts';
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
  proposed: () => wholePart<ProposedPolicy>(table, { pk: policyPk, beginsWith: proposedPrefix }),

  find: (version) => getItem<ProposedPolicy>(table, policyKey(version)),

  async propose(next) {
    const place = { key: policyKey(next.policy.version), kind: 'policy' } as const;
    return (await putNew<ProposedPolicy>(table, place, next)).ok ? 'saved' : 'conflict';
  },

  activations: () => wholePart<Activation>(table, { pk: policyPk, beginsWith: activationPrefix }),

  async activate(next) {
    const inForce = { key: activePolicyKey, kind: 'policy_in_force' } as const;
    const kept = { key: activationKey(next.number), kind: 'activation' } as const;
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
