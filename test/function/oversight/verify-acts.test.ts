import { describe, expect, it } from 'vitest';

import type { AuditBreakList } from '../../../events/oversight/audit.ts';
import { verifyNightly } from '../../../functions/oversight/verify.ts';
import { linkAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import { sha256 } from '../../../shared/rules.ts';
import { fakeAuditSource } from '../../fake/audit-source.ts';
import { at } from '../../fake/clock.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';

const day = 24 * 60 * 60_000;
const auditor = { id: 'u-auditor', roles: ['auditor'], area: '330600' } as const;
const perPart = 500;

/** What somebody with access to the table did to the chain, as it is read. */
type Tampering = (chain: readonly Act[]) => readonly Act[];

const withChain = (chain: readonly Act[]) => ({
  part: async (from: number, limit: number) => {
    const rest = chain.filter(({ number }) => number >= from);
    const acts = rest.slice(0, limit);
    return { acts, unreadable: [], misplaced: [], isLast: acts.length < limit };
  },
});

const untouched: Tampering = (chain) => chain;

const watched = () => {
  const world = newWorld();
  const { stores, clock } = world;
  const counts: Readonly<Record<string, number>>[] = [];
  let tampering: Tampering = untouched;
  const acts = {
    async part(from: number, limit: number) {
      const whole = await stores.acts.part(1, 100_000);
      return withChain(tampering(whole.acts)).part(from, limit);
    },
  };
  const { audits, places } = stores;
  const deps = { now: clock.now, source: fakeAuditSource(stores), acts, audits, places };
  const verify = verifyNightly({ ...deps, publish: (one) => void counts.push(one) });
  return {
    world,
    counts,
    tamper: (next: Tampering) => void (tampering = next),
    /** Two acts: asked and ended. */
    act: () => world.call('POST /v1/pads', { as: people.hallAdmin, body: { hall, window } }),
    night: async () => {
      clock.advance(day);
      await verify();
    },
    broken: async (state: 'open' | 'settled' = 'open') => {
      const query = { state };
      const answer = await world.call('GET /v1/audit/breaks', { as: auditor, query });
      return bodyOf<AuditBreakList>(answer).acts;
    },
  };
};

const changeFirst: Tampering = ([first, ...rest]) => [
  { ...first!, at: at('2026-01-01T00:00:00+08:00') },
  ...rest,
];

/** Rewrites the first act and links everything after it again. */
const relink: Tampering = (chain) => {
  const made: Act[] = [];
  for (const { number: _n, previous: _p, hash: _h, ...facts } of chain) {
    const changed = facts.phase === 'asked' ? { ...facts, by: 'u-nobody' } : facts;
    made.push(linkAct(made.at(-1), changed, sha256));
  }
  return made;
};

describe('the log of administrative acts', () => {
  it('is found whole night after night', async () => {
    const { act, night, broken, counts } = watched();
    for (let nights = 0; nights < 3; nights += 1) {
      await act();
      await night();
    }
    expect(await broken()).toBeUndefined();
    expect(counts.map(({ AuditBreaksOpen }) => AuditBreaksOpen)).toEqual([0, 0, 0]);
  });

  it.each([
    ['an act that was changed', changeFirst, 'link'],
    ['the first act taken out', (chain) => chain.slice(1), 'link'],
    ['an act in between taken out', (chain) => chain.filter(({ number }) => number !== 3), 'link'],
    ['the last act taken out', (chain) => chain.slice(0, -1), 'end'],
    ['all acts taken out', () => [], 'end'],
    ['a history written anew', relink, 'end'],
  ] satisfies readonly (readonly [string, Tampering, string])[])(
    'with %s is a work item and an alarm until it is repaired',
    async (_name, tampering, kind) => {
      const { act, night, broken, counts, tamper } = watched();
      for (let count = 0; count < 3; count += 1) await act();
      await night();
      tamper(tampering);
      await night();
      await night();
      const found = await broken();
      expect(found).toMatchObject({ found: { kind }, state: 'open' });
      expect(found?.history).toHaveLength(1);
      expect(counts.at(-1)).toMatchObject({ AuditBreaksOpen: 1 });
      tamper(untouched);
      await night();
      expect(await broken()).toBeUndefined();
    },
  );

  it('is settled by an auditor under its name', async () => {
    const { world, act, night, broken, counts, tamper } = watched();
    const settle = () =>
      world.call('POST /v1/audit/acts/settle', { as: auditor, body: { note: '已从备份恢复' } });
    expect(outcomeOf(await settle())).toBe('404 audit_break_unknown');
    await act();
    await act();
    await night();
    tamper((chain) => chain.slice(0, 1));
    await night();
    expect((await settle()).body).toMatchObject({ found: { kind: 'end' }, state: 'settled' });
    await night();
    expect(await broken()).toBeUndefined();
    expect((await broken('settled'))?.history.at(-1)).toMatchObject({
      by: auditor.id,
      note: '已从备份恢复',
    });
    expect(counts.at(-1)).toMatchObject({ AuditBreaksOpen: 0 });
    // What else breaks is told, although the end stays lost.
    tamper((chain) => changeFirst(chain.slice(0, 1)));
    await night();
    expect(await broken()).toMatchObject({ found: { kind: 'link', number: 1 }, state: 'open' });
  });

  it('is read in parts of any number', async () => {
    const { world, night, broken, tamper } = watched();
    const { acts } = world.stores;
    for (let count = 0; count < perPart + 3; count += 1) {
      await acts.append({ phase: 'ended', at: world.clock.now(), of: 1, status: 200 });
    }
    await night();
    await night();
    expect(await broken()).toBeUndefined();
    tamper((chain) => chain.filter(({ number }) => number !== perPart + 1));
    await night();
    expect(await broken()).toMatchObject({ found: { kind: 'link', number: perPart + 1 } });
  });
});
