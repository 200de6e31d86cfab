import { randomUUID } from 'node:crypto';

import { toEpoch } from '../../domain/time/instant.ts';
import type { ReplayGuard } from '../../port/access/replay-guard.ts';
import { putOwn } from '../items.ts';
import type { Table } from '../table.ts';
import { replayKey } from './keys.ts';
import { storedReplayMark } from './schema.ts';

/** Marks outlive the time stamp they guard by a minute; DynamoDB deletes them by their ttl. */
const graceSeconds = 60;

export const replayGuard = (table: Table): ReplayGuard => ({
  async claim(mark, until) {
    const ttl = Math.ceil(toEpoch(until) / 1000) + graceSeconds;
    // The SDK repeats a write whose response was lost. The value shows that the item found is its
    // own.
    const by = randomUUID();
    const place = { key: replayKey(mark), kind: storedReplayMark, ttl };
    return putOwn(table, place, { by });
  },
});
