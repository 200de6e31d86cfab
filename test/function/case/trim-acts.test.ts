import { describe, expect, it } from 'vitest';

import { trimActsNightly } from '../../../functions/case/retention/trim-acts.ts';
import { verifyNightly } from '../../../functions/oversight/verify.ts';
import { linkAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import { trimFacts } from '../../../shared/domain/access/trim.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { ActLog } from '../../../shared/port/access/act-log.ts';
import { sha256 } from '../../../shared/rules.ts';
import { fakeAuditSource } from '../../fake/audit-source.ts';
import { bodyOf, hall, newWorld, people, window } from '../world.ts';

const day = 24 * 60 * 60_000;
const year = 366 * day;
const auditor = { id: 'u-auditor', roles: ['auditor'], area: '330600' } as const;

const untouched = (chain: readonly Act[]): readonly Act[] => chain;

const watched = (mostActs?: number) => {
  const world = newWorld();
  const { stores, clock } = world;
  const published: Readonly<Record<string, number>>[] = [];
  const publish = (one: Readonly<Record<string, number>>) => void published.push(one);
  const common = { now: clock.now, publish };
  const rulebook = stores.rulebookBy(clock.now);
  let tampering = untouched;
  const part: ActLog['part'] = async (from, limit) => {
    const { acts } = await stores.acts.part(1, 100_000);
    const rest = tampering(acts).filter(({ number }) => number >= from);
    const items = rest.slice(0, limit);
    return { acts: items, unreadable: [], misplaced: [], isLast: items.length < limit };
  };
  const { audits, places } = stores;
  const source = fakeAuditSource(stores);
  const verify = verifyNightly({ ...common, source, audits, places, acts: { part } });
  const trimming = { ...common, rulebook, acts: { ...stores.acts, part } };
  const trim = trimActsNightly(mostActs === undefined ? trimming : { ...trimming, mostActs });
  const listed = async () =>
    bodyOf<{ acts: readonly Act[]; broken: number | null }>(
      await world.call('GET /v1/acts', { as: auditor }),
    );
  return {
    ...world,
    published,
    verify,
    trim,
    listed,
    tamper: (next: typeof tampering) => void (tampering = next),
    chain: async () => (await stores.acts.part(1, 100_000)).acts,
    /** Two acts: asked and ended. */
    act: () => world.call('POST /v1/pads', { as: people.hallAdmin, body: { hall, window } }),
    broken: async () =>
      bodyOf<{ acts?: { found: object } }>(
        await world.call('GET /v1/audit/breaks', { as: auditor }),
      ).acts?.found,
  };
};

/** Two acts that are due, two that are younger by a year, and three years later. */
const threeYearsLater = async (mostActs?: number) => {
  const given = watched(mostActs);
  await given.act();
  await given.verify();
  given.clock.advance(31 * day);
  await given.verify();
  given.clock.advance(year - 31 * day);
  await given.act();
  await given.verify();
  given.clock.advance(2 * year);
  await given.verify();
  return given;
};

describe('the period of the log of acts', () => {
  it('keeps everything for three years, and writes nothing', async () => {
    const given = watched();
    await given.act();
    given.clock.advance(3 * 365 * day - day);
    await given.trim();
    expect(await given.chain()).toHaveLength(2);
    expect(given.published).toEqual([]);
  });

  it('takes out what is older, after a mark with its number and hash', async () => {
    const { trim, chain, clock, published, listed } = await threeYearsLater();
    const before = await chain();
    await trim();
    const after = await chain();
    expect(after.slice(0, 2)).toEqual(before.slice(2));
    expect(after.slice(2)).toMatchObject([
      {
        phase: 'asked',
        by: 'system',
        call: 'SCHEDULE access/acts',
        subject: { removed: '2', hash: before[1]?.hash, until: '2026-11-22' },
        number: 5,
      },
      { phase: 'ended', of: 5, status: 200, about: { removed: '2' }, at: clock.now() },
    ]);
    expect(published).toContainEqual({ ActsRemoved: 2 });
    expect((await listed()).broken).toBeNull();
    await trim();
    expect(await chain()).toEqual(after);
  });

  it('leaves a log that the night finds whole, also after an interruption', async () => {
    const { trim, verify, broken, clock, chain, stores } = await threeYearsLater();
    await trim();
    const [first] = await chain();
    for (let night = 0; night < 3; night += 1) {
      clock.advance(day);
      await verify();
      expect(await broken()).toBeUndefined();
    }
    clock.advance(year);
    const [, , mark] = await chain();
    const last = (await chain())[1]!;
    const until = civilDateOf(last.at);
    await stores.acts.append(trimFacts(last, { at: clock.now(), until }));
    await stores.acts.remove({ from: first!.number, through: first!.number });
    await verify();
    expect(await broken()).toBeUndefined();
    await trim();
    expect((await chain())[0]).toEqual(mark);
    await verify();
    expect(await broken()).toBeUndefined();
  });

  it('goes on the next night with what one run does not reach', async () => {
    const { trim, verify, broken, chain } = await threeYearsLater(1);
    const [, second] = await chain();
    await trim();
    expect((await chain())[0]).toEqual(second);
    await verify();
    await trim();
    await verify();
    expect((await chain())[0]?.number).toBe(3);
    expect(await broken()).toBeUndefined();
  });

  it('takes out nothing of a chain that is broken there', async () => {
    const { trim, tamper, chain } = await threeYearsLater();
    tamper(([first, ...rest]) => [{ ...first!, hash: 'another' }, ...rest]);
    await expect(trim()).rejects.toThrow('the log of acts is broken where its period is over');
    expect(await chain()).toHaveLength(4);
  });

  it.each([
    ['acts beyond the mark', (chain: readonly Act[]) => chain.slice(1)],
    [
      'a mark that names more',
      ([, ...rest]: readonly Act[]) =>
        rest.map((act) =>
          act.phase === 'asked' && act.by === 'system'
            ? { ...act, subject: { ...act.subject, removed: '3' } }
            : act,
        ),
    ],
    ['the mark as well', (chain: readonly Act[]) => chain.filter(({ number }) => number < 5)],
  ])('finds %s, night after night', async (_what, tampering) => {
    const { trim, verify, tamper, broken, clock } = await threeYearsLater();
    await trim();
    clock.advance(day);
    await verify();
    tamper(tampering);
    for (let night = 0; night < 2; night += 1) {
      clock.advance(day);
      await verify();
      expect(await broken()).toMatchObject({ kind: 'link' });
    }
  });

  it.each([
    ['says a day that is too late', (now: Instant, _chain: readonly Act[]) => now],
    ['says the day of older acts', (_now: Instant, chain: readonly Act[]) => chain[0]!.at],
  ])('finds a forged mark, linked as any act, that %s', async (_what, momentOf) => {
    const { chain: read, clock, tamper, verify, broken } = await threeYearsLater();
    const chain = await read();
    const until = civilDateOf(momentOf(clock.now(), chain));
    const facts = trimFacts(chain[2]!, { at: clock.now(), until });
    const forged = linkAct(chain.at(-1), facts, sha256);
    tamper((whole) => [...whole.slice(3), forged]);
    clock.advance(day);
    await verify();
    expect(await broken()).toMatchObject({ kind: 'link', number: 4 });
  });
});
