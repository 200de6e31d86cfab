/** Checks the use of key attributes in expressions: readable as a whole, never changed. */
import type { Bindings } from '../../expression/bindings.ts';
import type { DocumentPath } from '../../expression/document-path.ts';
import { makeValidationError, invalidValue } from '../../expression/refusal.ts';
import type { Action } from '../../expression/syntax.ts';
import { keyNames } from '../definition/table-shape.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import { indexKeys } from './key-check.ts';

const refuseNested = (what: 'Key' | 'IndexKey', name: string) =>
  makeValidationError(
    "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " +
      `${what}: ${name}`,
  );

/** Refuses paths that lead into a key of the table or of any of its indexes. */
export const checkKeyPaths = (table: Table, paths: readonly DocumentPath[] = []): void => {
  const entered = new Set(paths.filter(({ length }) => length > 1).map(([head]) => head));
  if (entered.size === 0) return;
  const own = keyNames(table.definition.keys).find((name) => entered.has(name));
  if (own !== undefined) throw refuseNested('Key', own);
  const other = indexKeys(table).find(({ attribute }) => entered.has(attribute.name));
  if (other !== undefined) throw refuseNested('IndexKey', other.attribute.name);
};

/** Refuses an update that would change the key. */
export const checkUpdatePaths = (
  table: Table,
  actions: readonly Action[],
  bindings: Bindings,
): void => {
  const own = new Set<string | number | undefined>(keyNames(table.definition.keys));
  for (const { path } of actions) {
    const [head] = bindings.path(path);
    if (!own.has(head)) continue;
    throw invalidValue(`Cannot update attribute ${head}. This attribute is part of the key`);
  }
};

/** A filter applies to the results of the key condition and must not refer to key attributes. */
export const checkFilterPaths = (
  { table, index }: { readonly table: Table; readonly index: Index | undefined },
  paths: readonly DocumentPath[],
): void => {
  const looked = new Set(paths.map(([head]) => head));
  const keys = keyNames(index?.definition.keys ?? table.definition.keys);
  const key = keys.find((name) => looked.has(name));
  if (key === undefined) return;
  throw makeValidationError(
    'Filter Expression can only contain non-primary key attributes: ' +
      `Primary key attribute: ${key}`,
  );
};
