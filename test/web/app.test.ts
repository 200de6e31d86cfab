import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { buildApp } from '../../infra/app/build.ts';
import { placeOf } from '../../infra/app/place.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { assets } = placeOf(ROOT, 'pad');
const names = await buildApp(ROOT, 'pad');

const read = (name: string): Buffer => readFileSync(join(assets, name));
const nameOf = (pattern: RegExp): string => names.find((name) => pattern.test(name)) ?? '';
const script = nameOf(/^pad\.[0-9a-z]{8}\.js$/);
const sheet = nameOf(/^pad\.[0-9a-z]{8}\.css$/);

/** KiB after gzip -9. */
const budgets: readonly (readonly [name: string, most: number])[] = [
  [script, 45],
  [sheet, 6],
  ['index.html', 3],
  ['sw.js', 1.5],
];

describe('the application of the pad', () => {
  it('is one page, one script, one sheet, and what its browser installs', () => {
    const fixed = ['icon-192.png', 'icon-512.png', 'icon.svg', 'index.html'];
    const all = [...fixed, 'manifest.webmanifest', script, sheet, 'sw.js'];
    expect(names.toSorted()).toEqual(all.toSorted());
    expect(readdirSync(assets).toSorted()).toEqual(all.toSorted());
  });

  it.each(budgets)('%s stays within %d KiB', (name, most) => {
    expect(gzipSync(read(name), { level: 9 }).length).toBeLessThanOrEqual(most * 1024);
  });

  it('is kept by browsers in 300 kB at most', () => {
    const kept = names.filter((name) => name !== 'sw.js').map((name) => read(name).length);
    expect(kept.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(300_000);
  });

  it('says nothing of the machine that built it', () => {
    expect(String(read(script))).not.toMatch(/__file|\.vue\b/);
    expect(String(read(script))).not.toContain(ROOT);
  });

  it('has nothing inline, and evaluates nothing', () => {
    const page = String(read('index.html'));
    expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([`/pad/${script}`, `/pad/${sheet}`, '/pad/manifest.webmanifest']),
    );
    expect(String(read(script))).not.toMatch(/\beval\(|new Function\(/);
    expect(String(read(sheet))).not.toMatch(/https?:|@import/);
  });

  it('says which files the worker keeps, with their contents', () => {
    const worker = String(read('sw.js'));
    for (const name of names.filter((one) => one !== 'sw.js')) {
      const integrity = createHash('sha256').update(read(name)).digest('base64');
      const address = name === 'index.html' ? '/pad/' : `/pad/${name}`;
      expect(worker).toContain(`"${address}":"sha256-${integrity}"`);
    }
  });

  it('can be installed: its files are there, and it opens in its scope', () => {
    const manifest = JSON.parse(String(read('manifest.webmanifest')));
    expect(manifest).toMatchObject({
      start_url: '/pad/',
      scope: '/pad/',
      display: 'fullscreen',
      orientation: 'any',
    });
    for (const { src } of manifest.icons) expect(names).toContain(src.replace('/pad/', ''));
  });

  it('is built again only when something has changed', async () => {
    const before = statSync(join(assets, 'sw.js')).ino;
    expect(await buildApp(ROOT, 'pad')).toEqual(names);
    expect(statSync(join(assets, 'sw.js')).ino).toBe(before);
  });
});
