/** Collects the document paths that an expression uses, at any depth. */
import type { Bindings } from './bindings.ts';
import { operandsOf, termsOf } from './condition/condition-rules.ts';
import type { DocumentPath } from './document-path.ts';
import type { Action, Assigned, Condition } from './syntax.ts';

class Gathering {
  readonly paths: DocumentPath[] = [];
  readonly #bindings: Bindings;

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  value(value: Assigned): void {
    if (value.kind === 'path') this.paths.push(this.#bindings.path(value.path));
    if (value.kind === 'call') for (const operand of value.operands) this.value(operand);
    if (value.kind === 'sum') for (const operand of [value.left, value.right]) this.value(operand);
  }

  condition(condition: Condition): void {
    for (const operand of operandsOf(condition)) this.value(operand);
    for (const term of termsOf(condition)) this.condition(term);
  }

  action(action: Action): void {
    this.paths.push(this.#bindings.path(action.path));
    if (action.kind === 'SET') this.value(action.value);
  }
}

export const pathsInCondition = (
  condition: Condition | undefined,
  bindings: Bindings,
): readonly DocumentPath[] => {
  const gathering = new Gathering(bindings);
  if (condition !== undefined) gathering.condition(condition);
  return gathering.paths;
};

/** Returns the paths that an update writes and those that it reads. */
export const pathsInUpdate = (
  actions: readonly Action[],
  bindings: Bindings,
): readonly DocumentPath[] => {
  const gathering = new Gathering(bindings);
  for (const action of actions) gathering.action(action);
  return gathering.paths;
};
