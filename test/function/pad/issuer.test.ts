import { describe, expect, it } from 'vitest';

import type { CaseFile } from '../../../events/oversight/case-file.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';
import { collect, currentToken, good } from './pad-bench.ts';

const setUp = async () => {
  const world = newWorld();
  const by = await world.integrator();
  const pad = await world.pad();
  const projectNo = await world.acceptedCase(by);
  const token = await currentToken(world, pad);
  return { world, by, pad, projectNo, token };
};

const lineOf = async (world: World, projectNo: string) => {
  const given = { as: people.admin, path: { projectNo } };
  const reply = await world.call('GET /v1/oversight/cases/{projectNo}', given);
  return bodyOf<CaseFile>(reply).ratings[0];
};

describe('the number of a pad', () => {
  it('is recorded with its rating, and when it displayed the contact', async () => {
    const { world, pad, projectNo, token } = await setUp();
    world.clock.advance(20_000);
    const pressed = { sequence: 1, token, ratedAt: world.clock.now(), ...good };
    expect(outcomeOf(await collect(world, pad, pressed))).toBe('200');
    const known = await world.stores.pads.find(pad.accessKey);
    expect(await lineOf(world, projectNo)).toMatchObject({
      issuer: known?.issuer,
      issuedAt: '2026-11-20T09:30:00.000+08:00',
      secondsSinceIssue: 20,
      proofClass: 'pad',
      padId: pad.accessKey,
      pressedLate: false,
      neverDisplayed: false,
    });
  });

  it('marks a late press and takes it', async () => {
    const { world, pad, projectNo, token } = await setUp();
    world.clock.advance(3 * 24 * 60 * 60_000);
    await collect(world, pad, { sequence: 1, token, ...good });
    const line = await lineOf(world, projectNo);
    expect(line).toMatchObject({ proofClass: 'pad', pressedLate: true });
  });

  it('keeps another pad from using its token', async () => {
    const { world, token } = await setUp();
    const other = await world.pad({ hall, window });
    const reply = await collect(world, other, { sequence: 1, token, ...good });
    expect(reply.body).toMatchObject({ refused: [{ code: 'token_of_other_channel' }] });
  });

  it('is the same for a pad whose item has none yet', async () => {
    const { world, by, pad } = await setUp();
    const { stores } = world;
    const known = await stores.pads.find(pad.accessKey);
    if (known === undefined) throw new Error('an unknown pad');
    const { issuer: ofPad, ...older } = known;
    await stores.pads.save({ ...older, version: older.version + 1 });
    const projectNo = await world.acceptedCase(by);
    world.clock.advance(1000);
    await collect(world, pad, { sequence: 1, token: await currentToken(world, pad), ...good });
    expect(await lineOf(world, projectNo)).toMatchObject({ issuer: ofPad });
  });
});
