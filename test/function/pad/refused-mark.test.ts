import { expect, it } from 'vitest';

import { sha256 } from '../../../shared/rules.ts';
import { collect, setUp } from './pad-bench.ts';

const marksOf = async (...ratings: readonly object[]) => {
  const { world, pad } = await setUp();
  await collect(world, pad, ...ratings);
  return [...world.stores.pads.refused.values()].map(({ mark }) => mark);
};

const markOf = (text: string) => sha256(text).slice(0, 16);

it('a refused rating without a number has the mark of its text and its place in the batch', async () => {
  const rating = { level: 'dissatisfied' };
  const text = JSON.stringify(rating);
  const batch = sha256([text, text, text].join('\n'));
  expect(await marksOf(rating, rating, rating)).toEqual(
    [0, 1, 2].map((equalBefore) => markOf(`${text}#${equalBefore}#${batch}`)),
  );
});

it('a refused rating that came twice under its number in one batch is kept once', async () => {
  const rating = { sequence: 7, level: 'splendid' };
  expect(await marksOf(rating, rating)).toEqual([markOf(JSON.stringify(rating))]);
});
