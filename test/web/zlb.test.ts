import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { buildZlb } from '../../infra/zlb.ts';
import { newDirectory } from '../support/new-directory.ts';

const settings = {
  api: 'https://pingjia.example.gov.cn/path',
  unit: '测试"局"<&',
  phone: '12345',
  years: 2,
};

const out = join(newDirectory(), 'zlb');
const folder = await buildZlb({ ...settings, out });
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const assets = readdirSync(join(folder, 'assets')).toSorted();

/** KiB after gzip -9. The templates are in the script, because nothing is rendered for it. */
const budgets: readonly (readonly [type: string, most: number])[] = [
  ['css', 4],
  ['js', 20],
];

describe('the bundle for 浙里办', () => {
  it('is one document with its parts, in the output folder', () => {
    expect(readdirSync(out).toSorted()).toEqual(['build', 'gbc.json']);
    expect(assets).toEqual([
      expect.stringMatching(/^resident\.[A-Z0-9]{8}\.css$/),
      expect.stringMatching(/^shell\.[A-Z0-9]{8}\.js$/),
    ]);
    const own = [...page.matchAll(/(?:href|src)="(\.[^"]*)"/g)].map(([, path]) => path);
    expect(own).toEqual(assets.map((name) => `./assets/${name}`));
  });

  it('may call its API and load the script of the platform, and nothing else', () => {
    const [, policy = ''] = /content="(default-src[^"]*)"/.exec(page) ?? [];
    expect(policy.match(/https?:[^ ;]+/g)).toEqual([
      'https://assets.zjzwfw.gov.cn',
      'https://pingjia.example.gov.cn',
    ]);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('keeps what it was told, as text', () => {
    expect(page).toContain('data-api="https://pingjia.example.gov.cn"');
    expect(page).toContain('data-unit="测试&quot;局&quot;&lt;&amp;"');
    expect(page).not.toMatch(/\{\w+\}/);
  });

  it.each([
    ['api', 'pingjia.example.gov.cn'],
    ['unit', ''],
    ['phone', ''],
    ['years', '0'],
  ])('is not built without %s', async (name, value) => {
    await expect(buildZlb({ ...settings, out, [name]: value })).rejects.toThrow(name);
  });

  it.each(budgets)('its %s stays within %i KiB', (type, most) => {
    const name = assets.find((file) => file.endsWith(type)) ?? '';
    const size = gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(most * 1024);
  });
});
