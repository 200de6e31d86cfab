/** Reads the rows of a table or index in key order, within a partition or a range of slots. */
import type { SQLInputValue } from 'node:sqlite';

import type { Item } from '../../expression/value/attribute-value.ts';
import type { Index, Table } from '../definition/table-shape.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import type { Statements } from '../storage/statements.ts';

export interface Bound {
  readonly bytes: Buffer;
  readonly inclusive: boolean;
}

/** Where a page ended: the key in the index, if there is one, and the key of the item. */
export interface Position {
  readonly entry: KeyBytes | undefined;
  readonly item: KeyBytes;
}

export interface Traversal {
  readonly table: Table;
  readonly index: Index | undefined;
  /** One partition (a query), or all slots from `from` to `to`, exclusive (a scan). */
  readonly within:
    | {
        readonly partition: Pick<KeyBytes, 'slot' | 'pk'>;
        readonly lower: Bound | undefined;
        readonly upper: Bound | undefined;
      }
    | { readonly from: number; readonly to: number };
  readonly after: Position | undefined;
  readonly descending: boolean;
}

export interface TraversedRow {
  readonly item: Item;
  readonly size: number;
}

interface Clause {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

const sourceOf = ({ table, index }: Traversal): Clause =>
  index === undefined
    ? {
        text: 'SELECT r.item, r.size FROM dynamo_item AS r WHERE r.table_id = ?',
        values: [table.id],
      }
    : {
        // CROSS JOIN makes SQLite use the index rows as the outer, ordered loop.
        text:
          'SELECT i.item, i.size FROM dynamo_entry AS r ' +
          'CROSS JOIN dynamo_item AS i ON i.id = r.item_id WHERE r.index_id = ?',
        values: [index.id],
      };

const boundClause = (bound: Bound | undefined, operator: '<' | '>'): Clause =>
  bound === undefined
    ? { text: '', values: [] }
    : { text: ` AND r.sk ${operator}${bound.inclusive ? '=' : ''} ?`, values: [bound.bytes] };

const withinClauses = ({ within }: Traversal): readonly Clause[] => {
  if (!('partition' in within)) {
    return [{ text: ' AND r.slot >= ? AND r.slot < ?', values: [within.from, within.to] }];
  }
  const { slot, pk } = within.partition;
  return [
    { text: ' AND r.slot = ? AND r.pk = ?', values: [slot, pk] },
    boundClause(within.lower, '>'),
    boundClause(within.upper, '<'),
  ];
};

/** Returns the columns that order the rows, after those that the traversal fixes. */
const orderColumns = ({ within, index }: Traversal): readonly string[] => [
  ...('partition' in within ? [] : ['r.slot', 'r.pk']),
  'r.sk',
  ...(index === undefined ? [] : ['r.item_pk', 'r.item_sk']),
];

const orderValues = ({ within, after }: Traversal): readonly SQLInputValue[] => {
  if (after === undefined) return [];
  const place = after.entry ?? after.item;
  return [
    ...('partition' in within ? [] : [place.slot, place.pk]),
    place.sk,
    ...(after.entry === undefined ? [] : [after.item.pk, after.item.sk]),
  ];
};

const afterClause = (traversal: Traversal): Clause => {
  const values = orderValues(traversal);
  if (values.length === 0) return { text: '', values };
  const columns = orderColumns(traversal).join(', ');
  const operator = traversal.descending ? '<' : '>';
  const marks = values.map(() => '?').join(', ');
  return { text: ` AND (${columns}) ${operator} (${marks})`, values };
};

/** Yields rows one by one and reads only as many as are consumed. */
export function* traverse(sql: Statements, traversal: Traversal): Generator<TraversedRow> {
  const clauses = [sourceOf(traversal), ...withinClauses(traversal), afterClause(traversal)];
  const direction = traversal.descending ? ' DESC' : '';
  const order = orderColumns(traversal).map((column) => `${column}${direction}`);
  const text = `${clauses.map((clause) => clause.text).join('')} ORDER BY ${order.join(', ')}`;
  for (const row of sql.each(text, ...clauses.flatMap(({ values }) => values))) {
    yield { item: JSON.parse(String(row['item'])) as Item, size: Number(row['size']) };
  }
}
