import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

import type { Integrator, IntegratorStore } from '../../port/access/integrator-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putOwn } from '../items.ts';
import { keyOf } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { integratorKey, integratorsList } from './keys.ts';
import { storedIntegrator } from './schema.ts';

const placeIntegrator = (integrator: Integrator): Placement<Integrator> => ({
  key: integratorKey(integrator.accessKey),
  kind: storedIntegrator,
  list: { listPk: integratorsList, listSk: `${integrator.name}#${integrator.accessKey}` },
});

export const integratorStore = (table: Table): IntegratorStore => ({
  async admit(integrator) {
    const isOwn = await putOwn(table, placeIntegrator(integrator), integrator);
    return isOwn ? 'admitted' : 'known';
  },

  find: (accessKey) => getItem(table, storedIntegrator, integratorKey(accessKey)),

  async revoke(accessKey, revoked) {
    const update = new UpdateItemCommand({
      TableName: table.name,
      Key: keyOf(integratorKey(accessKey)),
      UpdateExpression: 'SET #state = :state, revoked = if_not_exists(revoked, :revoked)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': { S: 'revoked' },
        ':revoked': { M: marshall(revoked) },
      },
    });
    return (await tryWrite(() => table.client.send(update))).ok ? 'revoked' : 'unknown';
  },

  listed: (page) =>
    itemPage(
      table,
      { listPk: integratorsList, kind: storedIntegrator, placeOf: placeIntegrator },
      page,
    ),
});
