import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { areaOfHall } from '../../domain/pad/pad.ts';
import type { Pad } from '../../domain/pad/pad.ts';
import { isOldCode } from '../../domain/pad/suspension.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { PadPlace, PadStore } from '../../port/pad/store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, nextVersion, putNext, wholeList } from '../items.ts';
import { keyOf, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { enrolmentKey, numberKey, padKey, padList, padsOf } from './keys.ts';
import { numberStore } from './number-store.ts';
import { storedEnrolment, storedPad, storedPadNumber } from './schema.ts';

const padPlace = (pad: Pad): Placement<Pad> => ({
  key: padKey(pad.id),
  kind: storedPad,
  list: padList(pad),
});

const toPadPut = (table: Table, pad: Pad) => ({
  Put: { TableName: table.name, Item: toItem(padPlace(pad), pad), ...nextVersion(pad.version) },
});

const toCodeDelete = (table: Table, codeHash: string) => ({
  Delete: {
    TableName: table.name,
    Key: keyOf(enrolmentKey(codeHash)),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

const partOf = (of: PadPlace) =>
  'hall' in of
    ? { listPk: padsOf(areaOfHall(of.hall)), beginsWith: `${of.hall}#` }
    : { listPk: padsOf(of.area) };

/** What a claim of a receipt reads: a function that only claims carries nothing else of the store. */
export const padReader = (table: Table): Pick<PadStore, 'find' | 'numberOf'> => ({
  find: (padId) => getItem(table, storedPad, padKey(padId)),

  numberOf: (key) => getItem(table, storedPadNumber, numberKey(key)),
});

export const padStore = (table: Table): PadStore => ({
  async register(pad, { codeHash, expiresAt }) {
    const place = {
      key: enrolmentKey(codeHash),
      kind: storedEnrolment,
      ttl: Math.ceil(toEpoch(expiresAt) / 1000),
    };
    const code = {
      Put: { TableName: table.name, Item: toItem(place, { padId: pad.id, expiresAt }) },
    };
    const write = new TransactWriteItemsCommand({ TransactItems: [toPadPut(table, pad), code] });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  async padOfCode(codeHash, at) {
    const enrolment = await getItem(table, storedEnrolment, enrolmentKey(codeHash));
    if (enrolment === undefined || enrolment.expiresAt < at) return undefined;
    const pad = await getItem(table, storedPad, padKey(enrolment.padId));
    return pad && !isOldCode(pad, enrolment.expiresAt) ? pad : undefined;
  },

  async save(next, usedCodeHash) {
    if (usedCodeHash === undefined) return putNext(table, padPlace(next), next);
    const write = new TransactWriteItemsCommand({
      TransactItems: [toPadPut(table, next), toCodeDelete(table, usedCodeHash)],
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  inArea: (area) => wholeList(table, storedPad, { listPk: padsOf(area) }),

  listed: (of, page) =>
    itemPage(table, { ...partOf(of), kind: storedPad, placeOf: padPlace }, page),

  ...padReader(table),

  ...numberStore(table),
});
