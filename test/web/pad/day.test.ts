import { describe, expect, it } from 'vitest';

import { claimCodeOf } from '../../../shared/http/pad/claim-check.ts';
import { servedContact } from './fake-server.ts';
import { choiceOn, code, does, enrolled, good, minute, screenOf, stage } from './stage.ts';

describe('a day at a window', () => {
  it('begins with an enrolment, and shows who is served', async () => {
    const scene = stage();
    const pad = await scene.open();
    expect(screenOf(pad, 'enrol').phase).toBe('ready');
    expect(screenOf(pad, 'enrol').checks.map(({ result }) => result)).toEqual(
      Array.from({ length: 5 }, () => 'ok'),
    );
    await does(scene, pad, { type: 'enrol', code });
    expect(screenOf(pad, 'invite')).toBeDefined();
    expect(pad.view().place).toEqual({ hall: '市政务服务中心', window: 'A03' });
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    expect(choiceOn(pad)).toMatchObject({
      at: 'contact',
      level: null,
      subject: { of: 'contact', applicant: '张1**', matter: '生育登记' },
    });
    pad.stop();
  });

  it('a good level is stored with two touches, and claimed by a code that the server knows', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    await does(scene, pad, ...good);
    const thanks = screenOf(pad, 'thanks');
    expect(thanks.code).toBe(claimCodeOf({ padNumber: 1042, sequence: 1 }, scene.server.key));
    expect(thanks.claimUrl).toBe(`https://pingjia.example/claim/${thanks.code ?? ''}`);
    expect(scene.server.stored.get(1)).toEqual({
      sequence: 1,
      token: servedContact(1).token,
      level: 'very_satisfied',
      tags: [],
      contactConsent: false,
      ratedAt: new Date(scene.browser.now()).toISOString(),
    });
    expect(pad.view().waiting).toBe(0);
    await scene.browser.advance(30_000);
    expect(screenOf(pad, 'invite')).toBeDefined();
    pad.stop();
  });

  it('a level that needs a reason asks for one, and takes it', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    await does(scene, pad, { type: 'choose', level: 'dissatisfied' }, { type: 'submit' });
    expect(choiceOn(pad)).toMatchObject({ at: 'reasons', fault: 'reason' });
    await does(scene, pad, { type: 'toggle', code: '201' }, { type: 'consent', given: true });
    expect(choiceOn(pad).tags.map(({ isChosen }) => isChosen)).toEqual([true, false, false]);
    await does(scene, pad, { type: 'submit' });
    expect(screenOf(pad, 'thanks')).toBeDefined();
    expect(scene.server.stored.get(1)).toMatchObject({
      level: 'dissatisfied',
      tags: ['201'],
      contactConsent: true,
    });
    pad.stop();
  });

  it('somebody who leaves rates nothing, and the next one finds nothing of it', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    await does(
      scene,
      pad,
      { type: 'choose', level: 'dissatisfied' },
      { type: 'toggle', code: '201' },
    );
    scene.server.state.contact = servedContact(2);
    await scene.browser.advance(10_000);
    expect(choiceOn(pad).subject).toEqual({ of: 'earlier' });
    expect(JSON.stringify(pad.view())).not.toContain('张');
    await scene.browser.advance(50_000);
    expect(choiceOn(pad).isWarning).toBe(true);
    await scene.browser.advance(20_000);
    expect(choiceOn(pad)).toMatchObject({
      at: 'contact',
      level: null,
      isWarning: false,
      subject: { applicant: '张2**' },
    });
    expect(pad.view().waiting).toBe(0);
    expect(scene.server.stored.size).toBe(0);
    pad.stop();
  });

  it('asks often while somebody is served, and rarely while the hall is closed', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    await scene.browser.advance(3 * minute);
    const asked = async (ms: number): Promise<number> => {
      const before = scene.server.callsTo('me/current').length;
      await scene.browser.advance(ms);
      return scene.server.callsTo('me/current').length - before;
    };
    expect(await asked(minute)).toBe(6);
    scene.server.state.contact = servedContact(1);
    await scene.browser.advance(10_000);
    expect(await asked(minute)).toBe(20);
    scene.server.state.contact = null;
    await scene.browser.advance(3000);
    expect(await asked(minute)).toBe(20);
    scene.server.state.openNow = false;
    await scene.browser.advance(3 * minute);
    expect(await asked(5 * minute)).toBe(5);
    pad.stop();
    expect(scene.browser.timers()).toBe(0);
  });
});
