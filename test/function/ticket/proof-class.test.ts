import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { proofClassNames } from '../../../shared/domain/rating/proof/proof-class.ts';
import { bodyOf, newWorld, people } from '../world.ts';
import { badlyRated, closeIt, deskOf } from './desk.ts';

interface Proven {
  readonly proofClass?: string;
  readonly proofName?: string;
}

describe('the file of a ticket', () => {
  it('says what shows that the resident gave the rating and the follow-up', async () => {
    const world = newWorld();
    const desk = deskOf(world, await badlyRated(world));
    await closeIt(desk);
    await desk.append({ level: 'satisfied' });
    const file = bodyOf<Proven & { readonly followUp: Proven }>(await desk.file(people.handler));
    expect(file).toMatchObject({ proofClass: 'link', proofName: proofClassNames.link.zh });
    expect(file.followUp).toMatchObject({
      proofClass: 'receipt',
      proofName: proofClassNames.receipt.zh,
    });
    const english = await world.call('GET /v1/tickets/{id}', {
      as: people.handler,
      path: { id: desk.id },
      headers: { 'accept-language': 'en' },
    });
    expect(bodyOf<Proven>(english).proofName).toBe(proofClassNames.link.en);
  });
});
