import { describe, expect, it } from 'vitest';

import { createPad } from '../../../web/pad/app.ts';
import type { PadDeps } from '../../../web/pad/ports.ts';
import type { Way } from './fake-server.ts';
import { code, does, enrolled, screenOf, stage } from './stage.ts';
import type { Stage } from './stage.ts';

const surroundingsOf = (scene: Stage) => scene.browser.deps(scene.server.fetch).surroundings;

/** What an attempt with this code ends with. */
const attempt = async (scene: Stage, typed: string, way: Way = 'ok') => {
  const pad = await scene.open();
  scene.server.state.way = () => way;
  await does(scene, pad, { type: 'enrol', code: typed });
  return pad;
};

describe('an enrolment', () => {
  it('looks at everything before it spends the code', async () => {
    const scene = stage();
    scene.browser.breakStorage(true);
    const pad = await attempt(scene, code);
    expect(screenOf(pad, 'enrol')).toMatchObject({ phase: 'unfit' });
    expect(screenOf(pad, 'enrol').checks).toContainEqual({ name: 'database', result: 'failed' });
    expect(scene.server.calls).toEqual([]);
    scene.browser.breakStorage(false);
    await scene.browser.advance(5000);
    expect(screenOf(pad, 'enrol').phase).toBe('ready');
    pad.stop();
  });

  it('sends nothing that cannot be a code', async () => {
    const scene = stage();
    const pad = await attempt(scene, ' k7qm-2x ');
    expect(screenOf(pad, 'enrol').phase).toBe('not_a_code');
    expect(scene.server.calls).toEqual([]);
    pad.stop();
  });

  it.each<readonly [string, Way, string]>([
    ['a code that the server does not know', 'ok', 'refused'],
    ['a server that is busy', { status: 503, code: 'busy' }, 'unreachable'],
    ['too many attempts', { status: 429, code: 'too_many' }, 'unreachable'],
    ['a server that broke while it worked', { status: 500, code: 'fault' }, 'lost'],
    ['no answer', 'none', 'lost'],
  ])('says what came of it: %s', async (_what, way, phase) => {
    const scene = stage();
    const pad = await attempt(scene, 'AAAA-BBBB-CCCC', way);
    expect(screenOf(pad, 'enrol').phase).toBe(phase);
    await scene.browser.advance(10_000);
    expect(screenOf(pad, 'enrol').phase).toBe(phase);
    pad.stop();
  });

  it('an answer that is lost is told apart: the code may still be good, or is spent', async () => {
    const scene = stage();
    const pad = await attempt(scene, code, 'none');
    scene.server.state.way = () => 'lost';
    await does(scene, pad, { type: 'enrol', code });
    expect(screenOf(pad, 'enrol').phase).toBe('lost');
    scene.server.state.way = () => 'ok';
    await does(scene, pad, { type: 'enrol', code });
    expect(screenOf(pad, 'enrol').phase).toBe('spent');
    scene.server.state.code = 'NEWCODE12345';
    await does(scene, pad, { type: 'enrol', code: 'newcode 12345' });
    expect(pad.view().screen.at).toBe('invite');
    pad.stop();
  });

  it('a key that arrives and cannot be stored is gone, and that is said', async () => {
    const scene = stage();
    const { fetch } = scene.server;
    const broken = stage({
      fetch: async (path, init) => {
        const answer = await fetch(path, init);
        broken.browser.breakStorage(true);
        return answer;
      },
    });
    const pad = await broken.open();
    await does(broken, pad, { type: 'enrol', code });
    expect(screenOf(pad, 'enrol').phase).toBe('key_lost');
    expect(scene.server.calls.map(({ path }) => path)).toEqual(['/v1/pads/enrol']);
    pad.stop();
  });

  it('spends a code once, although the checks go on while the answer takes its time', async () => {
    const { browser, server } = stage();
    const { after } = browser.deps(server.fetch);
    const slow: PadDeps['fetch'] = async (path, init) => {
      const answer = await server.fetch(path, init);
      if (path.endsWith('/enrol')) await new Promise<void>((resolve) => after(12_000, resolve));
      return answer;
    };
    const pad = createPad(browser.deps(slow));
    void pad.start();
    await browser.settle();
    pad.act({ type: 'enrol', code });
    await browser.advance(15_000);
    expect(server.callsTo('enrol')).toHaveLength(1);
    expect(screenOf(pad, 'invite')).toBeDefined();
    pad.stop();
  });

  it('is done once: a pad that is opened again works on', async () => {
    const scene = stage();
    (await enrolled(scene)).stop();
    const pad = await scene.open();
    expect(pad.view().screen.at).toBe('invite');
    expect(scene.server.callsTo('enrol')).toHaveLength(1);
    expect(pad.view().staff).toMatchObject({ padId: 'pad-1', number: 1042, storage: 'ok' });
    pad.stop();
  });
});

describe('where a pad cannot work', () => {
  it('plain http: it says so and does nothing', async () => {
    const scene = stage();
    const plain = stage({ surroundings: { ...surroundingsOf(scene), isSecure: false } });
    const pad = await plain.open();
    expect(pad.view().screen.at).toBe('insecure');
    expect(plain.browser.timers()).toBe(0);
    expect(plain.server.calls).toEqual([]);
  });

  it('beside another page of the pad: it waits until that one is closed', async () => {
    const scene = stage();
    const { promise, resolve: free } = Promise.withResolvers<void>();
    const second = stage({
      surroundings: {
        ...surroundingsOf(scene),
        becomeOnly: (onWait) => {
          onWait();
          return promise;
        },
      },
    });
    const pad = await second.open();
    await does(second, pad, { type: 'choose', level: 'satisfied' });
    expect(pad.view().screen.at).toBe('second');
    expect(second.server.calls).toEqual([]);
    free();
    await second.browser.settle();
    expect(screenOf(pad, 'enrol').phase).toBe('ready');
    pad.stop();
  });

  it('an advice is no reason to refuse', async () => {
    const scene = stage();
    const weak = stage({
      surroundings: {
        ...surroundingsOf(scene),
        isFullscreen: () => false,
        hasWorker: () => Promise.reject(new Error('no worker')),
        persist: async () => false,
      },
    });
    const pad = await enrolled(weak);
    expect(pad.view().screen.at).toBe('invite');
    expect(pad.view().staff.persisted).toBe(false);
    pad.stop();
  });
});
