import { expect, it } from 'vitest';

import { sha256 } from '../../../shared/rules.ts';
import { collect, setUp } from './pad-bench.ts';

const marksOf = async (...ratings: readonly object[]) => {
  const { world, pad } = await setUp();
  await collect(world, pad, ...ratings);
  return [...world.stores.pads.refused.values()].map(({ mark }) => mark);
};

const markOf = (text: string) => sha256(text).slice(0, 16);

it('a refused rating has the mark of its text, and equal ones without a number count on', async () => {
  const rating = { level: 'dissatisfied' };
  const text = JSON.stringify(rating);
  expect(await marksOf(rating, rating, rating)).toEqual(
    [text, `${text}#1`, `${text}#2`].map(markOf),
  );
});

it('a refused rating that came twice under its number in one batch is kept once', async () => {
  const rating = { sequence: 7, level: 'splendid' };
  expect(await marksOf(rating, rating)).toEqual([markOf(JSON.stringify(rating))]);
});
