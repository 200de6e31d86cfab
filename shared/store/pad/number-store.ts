import { PutItemCommand } from '@aws-sdk/client-dynamodb';

import { isEnded } from '../../domain/pad/refused.ts';
import type { RatedContact, RefusedMark, RefusedPadRating } from '../../domain/pad/refused.ts';
import type { PadNumber, PadStore } from '../../port/pad/store.ts';
import { pastContention, tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNew, wholePart } from '../items.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import {
  numberKey,
  openRefusedIn,
  openRefusedList,
  padKey,
  refusedKey,
  refusedPrefix,
} from './keys.ts';
import { storedPadNumber, storedRefusedRating } from './schema.ts';

type NumberStore = Pick<
  PadStore,
  | 'takeNumber'
  | 'nameContact'
  | 'keepRefused'
  | 'refusedOf'
  | 'refusedWith'
  | 'openRefused'
  | 'endRefused'
  | 'putBack'
>;

const placeOfRefused = (refused: RefusedPadRating): Placement<RefusedPadRating> => ({
  key: refusedKey(refused),
  kind: storedRefusedRating,
  list: openRefusedList(refused),
});

const conditions = {
  notEnded: 'attribute_not_exists(takenUp) AND attribute_not_exists(settled)',
  takenUp: 'attribute_exists(takenUp)',
} as const;

/** Replaces a refused rating on a condition; returns whether it held. */
const putRefused = async (
  table: Table,
  refused: RefusedPadRating,
  condition: keyof typeof conditions,
): Promise<boolean> => {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(placeOfRefused(refused), refused),
    ConditionExpression: conditions[condition],
  });
  return (await tryWrite(() => table.client.send(put))).ok;
};

const markOf = ({ sealed: _sealed, ...mark }: RefusedPadRating): RefusedMark => mark;

/** A number that its pad gave again stands for what it stood for first. */
export const nameContact = async (
  table: Table,
  key: Pick<PadNumber, 'padId' | 'sequence'>,
  contact: RatedContact,
): Promise<void> => {
  const number = await getItem(table, storedPadNumber, numberKey(key));
  if (number === undefined || number.contact !== undefined) return;
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem({ key: numberKey(key), kind: storedPadNumber }, { ...number, contact }),
  });
  await pastContention(() => table.client.send(put));
};

/** The part of the pad store about a pad's own numbers and the ratings refused under them. */
export const numberStore = (table: Table): NumberStore => {
  const mustFind = async (key: Parameters<typeof refusedKey>[0]): Promise<RefusedPadRating> => {
    const refused = await getItem(table, storedRefusedRating, refusedKey(key));
    if (refused === undefined) throw new Error('no rating was refused under that number and mark');
    return refused;
  };
  return {
    async takeNumber(number) {
      const taken = await putNew(table, { key: numberKey(number), kind: storedPadNumber }, number);
      return taken.ok ? undefined : taken.existing;
    },

    nameContact: (key, contact) => nameContact(table, key, contact),

    async keepRefused(refused) {
      await putNew(table, placeOfRefused(refused), refused);
    },

    async refusedOf(padId) {
      const part = { pk: padKey(padId).pk, beginsWith: refusedPrefix };
      return (await wholePart(table, storedRefusedRating, part)).map(markOf);
    },

    refusedWith: (key) => getItem(table, storedRefusedRating, refusedKey(key)),

    async openRefused(area, page) {
      const list = { listPk: openRefusedIn(area), kind: storedRefusedRating };
      const whole = await itemPage(table, { ...list, placeOf: placeOfRefused }, page);
      return { ...whole, items: whole.items.map(markOf) };
    },

    async endRefused(key, end) {
      const refused = await mustFind(key);
      if (isEnded(refused)) return refused;
      if (await putRefused(table, { ...refused, ...end }, 'notEnded')) return end;
      return mustFind(key);
    },

    async putBack(key) {
      const { takenUp: _takenUp, ...refused } = await mustFind(key);
      await putRefused(table, refused, 'takenUp');
    },
  };
};
