/** The source that Query and Scan read from, and their filter. */
import type { Bindings } from '../../expression/bindings.ts';
import { meetsCondition } from '../../expression/condition/condition.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Condition } from '../../expression/syntax.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import type { Call } from '../engine-core.ts';

export interface Source {
  readonly table: Table;
  readonly index: Index | undefined;
  readonly consistent: boolean;
}

export const sourceOf = (call: Call, parameters: Parameters): Source => {
  const table = call.core.catalog.table(parameters.requiredText('TableName'));
  const name = parameters.text('IndexName');
  const consistent = parameters.flag('ConsistentRead');
  if (name === undefined) return { table, index: undefined, consistent };
  const index = table.indexes.find(({ definition }) => definition.name === name);
  if (index === undefined)
    throw makeValidationError(`The table does not have the specified index: ${name}`);
  if (consistent) {
    throw makeValidationError('Consistent reads are not supported on global secondary indexes');
  }
  return { table, index, consistent };
};

export const passesFilter = (filter: Condition | undefined, bindings: Bindings) => (image: Item) =>
  filter === undefined || meetsCondition(filter, image, bindings);
