/**
 * Put, Update, Delete and ConditionCheck, alone and within transactions. `parseWrite` sees the
 * request only, `locateItem` also the schema, `decide` also the stored item; `carryOut` writes.
 */
import type { Bindings } from '../../expression/bindings.ts';
import { meetsCondition } from '../../expression/condition/condition.ts';
import { pathsInCondition, pathsInUpdate } from '../../expression/paths-in.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Action, Condition } from '../../expression/syntax.ts';
import { applyUpdate } from '../../expression/update/update.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import { ServiceError } from '../../wire.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Table } from '../definition/table-shape.ts';
import type { Call } from '../engine-core.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { checkIndexKeys, keyGiven, keyOfItem } from '../key/key-check.ts';
import { checkKeyPaths, checkUpdatePaths } from '../key/key-paths.ts';
import { writeUnits } from '../read/capacity.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import { applyChange } from './item-change.ts';
import { RequestExpressions } from './request-expressions.ts';

export type WriteKind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

export interface WriteAction {
  readonly kind: WriteKind;
  readonly table: Table;
  /** The whole item of a Put, the key of the others. */
  readonly item: Item;
  readonly condition: Condition | undefined;
  readonly update: readonly Action[] | undefined;
  readonly bindings: Bindings;
  /** Whether a failed condition returns the stored item. */
  readonly returnsOldOnFailure: boolean;
}

export interface Decision {
  readonly action: WriteAction;
  readonly key: KeyBytes;
  readonly before: StoredItem | undefined;
  readonly after: Item | undefined;
}

const MAX_ITEM_BYTES = 400 * 1024;

export const parseWrite = (call: Call, kind: WriteKind, parameters: Parameters): WriteAction => {
  const item = parameters.requiredItem(kind === 'Put' ? 'Item' : 'Key');
  const expressions = new RequestExpressions(
    parameters,
    kind === 'Update' ? ['UpdateExpression', 'ConditionExpression'] : ['ConditionExpression'],
  );
  const update = kind === 'Update' ? expressions.update() : undefined;
  const condition = expressions.condition('ConditionExpression');
  expressions.bindings.refuseUnused();
  const onFailure = parameters.choice('ReturnValuesOnConditionCheckFailure', ['ALL_OLD', 'NONE']);
  return {
    kind,
    table: call.core.catalog.table(parameters.requiredText('TableName')),
    item,
    condition,
    update,
    bindings: expressions.bindings,
    returnsOldOnFailure: onFailure === 'ALL_OLD',
  };
};

const checkPaths = ({ table, condition, update = [], bindings }: WriteAction): void => {
  checkUpdatePaths(table, update, bindings);
  checkKeyPaths(table, pathsInUpdate(update, bindings));
  checkKeyPaths(table, pathsInCondition(condition, bindings));
};

const keyToPut = (table: Table, item: Item): KeyBytes => {
  if (itemSize(item) > MAX_ITEM_BYTES) {
    throw makeValidationError('Item size has exceeded the maximum allowed size');
  }
  const key = keyOfItem(table, item);
  checkIndexKeys(table, item);
  return key;
};

/** Throws ValidationException when the action does not fit the schema of its table. */
export const locateItem = (action: WriteAction): KeyBytes => {
  const { kind, table, item } = action;
  const key = kind === 'Put' ? keyToPut(table, item) : keyGiven(table, item);
  checkPaths(action);
  return key;
};

/** Returns the error with the stored item that failed the condition, if the request asks for it. */
const makeConditionFailure = (
  { returnsOldOnFailure }: WriteAction,
  before: StoredItem | undefined,
) =>
  new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', {
    members: returnsOldOnFailure && before !== undefined ? { Item: before.item } : {},
  });

const updatedItem = (action: WriteAction, before: Item | undefined): Item | undefined => {
  const { table, update = [], bindings, item: key } = action;
  const after = applyUpdate(update, { before, key }, bindings);
  if (after === undefined) return undefined;
  if (itemSize(after) > MAX_ITEM_BYTES) {
    throw makeValidationError('Item size to update has exceeded the maximum allowed size');
  }
  checkIndexKeys(table, after);
  return after;
};

const resultOf = (action: WriteAction, before: Item | undefined): Item | undefined => {
  switch (action.kind) {
    case 'Put':
      return action.item;
    case 'Update':
      return updatedItem(action, before);
    case 'Delete':
      return undefined;
    case 'ConditionCheck':
      return before;
    default:
      return action.kind satisfies never;
  }
};

/**
 * Computes the item after the action. Throws ConditionalCheckFailedException, or
 * ValidationException when the update does not fit the item. `share` is 2 in a transaction, which
 * costs twice as much.
 */
export const decide = (
  { core, meter }: Call,
  { action, key }: { readonly action: WriteAction; readonly key: KeyBytes },
  share: 1 | 2,
): Decision => {
  const { table, condition, bindings } = action;
  const before = core.items.find(table, key);
  if (condition !== undefined && !meetsCondition(condition, before?.item, bindings)) {
    // A refused write is charged like a write of the stored item.
    meter.charge({ table: table.name, write: share * writeUnits(before?.size ?? 0) });
    throw makeConditionFailure(action, before);
  }
  return { action, key, before, after: resultOf(action, before?.item) };
};

/** Writes the decision and charges for it. */
export const carryOut = ({ core, meter }: Call, decision: Decision, share: 1 | 2): void => {
  const { action, ...change } = decision;
  const { name } = action.table;
  const cost = applyChange(core, { table: action.table, ...change });
  meter.charge({ table: name, write: share * cost.table });
  for (const [index, units] of cost.indexes) {
    meter.charge({ table: name, index, write: share * units });
  }
};
