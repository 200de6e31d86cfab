import { describe, expect, it } from 'vitest';

import { readBatchOutcome } from '../../../infra/local/engine/source/item-failures.ts';
import { done, failed, itemFailures } from './source-bench.ts';

const known = new Set(['a', 'b']);

describe('the answer of a function that reports item failures', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['an empty list', { batchItemFailures: [] }],
    ['a null list', { batchItemFailures: null }],
    ['other members only', { processed: 3 }],
  ])('%s is full success', (_name, value) => {
    expect(readBatchOutcome(done(value), known, true)).toEqual({
      kind: 'settled',
      failed: new Set(),
    });
  });

  it.each([
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a null identifier', { batchItemFailures: [{ itemIdentifier: null }] }],
    ['a misnamed identifier', { batchItemFailures: [{ id: 'a' }] }],
    ['an unknown identifier', { batchItemFailures: [{ itemIdentifier: 'z' }] }],
    ['one good and one bad identifier', { batchItemFailures: [{ itemIdentifier: 'a' }, {}] }],
    ['no list', { batchItemFailures: 'a' }],
    ['no object', 'done'],
  ])('%s fails the whole batch', (_name, value) => {
    expect(readBatchOutcome(done(value), known, true)).toMatchObject({
      kind: 'allFailed',
      unhandled: false,
    });
  });

  it('names the failed records', () => {
    const outcome = readBatchOutcome(itemFailures('b', 'a', 'b'), known, true);
    expect(outcome).toEqual({ kind: 'settled', failed: new Set(['a', 'b']) });
  });

  it('is ignored when the mapping does not ask for it', () => {
    const outcome = readBatchOutcome(itemFailures('a'), known, false);
    expect(outcome).toEqual({ kind: 'settled', failed: new Set() });
  });

  it('does not matter when the function failed', () => {
    const outcome = readBatchOutcome(failed, known, false);
    expect(outcome).toEqual({ kind: 'allFailed', fault: 'boom', unhandled: true });
  });
});
