import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { reportWorks } from '../../support/report-works.ts';
import type { Person } from '../request.ts';
import { fridayMorning, outcomeOf, people } from '../world.ts';
import { dayMs, accepted, friday, holdAll, officer, opened } from './reconcile-world.ts';
import type { Opened } from './reconcile-world.ts';

const silence = { state: 'unclear', why: 'no_answer', message: 'no answer came' } as const;

describe('a day', () => {
  it('is compared when it is over', async () => {
    const { world } = opened();
    const asked = (day: string, as: Person = officer) =>
      world.call('POST /v1/reports/reconcile', { as, body: { day } });
    world.clock.advance(Date.parse('2026-11-20T23:59:59+08:00') - Date.parse(fridayMorning));
    expect(outcomeOf(await asked(friday))).toBe('409 day_not_over');
    expect(outcomeOf(await asked('2026-02-30'))).toBe('400 invalid_input');
    expect(outcomeOf(await asked(friday, people.supervisor))).toBe('404 out_of_scope');
    world.clock.advance(1000);
    expect(outcomeOf(await asked(friday))).toBe('200');
  });

  it('is equal when the center holds what we know, and asks for no records then', async () => {
    const day = opened();
    const rated = [await day.rate('satisfied'), await day.rate('dissatisfied')];
    await holdAll(day, rated);
    day.world.clock.advance(dayMs);
    expect(await day.compare()).toEqual({
      day: friday,
      at: '2026-11-21T09:30:00.000+08:00',
      state: 'equal',
      ratings: { ours: 2, theirs: 2 },
      steps: { ours: 1, theirs: 1 },
      found: {},
    });
    const operations = day.center.gateway.sent.map(({ operation }) => operation);
    expect(operations).toEqual(['reconcile_counts']);
  });

  it('names every kind of difference, and closes each when it is gone', async () => {
    const day = opened();
    const names = ['waiting', 'refused', 'lost', 'changed', 'fine'] as const;
    const rated: Record<string, string> = {};
    for (const name of names) rated[name] = await day.rate('satisfied');
    await holdAll(day, Object.values(rated));
    const all = [...day.center.ratings];
    const isOf = (...of: string[]) => of.map((name) => rated[name]);
    day.center.ratings.length = 0;
    const there = all.filter(({ projectNo }) => isOf('changed', 'fine').includes(projectNo));
    const wrong = there.map((one) =>
      one.projectNo === rated['changed'] ? { ...one, satisfaction: '1' } : one,
    );
    const strange = { ...there[0]!, projectNo: '330602261120999999999' };
    day.center.ratings.push(...wrong, strange);
    await day.onFile(rated['refused']!, {
      state: 'rejected',
      receipt: {
        by: 'center',
        outcome: 'rejected',
        code: '1004',
        message: 'pf',
        at: fridayMorning,
      },
    });
    await day.onFile(rated['lost']!, accepted('2026-11-20T10:00:00+08:00'));
    day.world.clock.advance(dayMs);
    expect(await day.compare()).toMatchObject({
      state: 'different',
      ratings: { ours: 5, theirs: 3 },
      found: {
        not_yet_accepted: 1,
        rejected: 1,
        missing_at_center: 1,
        differs: 1,
        unknown_here: 1,
      },
    });
    const { differences } = await day.list();
    const byId = new Map(differences.map((one) => [one.id, one]));
    const found = (name: string) => byId.get(`${friday}.rating.${rated[name]}.1.1`);
    expect(found('waiting')?.finding).toBe('not_yet_accepted');
    expect(found('refused')).toMatchObject({ finding: 'rejected', reason: 'rating-01-1: 1004 pf' });
    expect(found('lost')?.finding).toBe('missing_at_center');
    expect(found('changed')).toMatchObject({
      finding: 'differs',
      ours: { satisfaction: '4' },
      theirs: { satisfaction: '1' },
    });
    expect(byId.get(`${friday}.rating.330602261120999999999.1.1`)?.finding).toBe('unknown_here');
    expect(differences).toHaveLength(5);
    day.center.ratings.splice(0, Infinity, ...all);
    expect(await day.compare()).toMatchObject({ state: 'equal', found: {} });
    expect((await day.list()).differences).toEqual([]);
  });

  it('does not miss what was accepted while the center was asked', async () => {
    const day = opened();
    const projectNo = await day.rate('satisfied');
    await day.onFile(projectNo, accepted('2026-11-21T09:30:00+08:00'));
    day.world.clock.advance(dayMs);
    expect(await day.compare()).toMatchObject({ state: 'equal', ratings: { ours: 1, theirs: 0 } });
  });

  it('compares the steps of tickets, and names what waits for a refused record', async () => {
    const day = opened();
    const projectNo = await day.rate('dissatisfied');
    await holdAll(day, [projectNo]);
    day.center.steps.length = 0;
    const ref = { kind: 'service', serviceNumber: 1 } as const;
    const message = '字段不符合要求';
    const at = fridayMorning;
    await day.stores.reports.save({
      record: {
        projectNo,
        ref,
        revision: 0,
        attempts: 1,
        history: [],
        version: 1,
        state: 'rejected',
        receipt: { by: 'center', outcome: 'rejected', code: '1004', message, at },
      },
      outbox: {
        projectNo,
        state: 'stuck',
        area: '330602',
        creditCode: 'x',
        since: at,
        attempts: 0,
        rejected: ['service-01'],
        waiting: ['step-01-00001'],
        version: 1,
      },
    });
    day.world.clock.advance(dayMs);
    await day.compare();
    expect((await day.list()).differences).toMatchObject([
      {
        id: `${friday}.step.${projectNo}-1.1`,
        finding: 'rejected',
        reason: `service-01: 1004 ${message}`,
      },
    ]);
  });

  it('stays as it was when the center does not answer, or answers nonsense', async () => {
    const day = opened();
    await day.rate('satisfied');
    day.world.clock.advance(dayMs);
    await day.compare();
    const { differences } = await day.list();
    expect(differences).toHaveLength(1);
    const nonsense = { state: 'accepted', code: '0000', message: '', data: { rows: 7 } } as const;
    for (const [answer, why] of [
      [silence, 'no_answer'],
      [nonsense, 'garbage'],
      [{ state: 'rejected', code: '1004', message: '' }, 'rejected 1004'],
    ] as const) {
      day.center.instead.push(answer);
      expect(await day.compare()).toMatchObject({ state: 'unreachable', why });
    }
    const after = await day.list();
    expect(after.differences).toEqual(differences);
    expect(after.days).toMatchObject([{ day: friday, state: 'unreachable' }]);
  });
});

