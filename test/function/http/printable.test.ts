import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { printable } from '../../../shared/http/printable.ts';
import { bodyOf, newWorld, outcomeOf } from '../world.ts';

describe('a name that a caller sent', () => {
  it.each([
    ['ratedAt', 'ratedAt'],
    ['办件编号', '办件编号'],
    ['a/b~c', 'a/b~c'],
    ['<img src=x onerror="alert(1)">', '?img src=x onerror=?alert(1)??'],
    ['a\u0000\u001B[31m\n', 'a??[31m?'],
    ['a\u200B\u202E\u3164b', 'a???b'],
    ['\uD83D', '?'],
    ['x'.repeat(65), `${'x'.repeat(64)}…`],
  ])('%j is shown as %j', (name, shown) => {
    expect(printable(name)).toBe(shown);
  });

  it('is at most 65 characters long, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = printable(name);
        expect(shown.length).toBeLessThanOrEqual(65);
        expect(shown).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}<>"'&`\\]/u);
      }),
    );
  });
});

describe('a refusal', () => {
  it('shows unknown members in that form only, and not without end', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `<${index}>\u202E`);
    const body = Object.fromEntries([['y'.repeat(5000), 1], ...names.map((name) => [name, 1])]);
    const reply = await newWorld().call('POST /v1/ratings', { body });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    const { errors } = bodyOf<{ errors: { path: string }[] }>(reply);
    expect(errors).toHaveLength(200);
    expect(JSON.stringify(reply.body)).not.toMatch(/[<>\u202E]|y{65}/u);
  });

  it('of an event shows its id in that form', async () => {
    const world = newWorld();
    const by = await world.integrator();
    const body = { events: [{ eventId: `<b>\u202E${'z'.repeat(100)}` }] };
    const reply = await world.call('POST /v1/cases', { by, body });
    const [item] = bodyOf<{ items: { eventId: string }[] }>(reply).items;
    expect(item?.eventId).toBe(`?b??${'z'.repeat(60)}…`);
  });
});
