import { expect, it } from 'vitest';
import type * as z from 'zod/mini';

import { Heartbeat, PadEnrolment, PadKey } from '../../../events/pad/pad.ts';
import { HeartbeatAnswer, PadCurrent, PadMe } from '../../../events/pad/view.ts';
import { PadBatch, PadBatchAnswer, PadRating } from '../../../events/rating/rating.ts';
import { createPad } from '../../../web/pad/app.ts';
import type { PadDeps } from '../../../web/pad/ports.ts';
import type { Way } from './fake-server.ts';
import { always, code, does, good, minute, rateNext, sequencesOf, stage, upTo } from './stage.ts';

interface Operation {
  readonly sent?: z.ZodMiniType;
  readonly said: z.ZodMiniType;
}

/** What the contract says of the calls of a pad. */
const operations: Readonly<Record<string, Operation>> = {
  '/v1/pads/enrol': { sent: PadEnrolment, said: PadKey },
  '/v1/pads/me': { said: PadMe },
  '/v1/pads/me/current': { said: PadCurrent },
  '/v1/pads/me/heartbeat': { sent: Heartbeat, said: HeartbeatAnswer },
  '/v1/pads/me/ratings': { sent: PadBatch, said: PadBatchAnswer },
};

const expectTaken = ({ sent }: Operation, { body }: RequestInit): void => {
  if (sent === undefined) return;
  const said = JSON.parse(typeof body === 'string' ? body : '') as unknown;
  const { ratings = [] } = sent.parse(said) as { ratings?: unknown[] };
  for (const rating of ratings) PadRating.parse(rating);
};

it('what a pad sends is what the contract takes, and the server of these tests answers as it says', async () => {
  const scene = stage();
  const { browser, server } = scene;
  const called = new Set<string>();
  const faults: unknown[] = [];
  const watched: PadDeps['fetch'] = async (path, init) => {
    const operation = operations[path];
    if (operation === undefined) throw new Error(`no call of a pad: ${path}`);
    const answer = await server.fetch(path, init);
    called.add(path);
    try {
      expectTaken(operation, init);
      if (answer.ok) operation.said.parse(await answer.clone().json());
    } catch (fault) {
      faults.push([path, fault]);
    }
    return answer;
  };
  const pad = createPad(browser.deps(watched));
  void pad.start();
  await browser.settle();
  await does(scene, pad, { type: 'enrol', code });
  await rateNext(scene, pad, 1);
  server.state.way = always('none');
  await browser.advance(minute);
  const bad = [
    { type: 'choose', level: 'very_dissatisfied' },
    { type: 'toggle', code: '101' },
    { type: 'consent', given: true },
    { type: 'submit' },
  ] as const;
  for (let n = 2; n <= 30; n += 1)
    await does(scene, pad, ...(n % 2 === 0 ? bad : good), { type: 'done' });
  const ways: Way[] = ['lost', { status: 503, code: 'busy' }, 'none'];
  server.state.way = (path) => (path.endsWith('ratings') ? (ways.shift() ?? 'ok') : 'ok');
  await browser.advance(10 * minute);
  expect(faults).toEqual([]);
  expect([...called].toSorted()).toEqual(Object.keys(operations).toSorted());
  expect(sequencesOf(scene)).toEqual(upTo(30));
  pad.stop();
});
