/** TransactWriteItems: all actions or none, decided before any is written. */
import { makeValidationError } from '../../expression/refusal.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import { ServiceError } from '../../wire.ts';
import { makeConstraintError, makeMissingError, Parameters } from '../definition/parameters.ts';
import type { Call } from '../engine-core.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { readUnits } from '../read/capacity.ts';
import { consumedList, CONSUMED_DETAILS } from '../read/consumed.ts';
import { makeTransactionCanceled, NONE } from './cancellation.ts';
import type { CancellationReason } from './cancellation.ts';
import { cancelOnConflict } from './conflict.ts';
import { refuseRepeatedKeys } from './repeated-keys.ts';
import { rememberToken, wasDone } from './request-token.ts';
import { carryOut, decide, locateItem, parseWrite } from './write-action.ts';
import type { Decision, WriteAction, WriteKind } from './write-action.ts';

const MAX_TRANSACTION_ACTIONS = 100;
const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

const COMMON = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];

const KNOWN: Readonly<Record<WriteKind, ReadonlySet<string>>> = {
  Put: new Set([...COMMON, 'Item']),
  Update: new Set([...COMMON, 'Key', 'UpdateExpression']),
  Delete: new Set([...COMMON, 'Key']),
  ConditionCheck: new Set([...COMMON, 'Key']),
};

const KINDS = ['ConditionCheck', 'Put', 'Delete', 'Update'] as const;

const parseAction = (call: Call, entry: unknown): WriteAction => {
  const wrapper = new Parameters('TransactWriteItems TransactItems', entry, new Set(KINDS));
  const [kind, ...others] = KINDS.filter((name) => wrapper.has(name));
  if (kind === undefined || others.length > 0) {
    throw makeValidationError('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  const parameters = new Parameters(`TransactWriteItems ${kind}`, wrapper.raw(kind), KNOWN[kind]);
  if (kind === 'ConditionCheck') parameters.requiredText('ConditionExpression');
  if (kind === 'Update') parameters.requiredText('UpdateExpression');
  return parseWrite(call, kind, parameters);
};

/** Returns the entries of `TransactItems`, 1 to 100. */
export const transactionEntries = (parameters: Parameters): readonly unknown[] => {
  const entries = parameters.list('TransactItems');
  if (entries === undefined) throw makeMissingError('TransactItems');
  if (entries.length === 0 || entries.length > MAX_TRANSACTION_ACTIONS) {
    const [bound, limit] = entries.length === 0 ? ['greater', 1] : ['less', 100];
    throw makeConstraintError(
      entries.length === 0 ? "'[]'" : `'[${entries.length} items]'`,
      'TransactItems',
      `Member must have length ${bound} than or equal to ${limit}`,
    );
  }
  return entries;
};

const CODES: Readonly<Record<string, string>> = {
  ConditionalCheckFailedException: 'ConditionalCheckFailed',
  ValidationException: 'ValidationError',
};

const reasonFor = (fault: unknown): CancellationReason => {
  const code = fault instanceof ServiceError ? CODES[fault.code] : undefined;
  if (!(fault instanceof ServiceError) || code === undefined) throw fault;
  return { ...fault.members, Code: code, Message: fault.message };
};

export const MULTIPLE_OPERATIONS =
  'Transaction request cannot include multiple operations on one item';

interface Located {
  readonly action: WriteAction;
  readonly key: KeyBytes;
}

/** The first action that does not fit its schema cancels; the others are not checked. */
const locateAll = (actions: readonly WriteAction[]): readonly Located[] =>
  actions.map((action, failing) => {
    try {
      return { action, key: locateItem(action) };
    } catch (fault) {
      const reason = reasonFor(fault);
      throw makeTransactionCanceled(actions.map((_, at) => (at === failing ? reason : NONE)));
    }
  });

const decideAll = (call: Call, located: readonly Located[]): readonly Decision[] => {
  const decisions: Decision[] = [];
  const reasons = located.map((one): CancellationReason => {
    try {
      decisions.push(decide(call, one, 2));
      return NONE;
    } catch (fault) {
      return reasonFor(fault);
    }
  });
  if (decisions.length < located.length) throw makeTransactionCanceled(reasons);
  return decisions;
};

const sizeOf = (item: Item | undefined): number => (item === undefined ? 0 : itemSize(item));

const refuseTooLarge = (decisions: readonly Decision[]): void => {
  const bytes = decisions.reduce((sum, { after }) => sum + sizeOf(after), 0);
  if (bytes > MAX_TRANSACTION_BYTES) {
    throw makeValidationError('Transaction request exceeds the aggregate item size limit of 4 MB');
  }
};

/** A repeat within the lifetime of its token costs as much as reading the items. */
const chargeRepeat = ({ core, meter }: Call, located: readonly Located[]): void => {
  for (const { action, key } of located) {
    const size = core.items.find(action.table, key)?.size ?? 0;
    meter.charge({ table: action.table.name, read: 2 * readUnits(size, true) });
  }
};

export const transactWriteItems = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  parameters.choice('ReturnItemCollectionMetrics', ['SIZE', 'NONE']);
  const token = parameters.text('ClientRequestToken');
  const entries = transactionEntries(parameters);
  const located = locateAll(entries.map((entry) => parseAction(call, entry)));
  const keys = located.map(({ action, key }) => ({ tableId: action.table.id, key }));
  refuseRepeatedKeys(keys, MULTIPLE_OPERATIONS);
  if (token !== undefined && wasDone(call.core, token, entries)) {
    chargeRepeat(call, located);
    return consumedList(call, detail, 'Read');
  }
  cancelOnConflict(call, keys);
  const decisions = decideAll(call, located);
  refuseTooLarge(decisions);
  for (const decision of decisions) carryOut(call, decision, 2);
  if (token !== undefined) rememberToken(call.core, token, entries);
  call.core.inFlight.holdTransaction(keys);
  return consumedList(call, detail, 'Write');
};
