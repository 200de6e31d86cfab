/** `npm run simulate`: a longer month than in the tests, with its progress printed. */
import { nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { askedBy, roughly } from '../support/command-line.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { readSimulation, secondsOf, usage } from './arguments.ts';
import type { SimulationRequest } from './arguments.ts';
import { faultDaysWithin } from './fault-plan.table.ts';
import { heldAtCenter, outbox, recount, reconcile, resendStuck } from './month-outcome.ts';
import { healed, passTime, playMonth } from './month.ts';
import type { PlayedMonth } from './month.ts';

const hour = 3_600_000;
/** Maximum number of days of one recount. */
const recountDays = 31;

const check = (name: string, ok: boolean, found: unknown): void => {
  console.log(`${ok ? '✓' : '✗'} ${name}${ok ? '' : `: ${JSON.stringify(found).slice(0, 2000)}`}`);
  if (!ok) process.exitCode = 1;
};

const recounted = async (loop: Loop, days: readonly CivilDate[]): Promise<void> => {
  for (let index = 0; index < days.length; index += recountDays) {
    const part = days.slice(index, index + recountDays);
    const [from = nextDate(part[0] as CivilDate), to = from] = [part[0], part.at(-1)];
    const { equal, differences, read } = await recount(loop, from, to);
    if (read.ratings === 0) {
      console.log(`– ${from}…${to}: no rating to recount`);
      continue;
    }
    check(
      `${from}…${to}: figures equal the recount of ${read.ratings} ratings`,
      equal,
      differences,
    );
  }
};

const judge = async (loop: Loop, { days, rated, followUps }: PlayedMonth): Promise<void> => {
  await recounted(loop, days);
  for (const state of ['stuck', 'pending'] as const) {
    const left = await outbox(loop, state);
    check(`no case is ${state} in the outbox`, left.length === 0, left);
  }
  const held = await heldAtCenter(loop);
  const keys = new Set(held.map(({ kind, key, revision }) => `${kind} ${key} ${revision}`));
  check('the center holds nothing twice', keys.size === held.length, held.length - keys.size);
  const ratings = held.filter(({ kind }) => kind === 'rating').length;
  check('the center holds every rating', ratings === rated.length + followUps, ratings);
  const different = (await reconcile(loop, days)).filter(({ state }) => state !== 'equal');
  check('every day reconciles', different.length === 0, different);
};

/** A comparison of empty sums proves nothing. */
const NOTHING_PROVED = 2;

const simulate = async (loop: Loop, request: SimulationRequest): Promise<void> => {
  const began = performance.now();
  const played = await playMonth(loop, { ...request, tell: (line) => console.log(line) });
  healed(loop);
  console.log(`${await resendStuck(loop)} cases were stuck and are sent again`);
  await passTime(loop, 12 * hour, 24);
  if (played.rated.length > 0) await judge(loop, played);
  else {
    console.log('– nobody rated anything, so nothing is proved: ask for more cases');
    process.exitCode = NOTHING_PROVED;
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`${played.cases} cases, ${played.rated.length} ratings in ${seconds.toFixed(0)} s`);
};

const run = async (request: SimulationRequest): Promise<void> => {
  const { days, casesADay, from } = request;
  const long = roughly(secondsOf(days, casesADay));
  console.log(`${days} days of ${casesADay} cases: ${long} on two slow cores`);
  for (const { from, to, what } of faultDaysWithin(days)) {
    console.log(`${from === to ? `day ${from}` : `days ${from}–${to}`}: ${what}`);
  }
  const loop = await startLoop({ at: Date.parse(`${from}T09:00:00+08:00`), isDirect: true });
  try {
    await simulate(loop, request);
  } finally {
    await loop.stop();
  }
};

const asked = askedBy(process.argv.slice(2), usage, readSimulation);
if ('request' in asked) await run(asked.request);
else {
  process.exitCode = asked.exitCode;
  console.log(asked.words);
}
