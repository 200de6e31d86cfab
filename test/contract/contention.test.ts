import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { tryWrite, pastContention } from '../../shared/store/contention.ts';

const message = 'Transaction is ongoing for the item';
const $metadata = {};
const refused = () => new TransactionConflictException({ message, $metadata });
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message,
    $metadata,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** Fails with each of these errors in turn, then succeeds. */
const after = (faults: readonly Error[]) => {
  const left = [...faults];
  return vi.fn<() => Promise<string>>(async () => {
    const fault = left.shift();
    if (fault !== undefined) throw fault;
    return 'done';
  });
};

const settled = async <T>(work: Promise<T>): Promise<T | Error> => {
  const outcome = work.catch((fault: Error) => fault);
  await vi.runAllTimersAsync();
  return outcome;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a write that meets another one', () => {
  it.each<[string, () => Error]>([
    ['a single write that is refused', refused],
    ['a transaction that is cancelled', () => cancelled('None', 'TransactionConflict')],
    ['a transaction that is throttled', () => cancelled('ThrottlingError', 'None')],
  ])('is made again: %s', async (_, fault) => {
    const write = after([fault(), fault(), fault()]);
    expect(await settled(pastContention(write))).toBe('done');
    expect(write).toHaveBeenCalledTimes(4);
    const again = after([fault()]);
    expect(await settled(tryWrite(again))).toEqual({ ok: true, value: 'done' });
  });

  it('is a fault after twelve tries, within ten seconds', async () => {
    const started = Date.now();
    const write = after(Array.from({ length: 20 }, refused));
    expect(await settled(tryWrite(write))).toBeInstanceOf(TransactionConflictException);
    expect(write).toHaveBeenCalledTimes(12);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('is not made again when its condition did not hold', async () => {
    const write = after([cancelled('TransactionConflict', 'ConditionalCheckFailed')]);
    expect(await settled(tryWrite(write))).toEqual({ ok: false, existing: {} });
    const single = new ConditionalCheckFailedException({ message: 'refused', $metadata });
    expect(await settled(pastContention(after([single])))).toBe(single);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('is not made again for any other fault', async () => {
    const fault = cancelled('ValidationError');
    const write = after([fault]);
    expect(await settled(tryWrite(write))).toBe(fault);
    expect(write).toHaveBeenCalledTimes(1);
  });
});
