import { describe, expect, it } from 'vitest';

import { servedContact } from './fake-server.ts';
import {
  always,
  choiceOn,
  code,
  day,
  does,
  enrolled,
  good,
  hour,
  minute,
  rateNext,
  screenOf,
  sequencesOf,
  stage,
  upTo,
} from './stage.ts';

describe('what the server does not take', () => {
  it('is deleted when it is refused, because the server keeps it', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.refuses.add(1);
    await rateNext(scene, pad, 1);
    await rateNext(scene, pad, 2);
    expect(pad.view().waiting).toBe(0);
    expect(sequencesOf(scene)).toEqual([2]);
    pad.stop();
  });

  it('stays when no list names it, and holds up nothing', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.forgets.add(1);
    await rateNext(scene, pad, 1);
    await rateNext(scene, pad, 2);
    expect(pad.view().waiting).toBe(1);
    expect(sequencesOf(scene)).toEqual([2]);
    scene.server.state.forgets.clear();
    await scene.browser.advance(5 * minute);
    expect(pad.view().waiting).toBe(0);
    expect(sequencesOf(scene)).toEqual([2, 1]);
    pad.stop();
  });

  it('a batch that is too large is halved', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.way = always('none');
    await scene.browser.advance(minute);
    for (let n = 1; n <= 30; n += 1) await does(scene, pad, ...good, { type: 'done' });
    scene.server.state.way = (path) => {
      const { body } = scene.server.calls.at(-1)!;
      const isLarge = path.endsWith('ratings') && ((body['ratings'] as unknown[]) ?? []).length > 7;
      return isLarge ? { status: 413, code: 'body_too_large' } : 'ok';
    };
    await does(scene, pad, { type: 'send' });
    expect(pad.view().waiting).toBe(0);
    expect(sequencesOf(scene)).toEqual(upTo(30));
    pad.stop();
  });
});

describe('a clock that is off', () => {
  it.each([day, -day, 2 * minute])('by %i ms is corrected by the server', async (off) => {
    const scene = stage();
    const { browser, server } = scene;
    server.state.aheadMs = -off;
    const pad = await enrolled(scene);
    await rateNext(scene, pad, 1);
    const serverNow = browser.now() - off;
    expect(Math.abs(pad.now() - serverNow)).toBeLessThanOrEqual(1000);
    const ratedAt = Date.parse(String(server.stored.get(1)?.['ratedAt']));
    expect(Math.abs(ratedAt - serverNow)).toBeLessThanOrEqual(1000);
    pad.stop();
  });

  it('is corrected when somebody sets it, and the call repeated once', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    await browser.advance(minute);
    server.state.aheadMs = -day;
    browser.setClock(browser.now() + day);
    await rateNext(scene, pad, 1);
    expect(pad.view().link).toBe('online');
    expect(sequencesOf(scene)).toEqual([1]);
    pad.stop();
  });
});

describe('a storage that fails', () => {
  it('says so instead of thank you, counts it, and goes on when it works again', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    server.state.contact = servedContact(1);
    await browser.advance(10_000);
    browser.breakStorage(true);
    await does(scene, pad, ...good);
    expect(screenOf(pad, 'broken').rateUrl).toBeNull();
    // At once: a count in memory ends with the page.
    expect(server.callsTo('me/heartbeat').at(-1)?.body).toMatchObject({
      storage: 'broken',
      faults: 1,
      waiting: 0,
    });
    browser.breakStorage(false);
    await browser.advance(minute);
    expect(choiceOn(pad).level).toBeNull();
    await does(scene, pad, ...good);
    expect(sequencesOf(scene)).toEqual([1]);
    await browser.advance(minute);
    expect(server.callsTo('me/heartbeat').at(-1)?.body).toMatchObject({ storage: 'ok', faults: 1 });
    pad.stop();
  });

  it('leads the person with a scanned link to the phone', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.browser.breakStorage(true);
    const token = 'a'.repeat(42);
    await does(scene, pad, { type: 'scan', text: token }, ...good);
    expect(screenOf(pad, 'broken').rateUrl).toBe(`https://pingjia.example/r/${token}`);
    pad.stop();
  });
});

describe('the counter', () => {
  it('goes on behind what the server has, should it ever be behind', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.facts = { ...scene.server.state.facts, highest: 46 };
    await scene.browser.advance(minute);
    await rateNext(scene, pad, 1);
    expect(sequencesOf(scene)).toEqual([47]);
    pad.stop();
  });
});

