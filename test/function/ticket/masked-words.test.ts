import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { decryptStep, decryptText } from '../../../functions/exchange/record/decrypt-texts.ts';
import { bodyOf, newWorld, people } from '../world.ts';
import { badlyRated, closeIt, contact, deskOf, find, submit } from './desk.ts';

const text = '等了九天，打13800138000没人接';
const masked = '等了九天，打13*******00没人接';

interface File {
  readonly words: string;
  readonly audit: { readonly steps: readonly { readonly note?: string }[] };
}

const toldDesk = async () => {
  const world = newWorld();
  const rated = await badlyRated(world, {
    level: 'very_dissatisfied',
    text,
    contactConsent: true,
  });
  return deskOf(world, rated);
};

describe('numbers of persons in free text', () => {
  it('are shown to the handlers who have to act, and masked for everybody else', async () => {
    const desk = await toldDesk();
    await desk.done(people.handler, { ...contact, note: '回拨13900139000' });
    const [handlers, supervisors] = await Promise.all([
      desk.file(people.handler),
      desk.file(people.supervisor),
    ]);
    expect(bodyOf<File>(handlers).words).toBe(text);
    expect(bodyOf<File>(supervisors).words).toBe(masked);
    const notes = bodyOf<File>(supervisors).audit.steps.map(({ note }) => note);
    expect(notes).toContain('回拨13*******00');
  });

  it('are masked for the handlers too once nothing is left to do', async () => {
    const desk = await toldDesk();
    await closeIt(desk);
    expect(bodyOf<File>(await desk.file(people.handler)).words).toBe(masked);
  });

  it('never leave for the province', async () => {
    const desk = await toldDesk();
    const { stores } = desk.world;
    const [projectNo = ''] = desk.id.split('-');
    const rating = await stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
    if (rating === undefined) throw new Error('no rating');
    expect(await decryptText(rating, stores.keys)).toBe(masked);
    await desk.done(people.handler, contact);
    await desk.done(people.handler, find);
    await desk.done(people.handler, { ...submit, answer: '已致电13900139000说明' });
    const steps = await stores.tickets.steps(desk.id);
    const plain = await Promise.all(steps.map((step) => decryptStep(step, stores.keys)));
    expect(JSON.stringify(plain)).not.toMatch(/13900139000/);
  });

  it('stay as they were written for the person who wrote them', async () => {
    const desk = await toldDesk();
    const receipt = await desk.receiptView();
    expect(receipt.body).toMatchObject({ rating: { text } });
  });
});
