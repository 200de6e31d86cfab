/** Checks the types of the values bound to an update, and that its paths do not overlap. */
import type { Bindings } from '../bindings.ts';
import type { Refuse } from '../condition/condition-rules.ts';
import { longTypeName } from '../condition/condition-types.ts';
import { findCollision } from '../path-collision.ts';
import type { Action, Assigned, Operand } from '../syntax.ts';
import { typeOf } from '../value/attribute-value.ts';

const SETS: ReadonlySet<string> = new Set(['SS', 'NS', 'BS']);

const checkOperandType = (
  operand: Operand,
  expected: { readonly type: string; readonly name: string },
  { bindings, refuse }: { readonly bindings: Bindings; readonly refuse: Refuse },
): void => {
  if (operand.kind !== 'value') return;
  const type = typeOf(bindings.value(operand.alias));
  if (type === expected.type) return;
  throw refuse(
    'Incorrect operand type for operator or function; ' +
      `operator or function: ${expected.name}, operand type: ${type}`,
  );
};

const checkAssigned = (value: Assigned, bindings: Bindings, refuse: Refuse): void => {
  if (value.kind === 'sum') {
    for (const operand of [value.left, value.right]) {
      checkOperandType(operand, { type: 'N', name: value.operator }, { bindings, refuse });
      checkAssigned(operand, bindings, refuse);
    }
  }
  if (value.kind !== 'call') return;
  for (const operand of value.operands) {
    if (value.name === 'list_append') {
      checkOperandType(operand, { type: 'L', name: value.name }, { bindings, refuse });
    }
    checkAssigned(operand, bindings, refuse);
  }
};

const checkAction = (action: Action, bindings: Bindings, refuse: Refuse): void => {
  if (action.kind === 'REMOVE') return;
  if (action.kind === 'SET') {
    checkAssigned(action.value, bindings, refuse);
    return;
  }
  const type = typeOf(bindings.value(action.value.alias));
  if (SETS.has(type) || (action.kind === 'ADD' && type === 'N')) return;
  throw refuse(
    'Incorrect operand type for operator or function; ' +
      `operator: ${action.kind}, operand type: ${longTypeName(type)}`,
  );
};

/** Throws ValidationException for overlapping paths and for values of the wrong type. */
export const checkUpdateTypes = (
  actions: readonly Action[],
  bindings: Bindings,
  refuse: Refuse,
): void => {
  const collision = findCollision(actions.map(({ path }) => bindings.path(path)));
  if (collision !== undefined) throw refuse(collision);
  for (const action of actions) checkAction(action, bindings, refuse);
};
