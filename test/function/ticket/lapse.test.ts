import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { contributionsOf } from '../../../shared/domain/figures/contribution.ts';
import { toEpoch } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import { bodyOf, people } from '../world.ts';
import { contact, newDesk } from './desk.ts';
import type { Desk } from './desk.ts';

const claimedBy = async (desk: Desk): Promise<void> => {
  const evidence = [await desk.upload()];
  await desk.done(people.handler, contact);
  const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '误评' };
  await desk.done(people.handler, claim);
};

const passTo = ({ world }: Desk, moment: string): void =>
  world.clock.advance(toEpoch(at(moment)) - toEpoch(world.clock.now()));

const countedOf = async ({ world, id }: Desk) => {
  const of = await world.stores.tickets.find(id);
  if (of === undefined) throw new Error(`no ticket ${id}`);
  const counts = contributionsOf({ kind: 'ticket', of }).map((part) => part.counts);
  return counts[0];
};

describe('a claim on which nobody rules', () => {
  it('shows until when it can be ruled on, and counts as lapsed afterwards', async () => {
    const desk = await newDesk();
    await claimedBy(desk);
    const { sweep, settle } = deadlineWorks(desk.world.stores, desk.world.clock.now);
    const lapsesAt = '2026-12-04T17:30:00.000+08:00';
    expect(bodyOf(await desk.file(people.reviewer))).toMatchObject({ claim: { lapsesAt } });
    passTo(desk, lapsesAt);
    await sweep();
    await settle();
    expect(bodyOf(await desk.file())).toMatchObject({ claim: { lapsesAt } });
    expect(await countedOf(desk)).toMatchObject({ 'claim:invalid': 1, 'lapsed:invalid': 0 });
    desk.world.clock.advance(1);
    await sweep();
    await settle();
    const file = bodyOf<object>(await desk.file());
    expect(file).not.toHaveProperty('claim');
    expect(await countedOf(desk)).toMatchObject({ 'claim:invalid': 1, 'lapsed:invalid': 1 });
  });

  it('shows no such moment while the calendar of its year is unknown', async () => {
    const desk = await newDesk();
    passTo(desk, '2026-12-28T10:00:00+08:00');
    await claimedBy(desk);
    const { claim } = bodyOf<{ claim: object }>(await desk.file());
    expect(claim).not.toHaveProperty('lapsesAt');
  });
});
