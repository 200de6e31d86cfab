/** Query: the items of one partition, in the order of the sort key. */
import type { Bindings } from '../expression/bindings.ts';
import { operandsOf, termsOf } from '../expression/condition-rules.ts';
import { keyTerms } from '../expression/key-condition.ts';
import { invalid } from '../expression/refusal.ts';
import type { Condition, Operand } from '../expression/syntax.ts';
import { consumed, CONSUMED_DETAILS } from './consumed.ts';
import type { Call } from './engine-core.ts';
import { keyRange } from './key-range.ts';
import { readPage } from './page.ts';
import type { Parameters } from './parameters.ts';
import { passing, sourceOf } from './range-source.ts';
import type { Source } from './range-source.ts';
import { RequestExpressions } from './request-expressions.ts';
import { selectionOf } from './selection.ts';
import { checkWithinRange, startPosition } from './start-key.ts';
import { keyNames } from './table-shape.ts';

const headsOf = (operands: readonly Operand[], bindings: Bindings): readonly string[] =>
  operands.flatMap((operand) => {
    if (operand.kind === 'path') return [String(bindings.path(operand.path)[0])];
    return operand.kind === 'call' ? headsOf(operand.operands, bindings) : [];
  });

/** The top-level attributes that a condition looks at. */
const attributesIn = (condition: Condition, bindings: Bindings): readonly string[] => [
  ...headsOf(operandsOf(condition), bindings),
  ...termsOf(condition).flatMap((term) => attributesIn(term, bindings)),
];

const refuseKeysInFilter = (
  filter: Condition | undefined,
  { table, index }: Source,
  bindings: Bindings,
): void => {
  if (filter === undefined) return;
  const keys = new Set(keyNames(index?.definition.keys ?? table.definition.keys));
  const key = attributesIn(filter, bindings).find((name) => keys.has(name));
  if (key === undefined) return;
  throw invalid(
    'Filter Expression can only contain non-primary key attributes: ' +
      `Primary key attribute: ${key}`,
  );
};

const QUERY_LABELS = [
  'ProjectionExpression',
  'FilterExpression',
  'KeyConditionExpression',
] as const;

export const query = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const limit = parameters.whole('Limit', 1);
  const start = parameters.item('ExclusiveStartKey');
  if (!parameters.has('KeyConditionExpression')) {
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  const expressions = new RequestExpressions(parameters, QUERY_LABELS);
  const { bindings } = expressions;
  const condition = expressions.condition('KeyConditionExpression');
  const filter = expressions.condition('FilterExpression');
  const paths = expressions.projection();
  bindings.refuseUnused();
  const terms = condition === undefined ? [] : keyTerms(condition, bindings);
  const source = sourceOf(call, parameters);
  const { table, index, consistent } = source;
  const range = keyRange(terms, index?.definition.keys ?? table.definition.keys);
  refuseKeysInFilter(filter, source, bindings);
  const after = start === undefined ? undefined : startPosition(start, table, index);
  if (after !== undefined) checkWithinRange(after, range);
  const descending = parameters.has('ScanIndexForward') && !parameters.flag('ScanIndexForward');
  const page = readPage(call, {
    traversal: { table, index, within: range, after, descending },
    limit,
    consistent,
    passes: passing(filter, bindings),
    selection: selectionOf(parameters, paths, index),
  });
  return { ...page, ...consumed(call, detail) };
};
