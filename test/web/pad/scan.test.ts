import { describe, expect, it } from 'vitest';

import { scanKeys } from '../../../web/pad/session/scan-keys.ts';
import { readScan } from '../../../web/pad/session/scan.ts';
import { choiceOn, does, enrolled, stage } from './stage.ts';

const token = 'Ab-_5'.repeat(8) + 'zz';

describe('what a scanner reads', () => {
  it.each([
    [token, token],
    [` ${token}\n`, token],
    [`https://pingjia.example/r/${token}`, token],
    [`https://pingjia.example/r/${token}?style=elder`, token],
    [`HTTP://10.0.0.5/r/${token}#x`, token],
    [`https://pingjia.example/base/r/${token}/`, token],
    [`https://pingjia.example/r/${'A'.repeat(148)}`, 'A'.repeat(148)],
    ['', undefined],
    ['6901234567892', undefined],
    [`${token}x`, undefined],
    [`https://pingjia.example/receipt/${token}`, undefined],
    [`javascript:/r/${token}`, undefined],
    ['https://pingjia.example/r/short', undefined],
  ])('%s', (text, found) => {
    expect(readScan(text)).toBe(found);
  });

  it('begins a choice that is about the link, and counts for its channel', async () => {
    const scene = stage();
    const pad = await enrolled(scene);
    await does(scene, pad, { type: 'scan', text: 'a price tag' });
    expect(pad.view().screen.at).toBe('invite');
    await does(scene, pad, { type: 'scan', text: `https://pingjia.example/r/${token}` });
    expect(choiceOn(pad)).toMatchObject({ at: 'contact', level: null, subject: { of: 'link' } });
    await does(scene, pad, { type: 'choose', level: 'satisfied' }, { type: 'submit' });
    expect(scene.server.stored.get(1)).toMatchObject({ token, level: 'satisfied' });
    pad.stop();
  });
});

const typeText = (text: string, gapMs: number): string | undefined => {
  const take = scanKeys();
  let at = 0;
  for (const key of text) take({ key, at: (at += gapMs) });
  return take({ key: 'Enter', at: at + gapMs });
};

describe('a scanner that types', () => {
  it('is known by its speed', () => {
    expect(typeText(token, 10)).toBe(token);
    expect(typeText(token, 150)).toBeUndefined();
    expect(typeText('short', 10)).toBeUndefined();
  });

  it('holds Shift for capitals, and may follow what a person typed', () => {
    const take = scanKeys();
    take({ key: 'x', at: 0 });
    let at = 1000;
    for (const key of token) {
      take({ key: 'Shift', at: (at += 5) });
      take({ key, at: (at += 5) });
    }
    expect(take({ key: 'Enter', at: at + 5 })).toBe(token);
    expect(take({ key: 'Enter', at: at + 10 })).toBeUndefined();
  });
});
