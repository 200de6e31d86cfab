import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { postgresPrograms } from '../../bench/peer/postgres.ts';
import { findingsOf, tallyOf } from '../../bench/peer/tally.ts';
import type { Turn } from '../../bench/peer/tally.ts';
import { inTemporary } from '../../bench/temporary.ts';

const turn = (latencies: readonly number[], lags: readonly number[]): Turn => ({
  burst: {
    accepted: latencies.map((_, index) => ({ index, at: 0 })),
    latencies,
    refused: { 503: 2 },
    seconds: 2,
  },
  drained: { seconds: 3, lags },
});

describe('the tally of turns', () => {
  const tally = tallyOf([turn([10, 20, 30], [1000, 3000]), turn([40], [2000])]);

  it('puts the answers of all turns together', () => {
    expect(tally).toEqual({
      rate: 1,
      p50: 20,
      p99: 40,
      lag50: 2000,
      lag99: 3000,
      drain: 3,
      refused: 4,
    });
  });

  it('says ours as a multiple of the peer’s', () => {
    const theirs = { ...tally, rate: 4, p99: 20 };
    const [intake, answer] = findingsOf({ host: 'workers', ours: tally, theirs });
    expect(intake?.measured).toBe('60 beside 240: 0.25 × the peer');
    expect(answer?.measured).toBe('40.0 ms (p50 20.0) beside 20.0 ms (p50 20.0): 2.00 × the peer');
  });
});

describe('the programs of PostgreSQL', () => {
  it('are those of the newest version, if there is one', () =>
    inTemporary('programs', async (directory) => {
      expect(postgresPrograms(directory)).toBeUndefined();
      for (const version of ['9', '17', '15']) {
        await mkdir(join(directory, version, 'bin'), { recursive: true });
        await writeFile(join(directory, version, 'bin', 'initdb'), '');
      }
      expect(postgresPrograms(directory)).toBe(join(directory, '17', 'bin'));
    }));
});
