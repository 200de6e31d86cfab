import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bodyOf, outcomeOf, people } from '../world.ts';
import { badlyRated, closer, contact, deskOf, find, newDesk } from './desk.ts';

interface Done {
  readonly repeated: boolean;
  readonly state: string;
}

describe('an action id that stands for something else', () => {
  const actionId = randomUUID();

  it.each([
    ['another fact', contact, { ...contact, outcome: 'no_answer' }],
    ['other words', { ...contact, note: '已说明' }, { ...contact, note: '未接听' }],
    ['words where there were none', contact, { ...contact, note: '未接听' }],
    ['no words where there were some', { ...contact, note: '已说明' }, contact],
    ['another type', contact, { type: 'urge' }],
    ['an act of the same type later', find, { ...find, kind: 'no_legal_basis' }],
  ])('is refused: %s', async (_name, first, other) => {
    const desk = await newDesk();
    const done = await desk.done(people.handler, { ...first, actionId });
    const before = desk.world.stores.memory.writes();
    const reply = await desk.act(people.handler, { ...other, actionId });
    expect(outcomeOf(reply)).toBe('409 action_differs');
    expect(desk.world.stores.memory.writes()).toBe(before);
    const again = await desk.act(people.handler, { ...first, actionId });
    expect(bodyOf<Done>(again)).toMatchObject({ repeated: true, state: bodyOf<Done>(done).state });
  });

  it('is free for another person, and on another ticket', async () => {
    const desk = await newDesk();
    const other = deskOf(desk.world, await badlyRated(desk.world));
    const outcomes = [
      await desk.act(people.handler, { ...contact, actionId }),
      await desk.act(closer, { type: 'urge', actionId }),
      await other.act(people.handler, { ...find, actionId }),
    ].map(outcomeOf);
    expect(outcomes).toEqual(['200', '200', '200']);
  });
});
