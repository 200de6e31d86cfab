/** What was said when a rating was contested is erased with its case, and holds it while it is open. */
import '../../support/silent-logs.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { eraseNightly } from '../../../functions/case/retention.ts';
import { isErased } from '../../../shared/domain/text/erased.ts';
import { eraser } from '../../../shared/store/case/eraser.ts';
import { startEngineStores } from '../../support/engine-stores.ts';
import type { EngineStores } from '../../support/engine-stores.ts';
import { confirmReply } from '../approval-calls.ts';
import { bad, first, good, second } from '../rating/contest-world.ts';
import { fridayMorning, outcomeOf, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const yearMs = 365 * 24 * 60 * 60_000;

let engine: EngineStores;
let world: World;

beforeEach(async () => {
  engine = await startEngineStores(Date.parse(fridayMorning));
  world = worldOver(engine.stores);
});
afterEach(() => engine.stop());

const run = async (): Promise<Readonly<Record<string, number>>> => {
  let counts: Readonly<Record<string, number>> = {};
  await eraseNightly({
    ...engine.stores,
    now: world.clock.now,
    eraser: eraser(engine.table, engine.bucket),
    rulebook: engine.stores.rulebookBy(world.clock.now),
    publish: (published) => {
      counts = published;
    },
    raise: (fault) => {
      throw fault;
    },
  })();
  return counts;
};

it('is kept while it is open, and erased with its case after the ruling and the period', async () => {
  const by = await world.integrator();
  const projectNo = await world.acceptedCase(by);
  const theirs = await world.token(by, projectNo);
  await world.call('POST /v1/ratings', { body: { token: theirs, ...good } });
  const token = await world.token(by, projectNo, 'sms');
  await world.call('POST /v1/ratings/contest', { body: { token, ...bad, statement: '不是我' } });
  const path = { id: `${projectNo}-1c1` };
  world.clock.advance(2.1 * yearMs);
  expect(await run()).toEqual({ CasesErased: 0, CasesNotErased: 0 });

  const said = { outcome: 'reached', answer: 'first_is_own', note: '确认原评价为本人作出' };
  await world.call('POST /v1/contests/{id}/call-back', { as: first, path, body: said });
  const proposed = await world.call('POST /v1/contests/{id}/ruling', {
    as: first,
    path,
    body: { outcome: 'rejected', reason: '申请人回访确认' },
  });
  expect(outcomeOf(await confirmReply(world, proposed, second))).toBe('200');
  world.clock.advance(yearMs);
  await run();
  const shown = () => world.call('GET /v1/contests/{id}', { as: first, path });
  expect(outcomeOf(await shown())).toBe('200');

  // The runs since then have passed the day on which it was rated.
  world.clock.advance(yearMs);
  expect(await run()).toEqual({ CasesErased: 1, CasesNotErased: 0 });
  const [contest] = await engine.stores.contests.ofContact({ projectNo, serviceNumber: 1 });
  const texts = [contest?.sealed, ...(contest?.callBacks ?? []).map((call) => call.sealedNote)];
  expect(texts.map((text = '') => isErased(text))).toEqual([true, true]);
  expect(contest).toMatchObject({ state: 'rejected', ruling: { by: first.id } });
  expect(outcomeOf(await shown())).toBe('410 contest_erased');
});

it('walks nothing while no case can be due: the first system was admitted less than a period ago', async () => {
  await engine.stores.acts.append({
    phase: 'asked',
    at: world.clock.now(),
    by: 'u1',
    roles: [],
    area: '330600',
    call: 'POST /v1/integrators',
    subject: {},
  });
  const read = vi.spyOn(engine.stores.records, 'rated');
  await run();
  await run();
  world.clock.advance(1.9 * yearMs);
  await run();
  expect(read).not.toHaveBeenCalled();
  world.clock.advance(0.2 * yearMs);
  await run();
  expect(read).toHaveBeenCalled();
});
