import { describe, expect, it } from 'vitest';

import { placeListOf, shippedPlaces } from '../../../shared/domain/area/place-list.ts';
import { homesIn } from '../../../shared/domain/figures/home.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';

const county = '11330602MB1TE5T01X';
const ofCity = '11330600MB1TE5T01X';
const ofProvince = '11330000MB1TE5T01X';
const everywhere = shippedPlaces.map(({ code }) => code);

const listing = (code: string, more: Partial<RegisterEntry> = {}): readonly RegisterEntry[] => [
  { code, name: 'listed', ...more },
];

describe('the areas of a code', () => {
  it.each<[string, string, Readonly<Record<string, readonly RegisterEntry[]>>, readonly string[]]>([
    ['the one in it while nobody lists it', county, {}, ['330602']],
    ['also in the code of a matter', `${county}4331090024000`, {}, ['330602']],
    [
      'and of what its area says beyond',
      county,
      { 330602: listing(county, { serves: ['330603'] }) },
      ['330602', '330603'],
    ],
    [
      'those of its own list, whatever the city’s says beyond',
      county,
      { 330602: listing(county), 330600: listing(county, { serves: ['330603'] }) },
      ['330602'],
    ],
    ['the one in a code that begins with letters', 'MA330602MB1TE5T01X', {}, ['330602']],
    ['all for a code that is too short', county.slice(0, 13), {}, everywhere],
    ['all for a number with one in it', 'AB330602', {}, everywhere],
    ['all for what is no code from its beginning', 'a133060233060212345678', {}, everywhere],
    ['not the area that lists what is of another', county, { 330603: listing(county) }, ['330602']],
    [
      'not the area that lists what its own does not',
      county,
      { 330602: [], 330691: listing(county) },
      ['330602'],
    ],
    [
      'the areas that the city says, when its own says nothing',
      county,
      { 330602: [], 330600: listing(county, { serves: ['330691'] }) },
      ['330602', '330600', '330691'],
    ],
    [
      'and of nothing that the city says of it as well',
      county,
      { 330602: listing(county), 330600: listing(county, { serves: ['330603'] }) },
      ['330602'],
    ],
    ['all for what is too short to name one', county.slice(0, 17), {}, everywhere],
    ['all for what only begins otherwise', `M-330602${ofProvince}`, {}, everywhere],
    ['all for a unit of the city that lists none', ofCity, {}, everywhere],
    ['the city alone once it lists its units', ofCity, { 330600: listing(ofCity) }, ['330600']],
    ['all for what is of no area', ofProvince, {}, everywhere],
    [
      'all for what is of no area, whichever areas list it',
      ofProvince,
      { 330602: listing(ofProvince), 330603: listing(ofProvince) },
      everywhere,
    ],
    [
      'those that the city names for what is of no area',
      ofProvince,
      { 330600: listing(ofProvince, { serves: ['330602'] }), 330603: listing(ofProvince) },
      everywhere,
    ],
    [
      'all for what the city lists of no area',
      'M-1',
      { 330600: listing('M-1'), 330602: [] },
      everywhere,
    ],
  ])('are %s', (_what, code, lists, areas) => {
    const homes = homesIn(new Map(Object.entries(lists)), shippedPlaces);
    expect(homes.areasOf(code)).toEqual(areas);
  });

  it('include the codes that its area has as aliases', () => {
    const entry = {
      code: '330602',
      name: '越城区',
      kind: 'district',
      aliases: ['330699'],
    } as const;
    const places = placeListOf([entry], ['330699']);
    expect(homesIn(new Map(), places).areasOf(county)).toEqual(['330602', '330699']);
  });
});

describe('the name of a code', () => {
  it('is that of its own area before any other', () => {
    const lists = new Map([
      ['330600', listing(county, { name: 'of the city' })],
      ['330602', listing(county, { name: 'own' })],
    ]);
    expect(homesIn(lists, shippedPlaces).nameOf(county)).toBe('own');
    expect(homesIn(lists, shippedPlaces).nameOf(ofProvince)).toBeUndefined();
  });
});
