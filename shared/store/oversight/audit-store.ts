import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import type { ActsBreak, AuditBreak } from '../../domain/oversight/audit-break.ts';
import type { AuditProgress, AuditStore } from '../../port/oversight/audit-store.ts';
import { pastContention } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext } from '../items.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { actsBreakKey, auditBreakKey, auditBreaksIn, auditProgressKey } from './keys.ts';
import { storedActsBreak, storedAuditBreak, storedAuditProgress } from './schema.ts';

const placeOf = ({ ticketId, state }: AuditBreak): Placement<AuditBreak> => ({
  key: auditBreakKey(ticketId),
  kind: storedAuditBreak,
  list: state === 'closed' ? undefined : { listPk: auditBreaksIn(state), listSk: ticketId },
});

const actsPlace: Placement<ActsBreak> = { key: actsBreakKey, kind: storedActsBreak };

export const auditStore = (table: Table): AuditStore => ({
  find: (ticketId) => getItem(table, storedAuditBreak, auditBreakKey(ticketId)),

  listed: (state, page) =>
    itemPage(table, { kind: storedAuditBreak, listPk: auditBreaksIn(state), placeOf }, page),

  save: (next) => putNext(table, placeOf(next), next),

  actsBreak: () => getItem(table, storedActsBreak, actsBreakKey),

  saveActsBreak: (next) => putNext(table, actsPlace, next),

  progress: () => getItem(table, storedAuditProgress, auditProgressKey),

  async keepProgress(next) {
    const place: Placement<AuditProgress> = { key: auditProgressKey, kind: storedAuditProgress };
    // One verifier runs at a time; a repeat of its write writes the same.
    const put = new PutItemCommand({ TableName: table.name, Item: toItem(place, next) });
    await pastContention(() => table.client.send(put));
  },
});
