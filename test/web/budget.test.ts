import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { buildWeb, webOf } from '../../infra/web.ts';
import { assetNames } from '../support/page-ground.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { assets } = webOf(ROOT);
const manifest = await buildWeb(ROOT);

/** KiB after gzip -9, what it imports included. */
const budgets: Readonly<Record<string, number>> = {
  'document.css': 4,
  'resident.css': 4,
  'resident.js': 6,
  'reload.js': 1,
};

const contentOf = (name: string): Buffer => readFileSync(join(assets, manifest[name] ?? ''));

describe('the parts of the rendered pages', () => {
  it('are those that pages can name, and each has a budget', () => {
    expect(Object.keys(manifest).toSorted()).toEqual(Object.keys(assetNames).toSorted());
    expect(Object.keys(budgets).toSorted()).toEqual(Object.keys(manifest).toSorted());
  });

  it.each(Object.entries(budgets))('%s stays within %i KiB', (name, most) => {
    const size = gzipSync(contentOf(name), { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(most * 1024);
    expect(size).toBeGreaterThan(100);
  });

  it('are the only files of the build, each with a name of its content', () => {
    expect(readdirSync(assets).toSorted()).toEqual(Object.values(manifest).toSorted());
    for (const [name, file] of Object.entries(manifest)) {
      const [page, type] = name.split('.');
      expect(file).toMatch(new RegExp(`^${page}\\.[A-Z0-9]{8}\\.${type}$`));
    }
  });

  it.each(Object.keys(budgets))('%s loads nothing from elsewhere', (name) => {
    expect(String(contentOf(name))).not.toMatch(/https?:|url\(|@import|import\(|eval\(|innerHTML/);
  });
});