const heldAndRevoked = async () => {
  const scene = stage();
  const pad = await enrolled(scene);
  await rateNext(scene, pad, 1);
  scene.server.state.way = always('none');
  await scene.browser.advance(minute);
  for (const _resident of [2, 3]) await does(scene, pad, ...good, { type: 'done' });
  scene.server.state.way = always('ok');
  scene.server.state.isRevoked = true;
  await scene.browser.advance(5 * minute);
  return { scene, pad };
};

describe('a pad that is revoked', () => {
  it('stops, says so, and keeps what waits', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    server.state.way = always('none');
    await browser.advance(minute);
    await does(scene, pad, ...good);
    server.state.way = always('ok');
    server.state.isRevoked = true;
    await browser.advance(5 * minute);
    expect(screenOf(pad, 'enrol')).toMatchObject({ isRevoked: true, phase: 'ready' });
    expect(pad.view().waiting).toBe(1);
    const calls = server.calls.length;
    await browser.advance(hour);
    expect(server.calls).toHaveLength(calls);
    pad.stop();
    const again = await scene.open();
    expect(screenOf(again, 'enrol')).toMatchObject({ isRevoked: true });
    expect(again.view().waiting).toBe(1);
    again.stop();
  });

  it('begins one enrolment, however many calls are told it at once', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    server.state.way = always('none');
    await browser.advance(minute);
    await does(scene, pad, ...good);
    server.state.way = always('ok');
    server.state.isRevoked = true;
    const before = server.calls.length;
    browser.goOnline();
    await browser.settle();
    expect(server.calls.length - before).toBeGreaterThan(1);
    // The next look at the device, and nothing else.
    expect(browser.timers()).toBe(1);
    pad.stop();
  });

  it('sends what it held once it is put back into use, under the same numbers', async () => {
    const { scene, pad } = await heldAndRevoked();
    const { server, browser } = scene;
    server.state.isRevoked = false;
    server.state.code = 'N3WC0DE4PAD2';
    await does(scene, pad, { type: 'enrol', code: 'n3wc-0de4-pad2' });
    await browser.advance(minute);
    expect(sequencesOf(scene)).toEqual([1, 2, 3]);
    expect(pad.view().waiting).toBe(0);
    await rateNext(scene, pad, 4);
    expect(sequencesOf(scene)).toEqual([1, 2, 3, 4]);
    pad.stop();
  });

  it('spends no code of another pad while it holds ratings of its own', async () => {
    const { scene, pad } = await heldAndRevoked();
    const { server } = scene;
    server.state.code = code.toUpperCase().replaceAll('-', '');
    server.state.facts = { ...server.state.facts, padId: 'another-pad' };
    await does(scene, pad, { type: 'enrol', code });
    expect(screenOf(pad, 'enrol').phase).toBe('other_pad');
    expect(server.state.code).toBeDefined();
    expect(pad.view().waiting).toBe(2);
    pad.stop();
  });

  it('counts on behind what the server has, on a device that lost everything', async () => {
    const scene = stage();
    scene.server.state.facts = { ...scene.server.state.facts, highest: 46 };
    const pad = await scene.open();
    scene.server.state.way = (path) => (path.endsWith('/enrol') ? 'ok' : 'none');
    await does(scene, pad, { type: 'enrol', code });
    scene.server.state.way = always('ok');
    await rateNext(scene, pad, 1);
    expect(sequencesOf(scene)).toEqual([47]);
    pad.stop();
  });

  it('can be enrolled again once nothing waits', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.isRevoked = true;
    await scene.browser.advance(minute);
    pad.stop();
    const again = await scene.open();
    expect(screenOf(again, 'enrol').phase).toBe('ready');
    again.stop();
  });
});

describe('what is left on the device', () => {
  it('is neither a rating nor a link nor the key', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    scene.server.state.way = always('none');
    await does(scene, pad, ...good);
    const content = await scene.browser.content();
    expect(content).toContain('sealed: ArrayBuffer');
    expect(content).toContain('extractable: false');
    expect(content).not.toContain('extractable: true');
    expect(content.replaceAll(/levels:[\s\S]*/g, '')).not.toMatch(/token-1|张1|生育|"satisfied/);
    expect(content).not.toContain(scene.server.key);
    pad.stop();
  });
});