const pending = async ({ stores }: Opened) =>
  (await stores.reports.listed('pending', { limit: 10 })).items;

describe('what was never sent', () => {
  it('is put back into the outbox, due at once, and not twice', async () => {
    const day = opened();
    const forgotten = [await day.rate('dissatisfied'), await day.rate('satisfied')];
    day.world.clock.advance(dayMs);
    expect(await day.compare()).toMatchObject({
      // The bad rating, its first step, and the good one.
      found: { not_yet_accepted: 3 },
      calledAgain: 2,
    });
    const entries = await pending(day);
    expect(entries.map(({ projectNo }) => projectNo).toSorted()).toEqual(forgotten.toSorted());
    expect(entries).toMatchObject([{ nextAt: day.world.clock.now() }, { attempts: 0 }]);
    expect(await day.compare()).not.toHaveProperty('calledAgain');
    expect(await pending(day)).toEqual(entries);
  });

  it('is put back by the night, too, and gets to the center', async () => {
    const day = opened();
    const projectNo = await day.rate('satisfied');
    day.world.clock.advance(dayMs);
    await day.night();
    expect((await day.list()).days).toContainEqual(
      expect.objectContaining({ day: friday, calledAgain: 1 }),
    );
    const works = reportWorks(day.stores, day.world.clock.now);
    expect(await works.resume()).toEqual([projectNo]);
    expect((await day.stores.reports.file(projectNo)).records).toHaveLength(1);
  });

  it('stays where it is when the center refused it, holds it, or does not answer', async () => {
    const day = opened();
    const [refused, lost] = [await day.rate('satisfied'), await day.rate('satisfied')];
    await day.onFile(refused, { state: 'rejected' });
    await day.onFile(lost, accepted('2026-11-20T10:00:00+08:00'));
    day.world.clock.advance(dayMs);
    expect(await day.compare()).not.toHaveProperty('calledAgain');
    await day.rate('satisfied');
    day.world.clock.advance(dayMs);
    day.center.instead.push(silence);
    await day.compare('2026-11-21');
    expect(await pending(day)).toEqual([]);
  });
});
