import { describe, expect, it } from 'vitest';

import type { Case } from '../../../shared/domain/case/case.ts';
import type { Source } from '../../../shared/domain/figures/contribution.ts';
import { isAtHall, scopeKinds } from '../../../shared/domain/figures/scope.ts';
import { newSightings, sightingsOf } from '../../../shared/domain/figures/sighting.ts';
import { badRating, deptA, ticketIn } from '../ticket/ticket-fixture.ts';
import { at } from '../time/shanghai.ts';
import { done, known } from './case-example.ts';

const [began, paid] = [at('2026-11-18 09:00'), at('2026-11-19 09:00')];

const ofCase = (of: Case): Source => ({ kind: 'case', of });

/** The areas that a case with a contact in this hall shows. */
const areasSeen = (hall: string): readonly string[] => {
  const contacts = [{ serviceNumber: 1, service: 'accept', at: began, hall }] as const;
  const seen = sightingsOf(ofCase({ ...known, contacts }));
  return seen.filter(({ kind }) => kind === 'area').map(({ id }) => id);
};

describe('a case', () => {
  it('shows departments, matters, halls, windows and staff, halls in the area of their code', () => {
    const seen = sightingsOf({ kind: 'case', of: done });
    expect(seen.map(({ kind, id, area }) => `${kind} ${id} ${area}`).toSorted()).toEqual([
      'area 330600 330600',
      'area 330602 330600',
      `department ${deptA} 330602`,
      'hall 330600-H1 330600',
      'matter M1 330602',
      `staff ${deptA}/S1 330602`,
      'window 330600-H1/A03 330600',
      'window 330600-H1/B01 330600',
    ]);
    expect(seen.find(({ kind }) => kind === 'staff')).toEqual({
      kind: 'staff',
      id: `${deptA}/S1`,
      area: '330602',
      name: '王示例',
      firstAt: at('2026-11-18 09:00'),
      lastFinishedAt: at('2026-11-20 00:30'),
    });
  });

  it('shows each of them by its name, since it was there first', () => {
    const shown = sightingsOf(ofCase(known)).map(
      ({ id, name, firstAt, lastFinishedAt }) => [id, name, firstAt, lastFinishedAt] as const,
    );
    expect(shown).toEqual([
      ['330602', undefined, began, undefined],
      [deptA, '越城区测试局', began, undefined],
      ['M1', '食品经营许可', began, undefined],
      ['330600-H1', undefined, began, undefined],
      ['330600-H1/A03', undefined, began, undefined],
      [`${deptA}/S1`, '王示例', began, undefined],
      ['330600', undefined, began, undefined],
      ['330600-H1/B01', undefined, paid, undefined],
    ]);
  });

  it('shows the area of a hall once, and none for a hall whose code has none', () => {
    expect(areasSeen('330602-H1')).toEqual(['330602']);
    expect(areasSeen('330603-H1')).toEqual(['330602', '330603']);
    expect(areasSeen('H1')).toEqual(['330602']);
    expect(areasSeen('330106-H1')).toEqual(['330602']);
  });

  it('shows nobody before its first step', () => {
    expect(sightingsOf(ofCase({ ...known, timeline: [] }))).toEqual([]);
  });

  it('shows nobody anew when only its version changes', () => {
    expect(newSightings(ofCase(done), ofCase({ ...done, version: 2 }))).toEqual([]);
  });

  it('shows anew only what a change brings, and nobody when it is gone', () => {
    const contact = {
      serviceNumber: 4,
      service: 'collect',
      at: at('2026-11-21 09:00'),
      hall: '330602-H2',
    } as const;
    const later = ofCase({ ...done, contacts: [...done.contacts, contact] });
    expect(newSightings(ofCase(done), later)).toEqual([
      {
        kind: 'hall',
        id: '330602-H2',
        area: '330602',
        firstAt: at('2026-11-21 09:00'),
        lastFinishedAt: at('2026-11-20 00:30'),
      },
    ]);
    expect(newSightings(undefined, later)).toEqual(sightingsOf(later));
    expect(newSightings(later, undefined)).toEqual([]);
  });
});

describe('a rating', () => {
  const rated: Source = { kind: 'rating', of: badRating };

  it('shows who was rated, and when', () => {
    const { receivedAt, matterCode } = badRating;
    const seen = { area: '330602', firstAt: receivedAt, lastRatedAt: receivedAt };
    expect(sightingsOf(rated)).toEqual([
      { kind: 'area', id: '330602', ...seen, area: '330600' },
      { kind: 'department', id: deptA, ...seen },
      { kind: 'matter', id: matterCode, ...seen },
    ]);
  });

  it.each([
    ['of its own area', '330602-H2', []],
    ['of another area', '330603-H1', ['330603']],
    ['of no area of the city', '330106-H1', []],
  ] as const)('at a hall %s shows the areas %j beside its own', (_what, hall, more) => {
    const seen = sightingsOf({ kind: 'rating', of: { ...badRating, hall } });
    const areas = seen.filter(({ kind }) => kind === 'area').map(({ id }) => id);
    expect(areas).toEqual(['330602', ...more]);
  });

  it('shows nobody when it is the default of another system', () => {
    expect(sightingsOf({ kind: 'rating', of: { ...badRating, origin: 'default' } })).toEqual([]);
  });
});

describe('an invitation and a ticket', () => {
  it('show nobody whom a case and a rating do not show', () => {
    const { receivedAt, ...rated } = badRating;
    const invited = { ...rated, channel: 'sms', at: receivedAt, accessKey: 'AK1' } as const;
    expect(sightingsOf({ kind: 'invitation', of: invited })).toEqual([]);
    expect(sightingsOf({ kind: 'ticket', of: ticketIn('open') })).toEqual([]);
  });
});

describe('a scope', () => {
  it('is at a hall when it is one, or a window of one', () => {
    expect(scopeKinds.filter(isAtHall)).toEqual(['hall', 'window']);
  });
});
