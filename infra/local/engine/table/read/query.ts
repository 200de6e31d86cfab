/** Query: reads the items of one partition, in the order of the sort key. */
import { keyTerms } from '../../expression/condition/key-condition.ts';
import { pathsInCondition } from '../../expression/paths-in.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Call } from '../engine-core.ts';
import { checkFilterPaths, checkKeyPaths } from '../key/key-paths.ts';
import { RequestExpressions } from '../write/request-expressions.ts';
import { reportConsumed, CONSUMED_DETAILS } from './consumed.ts';
import { keyRange } from './key-range.ts';
import { readPage } from './page.ts';
import { passesFilter, sourceOf } from './range-source.ts';
import { selectionOf } from './selection.ts';
import { checkWithinRange, startKeyOf, startPosition } from './start-key.ts';

const QUERY_LABELS = [
  'ProjectionExpression',
  'FilterExpression',
  'KeyConditionExpression',
] as const;

export const query = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const limit = parameters.whole('Limit', 1);
  const start = startKeyOf(parameters);
  if (!parameters.has('KeyConditionExpression')) {
    throw makeValidationError(
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
  const after = start === undefined ? undefined : startPosition(start, table, index);
  if (after !== undefined) checkWithinRange(after, range);
  const filtered = pathsInCondition(filter, bindings);
  checkKeyPaths(table, paths);
  checkFilterPaths(source, filtered);
  checkKeyPaths(table, filtered);
  const descending = parameters.has('ScanIndexForward') && !parameters.flag('ScanIndexForward');
  const page = readPage(call, {
    traversal: { table, index, within: range, after, descending },
    limit,
    consistent,
    passes: passesFilter(filter, bindings),
    selection: selectionOf(parameters, paths, index),
    isSingle: index === undefined && range.isWholeKey,
  });
  return { ...page, ...reportConsumed(call, detail) };
};
