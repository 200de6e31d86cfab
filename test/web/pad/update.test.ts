import { describe, expect, it } from 'vitest';

import { servedContact } from './fake-server.ts';
import { always, does, enrolled, good, minute, rateNext, stage } from './stage.ts';

describe('when a new version may take over', () => {
  it('is five minutes behind the last person, however the network comes and goes', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    await rateNext(scene, pad, 1);
    await browser.advance(4 * minute);
    expect(pad.view().canUpdate).toBe(false);
    for (const way of ['none', 'ok', 'none', 'ok'] as const) {
      server.state.way = always(way);
      await browser.advance(0.5 * minute);
    }
    expect(pad.view()).toMatchObject({ link: 'online', canUpdate: true });
    pad.stop();
  });

  it('waits while somebody is served, and for what is queued', async () => {
    const scene = stage();
    const { browser, server } = scene;
    const pad = await enrolled(scene);
    server.state.contact = servedContact(1);
    await browser.advance(20 * minute);
    expect(pad.view().canUpdate).toBe(false);
    server.state.way = (path) => (path.endsWith('ratings') ? { status: 503, code: 'busy' } : 'ok');
    await does(scene, pad, ...good, { type: 'done' });
    await browser.advance(20 * minute);
    expect(pad.view()).toMatchObject({ waiting: 1, canUpdate: false });
    server.state.way = always('ok');
    await browser.advance(10 * minute);
    expect(pad.view()).toMatchObject({ waiting: 0, canUpdate: true });
    pad.stop();
  });
});
