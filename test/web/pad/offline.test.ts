import { describe, expect, it } from 'vitest';

import { createPad } from '../../../web/pad/app.ts';
import type { Pad } from '../../../web/pad/pad.ts';
import { servedContact } from './fake-server.ts';
import type { Way } from './fake-server.ts';
import {
  always,
  choiceOn,
  does,
  enrolled,
  good,
  hour,
  minute,
  rateNext,
  reopened,
  screenOf,
  sequencesOf,
  stage,
  upTo,
} from './stage.ts';
import type { Stage } from './stage.ts';

/** Opens the pad with another network. */
const withNetwork = async (scene: Stage, fetch: Stage['server']['fetch']): Promise<Pad> => {
  const pad = createPad(scene.browser.deps(fetch));
  void pad.start();
  await scene.browser.settle();
  return pad;
};

describe('without a network', () => {
  it('ten days of ratings arrive once each, in order, whatever happens on the way', async () => {
    const scene = stage();
    const { browser, server } = scene;
    let pad = await enrolled(scene);
    const begun = browser.now();
    server.state.way = always('none');
    for (let n = 1; n <= 30; n += 1) {
      await browser.advance(10 * minute);
      await does(scene, pad, ...good);
      expect(screenOf(pad, 'thanks').code).toMatch(new RegExp(`^1042-${n}-`));
      await browser.advance(minute);
      if (n % 3 === 0) pad = await reopened(scene, pad, 23 * hour);
    }
    expect(pad.view()).toMatchObject({ waiting: 30, link: 'offline' });
    const ways: Way[] = ['lost', { status: 503, code: 'busy' }, 'none', 'lost', 'ok'];
    server.state.way = (path) => (path.endsWith('ratings') ? (ways.shift() ?? 'ok') : 'ok');
    await browser.advance(10 * minute);
    expect(sequencesOf(scene)).toEqual(upTo(30));
    expect(pad.view().waiting).toBe(0);
    const [first, last] = [server.stored.get(1), server.stored.get(30)];
    expect(first).not.toHaveProperty('token');
    expect(Date.parse(String(first?.['ratedAt']))).toBe(begun + 10 * minute);
    expect(Date.parse(String(last?.['ratedAt']))).toBeGreaterThan(begun + 9 * 23 * hour);
    pad.stop();
  });

  it('a batch holds fifty, the oldest first', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.way = always('none');
    await scene.browser.advance(minute);
    for (let n = 1; n <= 60; n += 1) await does(scene, pad, ...good, { type: 'done' });
    scene.server.state.way = always('ok');
    await does(scene, pad, { type: 'send' });
    const sent = scene.server.callsTo('me/ratings').slice(-2);
    expect(sent.map(({ body }) => (body['ratings'] as unknown[]).length)).toEqual([50, 10]);
    expect(sequencesOf(scene)).toEqual(upTo(60));
    pad.stop();
  });

  it('the contact that was fetched before is rated with its token, and is shown five minutes', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    scene.server.state.way = always('none');
    await scene.browser.advance(4 * minute);
    expect(choiceOn(pad).subject.of).toBe('contact');
    await scene.browser.advance(minute);
    expect(choiceOn(pad).subject.of).toBe('window');
    pad.stop();
  });

  it('a restart finds the words of the levels again', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    pad.stop();
    scene.server.state.way = always('none');
    const again = await scene.open();
    expect(choiceOn(again).levels).toHaveLength(5);
    expect(again.view().place?.hall).toBe('市政务服务中心');
    again.stop();
  });

  it('is tried again after 2 s, 4 s, up to five minutes, and at once when it is back', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    server.state.way = (path) => (path.endsWith('ratings') ? { status: 503, code: 'busy' } : 'ok');
    await rateNext(scene, pad, 1);
    await browser.advance(30 * minute);
    const times = server.callsTo('me/ratings').map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => (at - times[index]!) / 1000);
    expect(gaps.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
    expect(pad.view().staff.problem).not.toBeUndefined();
    server.state.way = always('ok');
    browser.goOnline();
    await browser.settle();
    expect(sequencesOf(scene)).toEqual([1]);
    pad.stop();
  });

  it('an answer that never comes is given up', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    const { fetch } = scene.server;
    pad.stop();
    const deaf = await withNetwork(scene, (path, init) =>
      path.endsWith('current')
        ? new Promise((_resolve, reject) => {
            init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          })
        : fetch(path, init),
    );
    await scene.browser.advance(19_000);
    expect(deaf.view().link).toBe('unknown');
    await scene.browser.advance(1000);
    expect(deaf.view().link).toBe('offline');
    deaf.stop();
  });
});
