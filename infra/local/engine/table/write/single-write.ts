/** PutItem, UpdateItem, DeleteItem. */
import { projectItem } from '../../expression/projection.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Call } from '../engine-core.ts';
import { reportConsumed, CONSUMED_DETAILS } from '../read/consumed.ts';
import { refuseOnConflict } from './conflict.ts';
import { carryOut, decide, locateItem, parseWrite } from './write-action.ts';
import type { Decision, WriteKind } from './write-action.ts';

const RETURN_VALUES = ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'] as const;

type ReturnValues = (typeof RETURN_VALUES)[number];

const returnValues = (parameters: Parameters, kind: WriteKind): ReturnValues => {
  const chosen = parameters.choice('ReturnValues', RETURN_VALUES) ?? 'NONE';
  if (kind !== 'Update' && chosen !== 'NONE' && chosen !== 'ALL_OLD') {
    throw makeValidationError('ReturnValues can only be ALL_OLD or NONE');
  }
  return chosen;
};

/** Returns the attributes that an update names, with their values in `item`. */
const touchedIn = ({ action }: Decision, item: Item | undefined): Item | undefined => {
  const paths = (action.update ?? []).map(({ path }) => action.bindings.path(path));
  return item === undefined ? undefined : projectItem(item, paths);
};

const selectAttributes = (decision: Decision, wanted: ReturnValues): Item | undefined => {
  const [before, after] = [decision.before?.item, decision.after];
  switch (wanted) {
    case 'NONE':
      return undefined;
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return touchedIn(decision, before);
    case 'UPDATED_NEW':
      return touchedIn(decision, after);
    default:
      return wanted satisfies never;
  }
};

const createWrite =
  (kind: WriteKind) =>
  (call: Call, parameters: Parameters): object => {
    const wanted = returnValues(parameters, kind);
    const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
    parameters.choice('ReturnItemCollectionMetrics', ['SIZE', 'NONE']);
    const action = parseWrite(call, kind, parameters);
    const key = locateItem(action);
    const item = { tableId: action.table.id, key };
    refuseOnConflict(call, item);
    const decision = decide(call, { action, key }, 1);
    carryOut(call, decision, 1);
    call.core.inFlight.holdWrite(item);
    const Attributes = selectAttributes(decision, wanted);
    const shown = Attributes !== undefined && Object.keys(Attributes).length > 0;
    return { ...(shown ? { Attributes } : {}), ...reportConsumed(call, detail) };
  };

export const putItem = createWrite('Put');
export const updateItem = createWrite('Update');
export const deleteItem = createWrite('Delete');
