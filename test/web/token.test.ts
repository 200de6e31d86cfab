import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../../web/style/token.css'), 'utf8');

type Palette = ReadonlyMap<string, string>;

const paletteOf = (body: string): Palette =>
  new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Every rule with colours, by its selector, with what surrounds it. */
const palettes = [...text.matchAll(/(@media[^{]*\{\s*)?(:root[^{]*)\{([^}]*)\}/g)]
  .map(
    ([, media = '', selector = '', body = '']) =>
      [`${media}${selector}`.replaceAll(/[\s{]+/g, ' ').trim(), paletteOf(body)] as const,
  )
  .filter(([, palette]) => palette.has('ink'));

/** Relative luminance and contrast as defined by WCAG 2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((index) => {
    const share = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one = '', other = ''): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** Texts, lines and rings on their grounds, and how far each has to stand out at least. */
const pairs: readonly (readonly [on: string, ground: string, ratio: number])[] = [
  ['ink', 'paper', 7],
  ['ink', 'tint', 7],
  ['soft', 'paper', 7],
  ['soft', 'tint', 6.9],
  ['link', 'paper', 7],
  ['link', 'tint', 7],
  ['on-brand', 'brand', 7],
  ['red', 'paper', 7],
  ['red', 'on-red', 4.5],
  ['yellow', 'on-yellow', 4.5],
  ['green', 'on-green', 4.5],
  ['line', 'paper', 3],
  ['line', 'tint', 3],
  ['focus', 'paper', 3],
];

describe('the colours', () => {
  it('are those of the standard look and of high contrast, chosen or asked for', () => {
    expect(palettes.map(([where]) => where)).toEqual([
      ':root',
      ":root[data-style='contrast']",
      '@media (prefers-contrast: more) :root',
    ]);
    const [, chosen, asked] = palettes.map(([, palette]) => palette);
    expect(asked).toEqual(chosen);
  });

  it.each(palettes)('can be told from their grounds: %s', (_where, palette) => {
    const weak = pairs
      .map(
        ([on, ground, least]) =>
          [on, ground, contrast(palette.get(on), palette.get(ground)), least] as const,
      )
      .filter(([, , ratio, least]) => ratio < least);
    expect(weak).toEqual([]);
  });
});
