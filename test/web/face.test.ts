import { describe, expect, it } from 'vitest';

import { levels } from '../../shared/domain/rating/level.ts';
import { renderFace } from '../../shared/page/face.ts';

const faces = levels.map((level) => [level, renderFace(level).markup] as const);

const attributesOf = (markup: string): string => /<svg([^>]*)>/.exec(markup)?.[1] ?? '';

describe('the faces of the levels', () => {
  it('differ, and only in what they show', () => {
    const [first] = faces;
    expect(new Set(faces.map(([, markup]) => markup)).size).toBe(levels.length);
    for (const [, markup] of faces) {
      expect(attributesOf(markup)).toBe(attributesOf(first![1]));
      expect(markup).toContain('<circle cx="12" cy="12" r="10" />');
    }
  });

  it.each(faces)('are no words and have no colour of their own: %s', (_level, markup) => {
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toMatch(/#[0-9a-f]{3}|style=|<title/);
    const colours = [...markup.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    expect(colours.filter((colour) => colour !== 'none' && colour !== 'currentColor')).toEqual([]);
  });

  it('of the outer levels are filled', () => {
    const filled = faces.filter(([, markup]) => markup.includes('fill="currentColor"'));
    expect(filled.map(([level]) => level)).toEqual(['very_satisfied', 'very_dissatisfied']);
  });
});
