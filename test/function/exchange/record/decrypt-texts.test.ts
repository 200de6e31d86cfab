import { describe, expect, it } from 'vitest';

import { caseDossier } from '../../../../functions/exchange/record/case-dossier.ts';
import { decryptStep } from '../../../../functions/exchange/record/decrypt-texts.ts';
import type { KeyRing } from '../../../../shared/port/key-ring.ts';
import { exampleStep, exampleSteps } from '../../../domain/ticket/event-example.ts';
import { fakeKeyRing } from '../../../fake/key-ring.ts';
import { badlyRated, closeIt, deskOf } from '../../ticket/desk.ts';
import { newWorld } from '../../world.ts';

const keys: KeyRing = {
  ...fakeKeyRing(),
  decrypt: async (sealed, place) => `${sealed} of ${place}`,
};
const place = 'ticket/330602261119000000017-1/note';

describe('the texts of a step', () => {
  it('stay encrypted unless the report has a field for them', async () => {
    const plain = await Promise.all(exampleSteps.map((step) => decryptStep(step, keys)));
    const opened = plain.filter(({ note, answer }) => note !== undefined || answer !== undefined);
    expect(opened.map(({ type }) => type)).toEqual(['claimed', 'submitted']);
    for (const { note, answer } of opened) {
      expect([note, answer]).toEqual([`sealed:note of ${place}`, `sealed:answer of ${place}`]);
    }
  });

  it('are none where none were written', async () => {
    const silent = exampleStep(2, 'claimed');
    expect(await decryptStep(silent, keys)).toMatchObject({ note: undefined, answer: undefined });
  });
});

describe('the dossier of a case', () => {
  it('has each ticket once, also after a follow-up', async () => {
    const world = newWorld();
    const rated = await badlyRated(world);
    const desk = deskOf(world, rated);
    await closeIt(desk);
    await desk.append({ level: 'satisfied' });
    const projectNo = rated.id.slice(0, -2);
    const file = await caseDossier(projectNo, world.stores);
    expect(file?.ratings.map(({ assessNumber }) => assessNumber)).toEqual([1, 2]);
    expect(file?.tickets.map(({ ticket }) => ticket.id)).toEqual([rated.id]);
    expect(file?.tickets[0]?.steps).toEqual(await world.stores.tickets.steps(rated.id));
  });

  it('has no ticket of a rating that opened none, and is none of a case that nobody knows', async () => {
    const world = newWorld();
    const { id } = await badlyRated(world, { level: 'satisfied' });
    const file = await caseDossier(id.slice(0, -2), world.stores);
    expect(file).toMatchObject({ ratings: [{ level: 'satisfied' }], tickets: [] });
    expect(await caseDossier('330602261120999999999', world.stores)).toBeUndefined();
  });
});
