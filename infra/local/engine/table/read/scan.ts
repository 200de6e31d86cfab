/** Scan: reads all items in the hash order of their partition key, whole or in segments. */
import { pathsInCondition } from '../../expression/paths-in.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import { makeConstraintError } from '../definition/parameters.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Call } from '../engine-core.ts';
import { checkKeyPaths } from '../key/key-paths.ts';
import { RequestExpressions } from '../write/request-expressions.ts';
import { reportConsumed, CONSUMED_DETAILS } from './consumed.ts';
import { readPage } from './page.ts';
import { passesFilter, sourceOf } from './range-source.ts';
import { selectionOf } from './selection.ts';
import { startKeyOf, startPosition } from './start-key.ts';

const SLOTS = 2 ** 32;
const MAX_SEGMENTS = 1_000_000;

/** Returns the range of slots of one parallel segment. */
const segmentOf = (parameters: Parameters): { readonly from: number; readonly to: number } => {
  const segment = parameters.whole('Segment', 0);
  const total = parameters.whole('TotalSegments', 1);
  if (segment === undefined && total === undefined) return { from: 0, to: SLOTS };
  if (total === undefined || segment === undefined) {
    const [missing, present] =
      total === undefined ? ['TotalSegments', 'Segment'] : ['Segment', 'TotalSegments'];
    throw makeValidationError(
      `The ${missing} parameter is required but was not present in the request when ` +
        (total === undefined
          ? `${present} parameter is present`
          : `parameter ${present} is present`),
    );
  }
  if (total > MAX_SEGMENTS) {
    const rule = `Member must have value less than or equal to ${MAX_SEGMENTS}`;
    throw makeConstraintError(`'${total}'`, 'TotalSegments', rule);
  }
  if (segment >= total) {
    throw makeValidationError(
      'The Segment parameter is zero-based and must be less than parameter TotalSegments: ' +
        `Segment: ${segment} is not less than TotalSegments: ${total}`,
    );
  }
  return {
    from: Math.ceil((SLOTS * segment) / total),
    to: Math.ceil((SLOTS * (segment + 1)) / total),
  };
};

const checkSegment = (
  { slot }: { readonly slot: number },
  { from, to }: { readonly from: number; readonly to: number },
  parameters: Parameters,
): void => {
  if (slot >= from && slot < to) return;
  throw makeValidationError(
    'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ' +
      `ExclusiveStartKey with correct Segment. TotalSegments: ${String(parameters.raw('TotalSegments'))} ` +
      `Segment: ${String(parameters.raw('Segment'))}`,
  );
};

export const scan = (call: Call, parameters: Parameters): object => {
  const detail = parameters.choice('ReturnConsumedCapacity', CONSUMED_DETAILS);
  const limit = parameters.whole('Limit', 1);
  const start = startKeyOf(parameters);
  const segment = segmentOf(parameters);
  const expressions = new RequestExpressions(parameters, [
    'ProjectionExpression',
    'FilterExpression',
  ]);
  const filter = expressions.condition('FilterExpression');
  const paths = expressions.projection();
  expressions.bindings.refuseUnused();
  const { table, index, consistent } = sourceOf(call, parameters);
  const after = start === undefined ? undefined : startPosition(start, table, index);
  if (after !== undefined) checkSegment(after.entry ?? after.item, segment, parameters);
  checkKeyPaths(table, pathsInCondition(filter, expressions.bindings));
  checkKeyPaths(table, paths);
  const page = readPage(call, {
    traversal: { table, index, within: segment, after, descending: false },
    limit,
    consistent,
    passes: passesFilter(filter, expressions.bindings),
    selection: selectionOf(parameters, paths, index),
  });
  return { ...page, ...reportConsumed(call, detail) };
};
