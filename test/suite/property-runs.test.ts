import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

const sleepSync = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

test('a property that fails is told with its seed, its path and its smallest example', () => {
  const property = fc.property(fc.nat(), (number) => number < 5);
  const assert = () => fc.assert(property, { seed: 42 });
  expect(assert).toThrow(/\{ seed: 42, path: "[0-9:]+", endOnFailure: true \}/u);
  expect(assert).toThrow('Counterexample: [5]');
});

test('the fault that a property threw stays its cause', () => {
  const fault = new Error('the rung fired twice');
  const property = fc.property(fc.nat(), () => {
    throw fault;
  });
  expect(() => fc.assert(property)).toThrow(expect.objectContaining({ cause: fault }));
});

test('a property for which there is too little time fails, and says how far it came', () => {
  const slow = fc.property(fc.nat(), () => sleepSync(10));
  const assert = () => fc.assert(slow, { numRuns: 1000, interruptAfterTimeLimit: 50 });
  expect(assert).toThrow(/^Too few runs to prove anything: \d+ of 1000 runs in 0.05 s, \{ seed: /u);
});

test('so does one whose first run does not end', async () => {
  const endless = fc.asyncProperty(fc.nat(), () => new Promise<void>(() => undefined));
  await expect(fc.assert(endless, { interruptAfterTimeLimit: 50 })).rejects.toThrow(
    'Too few runs to prove anything: 0 of 100 runs',
  );
});

test('a property that came far enough passes on what was tried, and says so', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  let runs = 0;
  const slow = fc.property(fc.nat(), () => {
    runs += 1;
    sleepSync(runs < 50 ? 0 : 2_500);
  });
  fc.assert(slow, { numRuns: 100, interruptAfterTimeLimit: 2_000 });
  expect(runs).toBe(50);
  expect(said.mock.calls.join('')).toContain('The machine is busy: 50 of 100 runs in 2 s');
  said.mockRestore();
});

test('the search for a smaller example ends with the time', () => {
  const began = performance.now();
  const property = fc.property(fc.array(fc.nat(), { minLength: 200, maxLength: 300 }), () => {
    sleepSync(5);
    return false;
  });
  expect(() => fc.assert(property, { interruptAfterTimeLimit: 300 })).toThrow('Counterexample');
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('a property that is given nothing to try fails', () => {
  const never = fc.property(fc.nat(), () => fc.pre(false));
  expect(() => fc.assert(never)).toThrow('too many pre-condition failures');
});
