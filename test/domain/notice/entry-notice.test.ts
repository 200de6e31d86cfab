import { describe, expect, it } from 'vitest';

import { entryNotices, isOfVersion } from '../../../shared/domain/notice/entry-notice.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { rulesUnder, shippedRules } from '../../../shared/rules.ts';
import { at, clockFace } from '../time/shanghai.ts';

const rules = shippedRules;

/** Entered on a Friday: its comparison is due on the third working day behind it, a Wednesday. */
const entry = { id: 'E1', area: '330602001', enteredAt: at('2026-11-20 10:00'), version: 1 };

const momentsOf = (enteredAt: string, under: typeof rules = rules) =>
  entryNotices({ ...entry, enteredAt: at(enteredAt) }, under).map(({ at: moment }) =>
    clockFace(moment),
  );

describe('an entry that nobody compares with its record', () => {
  it('is told to the supervisors of its area behind its due moment, and later to the city', () => {
    const both = { type: 'entry_overdue', entryId: 'E1', area: '330602001' };
    const begun = { state: 'waiting', version: 1 };
    expect(entryNotices(entry, rules)).toEqual([
      {
        id: 'E1.1.entry_overdue.supervisor',
        box: { kind: 'supervisor', of: '330602' },
        ...both,
        at: at('2026-11-25 17:30:00.001'),
        sendAt: at('2026-11-26 08:30'),
        ...begun,
      },
      {
        id: 'E1.1.entry_overdue.city',
        box: { kind: 'city', of: '330600' },
        ...both,
        at: at('2026-12-01 17:30'),
        sendAt: at('2026-12-02 08:30'),
        ...begun,
      },
    ]);
  });

  it('reaches the city as many working days later as the policy says', () => {
    const waiting = { supervisorAfter: 1, cityAfter: 1, claimLapsesAfter: 10 };
    const soon = { ...rules, policy: { ...rules.policy, waiting } };
    expect(momentsOf('2026-11-20 10:00', soon)).toEqual(['2026-11-25 17:30', '2026-11-26 17:30']);
  });

  it('reaches the city after four working days under a policy that does not say it', () => {
    const { waiting: _waiting, ...policy } = rules.policy;
    const first = { ...rules, policy };
    expect(momentsOf('2026-11-20 10:00', first)).toEqual(['2026-11-25 17:30', '2026-12-01 17:30']);
  });

  it('is told after twice as many days while nobody knows the days off', () => {
    const unknown = rulesUnder(rules.policy, calendarOf([]));
    expect(momentsOf('2026-11-20 10:00', unknown)).toEqual([
      '2026-11-26 10:00',
      '2026-12-04 10:00',
    ]);
  });

  it('is told to the city after twice as many days where only its own term is known', () => {
    expect(momentsOf('2026-12-25 10:00')).toEqual(['2026-12-30 17:30', '2027-01-07 17:30']);
  });
});

describe('a notice of an entry', () => {
  const [notice] = entryNotices(entry, rules);

  it.each([
    ['E1', 1, true],
    ['E1', 2, false],
    ['E1', 11, false],
    ['E', 1, false],
    ['E11', 1, false],
  ])('of E1 in version 1 is of %s in version %i: %s', (id, version, isOf) => {
    expect(isOfVersion(notice!, { id, version })).toBe(isOf);
  });
});
