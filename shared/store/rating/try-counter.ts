import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';

import { toEpoch } from '../../domain/time/instant.ts';
import type { TryCounter } from '../../port/rating/try-counter.ts';
import { pastContention } from '../contention.ts';
import { keyOf } from '../table.ts';
import type { Table } from '../table.ts';
import { triesKey } from './keys.ts';
import { storedTryCount } from './schema.ts';

const hourMs = 60 * 60_000;
const hourSeconds = 3600;

const toUpdate = (table: Table, of: string, hour: number): UpdateItemCommand =>
  new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(triesKey(of, hour)),
    UpdateExpression: 'SET kind = :kind, v = :v, #ttl = :ttl ADD #count :one',
    ExpressionAttributeNames: { '#ttl': 'ttl', '#count': 'count' },
    ExpressionAttributeValues: {
      ':kind': { S: storedTryCount.name },
      ':v': { N: String(storedTryCount.writes) },
      // Two hours after its hour began: it is never read after it.
      ':ttl': { N: String((hour + 2) * hourSeconds) },
      ':one': { N: '1' },
    },
    ReturnValues: 'UPDATED_NEW',
  });

export const tryCounter = (table: Table): TryCounter => ({
  async count(of, at) {
    const update = toUpdate(table, of, Math.floor(toEpoch(at) / hourMs));
    const { Attributes } = await pastContention(() => table.client.send(update));
    return Number(Attributes?.['count']?.N);
  },
});
