/** Applies an update. Every right-hand side is evaluated against the item before the update. */
import type { Bindings } from '../bindings.ts';
import { valueAt } from '../document-path.ts';
import { makeValidationError, tooDeep } from '../refusal.ts';
import type { Action, Assigned, Call } from '../syntax.ts';
import { isDeeperThan, MAX_DEPTH } from '../value/attribute-limits.ts';
import { attributeOf, compareStrings, typeOf } from '../value/attribute-value.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { addNumbers, subtractNumbers } from '../value/decimal.ts';
import { applyEdits, putEdit } from './edit-tree.ts';
import type { EditTree } from './edit-tree.ts';

const wrongType = () =>
  makeValidationError('An operand in the update expression has an incorrect data type');

type SetName = 'SS' | 'NS' | 'BS';

/** Returns the type and elements of a set; undefined for any other value. */
const setOf = (value: AttributeValue): readonly [SetName, readonly string[]] | undefined => {
  if ('SS' in value) return ['SS', value.SS];
  if ('NS' in value) return ['NS', value.NS];
  return 'BS' in value ? ['BS', value.BS] : undefined;
};

const toSet = (type: SetName, elements: readonly string[]): AttributeValue | undefined => {
  if (elements.length === 0) return undefined;
  const sorted = elements.toSorted(compareStrings);
  if (type === 'SS') return { SS: sorted };
  return type === 'NS' ? { NS: sorted } : { BS: sorted };
};

/**
 * ADD: adds a number to a number, or the elements of one set to another. A missing attribute is set
 * to the operand.
 */
const applyAdd = (old: AttributeValue | undefined, operand: AttributeValue): AttributeValue => {
  if (old === undefined) return operand;
  if ('N' in old && 'N' in operand) return { N: addNumbers(old.N, operand.N) };
  const [whole, more] = [setOf(old), setOf(operand)];
  if (whole === undefined || more === undefined || typeOf(old) !== typeOf(operand)) {
    throw wrongType();
  }
  return toSet(whole[0], [...new Set([...whole[1], ...more[1]])]) ?? old;
};

/**
 * DELETE: removes the elements from the set. A set that would become empty is removed as a whole.
 */
const applyDelete = (
  old: AttributeValue | undefined,
  operand: AttributeValue,
): AttributeValue | undefined => {
  if (old === undefined) return undefined;
  const [whole, fewer] = [setOf(old), setOf(operand)];
  if (whole === undefined || fewer === undefined || whole[0] !== fewer[0]) throw wrongType();
  const gone = new Set(fewer[1]);
  return toSet(
    whole[0],
    whole[1].filter((element) => !gone.has(element)),
  );
};

class Update {
  readonly #item: Item;
  readonly #bindings: Bindings;

  constructor(item: Item, bindings: Bindings) {
    this.#item = item;
    this.#bindings = bindings;
  }

  edit(action: Action): AttributeValue | undefined {
    if (action.kind === 'REMOVE') return undefined;
    if (action.kind === 'SET') return this.#assigned(action.value);
    const old = valueAt(this.#item, this.#bindings.path(action.path));
    const operand = this.#bindings.value(action.value.alias);
    return action.kind === 'ADD' ? applyAdd(old, operand) : applyDelete(old, operand);
  }

  #assigned(value: Assigned): AttributeValue {
    switch (value.kind) {
      case 'value':
        return this.#bindings.value(value.alias);
      case 'call':
        return this.#call(value);
      case 'path': {
        const found = valueAt(this.#item, this.#bindings.path(value.path));
        if (found !== undefined) return found;
        throw makeValidationError(
          'The provided expression refers to an attribute that does not exist in the item',
        );
      }
      case 'sum': {
        const [left, right] = [this.#assigned(value.left), this.#assigned(value.right)];
        if (!('N' in left) || !('N' in right)) throw wrongType();
        const combine = value.operator === '+' ? addNumbers : subtractNumbers;
        return { N: combine(left.N, right.N) };
      }
      default:
        return value satisfies never;
    }
  }

  #call({ name, operands: [first, second] }: Call): AttributeValue {
    if (first === undefined || second === undefined) throw new Error(`${name} has no operands`);
    if (name === 'if_not_exists' && first.kind === 'path') {
      const found = valueAt(this.#item, this.#bindings.path(first.path));
      return found ?? this.#assigned(second);
    }
    const [head, tail] = [this.#assigned(first), this.#assigned(second)];
    if (!('L' in head) || !('L' in tail)) throw wrongType();
    return { L: [...head.L, ...tail.L] };
  }
}

/** The depth of a value counts together with the depth of the path that it is written to. */
const checkDepth = (item: Item, actions: readonly Action[], bindings: Bindings): void => {
  for (const { kind, path } of actions) {
    if (kind !== 'SET' || path.length === 1) continue;
    const whole = attributeOf(item, String(bindings.path(path)[0]));
    if (whole !== undefined && isDeeperThan(whole, MAX_DEPTH)) throw tooDeep();
  }
};

/** On a missing item, REMOVE and DELETE do nothing, even below a missing map. */
const takesAway = ({ kind }: Action): boolean => kind === 'REMOVE' || kind === 'DELETE';

/**
 * Returns the item after the update; undefined when there was none and the update adds nothing.
 * `key` is used to create the item when there was none.
 */
export const applyUpdate = (
  actions: readonly Action[],
  { before, key }: { readonly before: Item | undefined; readonly key: Item },
  bindings: Bindings,
): Item | undefined => {
  const item = before ?? key;
  const effective = before === undefined ? actions.filter((one) => !takesAway(one)) : actions;
  if (before === undefined && effective.length === 0 && actions.length > 0) return undefined;
  const update = new Update(item, bindings);
  const edits: EditTree = new Map();
  for (const action of effective) putEdit(edits, bindings.path(action.path), update.edit(action));
  const after = applyEdits(item, edits);
  checkDepth(after, effective, bindings);
  return after;
};
