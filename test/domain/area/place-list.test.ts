import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isWholeCity } from '../../../shared/domain/access/staff-role.ts';
import {
  cityCode,
  countingArea,
  isSamePlace,
  shippedAreas,
} from '../../../shared/domain/area/area.ts';
import {
  listedName,
  ownCodeOf,
  placeAt,
  placeListOf,
  shippedPlaces,
} from '../../../shared/domain/area/place-list.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { listsWithin } from '../../../shared/http/oversight/over-areas.ts';

const zone = {
  code: '330655',
  name: '滨海新区',
  kind: 'internal',
  english: 'Binhai New Area',
  aliases: ['330698'],
} as const satisfies RegisterEntry;

const standings = (entries: readonly RegisterEntry[], seen: readonly string[] = []) =>
  placeListOf(entries, seen)
    .filter(({ code }) => !shippedAreas.some((area) => area.code === code))
    .map(({ code, standing, zh }) => `${code} ${standing} ${zh}`);

describe('the list of areas', () => {
  it('has the shipped ones before the city lists any', () => {
    expect(shippedPlaces.map(({ code }) => code)).toEqual(shippedAreas.map(({ code }) => code));
    expect(shippedPlaces.every(({ standing }) => standing === 'listed')).toBe(true);
  });

  it('has what the register adds, what it closes, and what was only seen', () => {
    const entries = [{ ...zone, code: '330656', name: '旧区', aliases: [], closed: true }, zone];
    expect(standings(entries, ['330602', '330655', '330697', '330698'])).toEqual([
      '330655 listed 滨海新区',
      '330656 closed 旧区',
      '330697 unlisted 未列入清单的区划 330697',
      '330698 alias 滨海新区（330698）',
    ]);
  });

  it('calls a shipped area as the register does, and keeps its kind, English name and alias', () => {
    const city = { code: cityCode, name: '绍兴', kind: 'city', aliases: ['330698'] } as const;
    expect(placeAt(placeListOf([city], []), '330601')).toEqual({
      code: cityCode,
      kind: 'city',
      zh: '绍兴',
      en: 'Shaoxing City',
      aliases: ['330601', '330698'],
      standing: 'listed',
    });
  });

  it.each([
    ['330698', '330655', '滨海新区'],
    ['330698001203', '330655001203', '滨海新区'],
    ['330655001', '330655001', '滨海新区'],
    ['330601', '330600', '绍兴市'],
    ['330602', '330602', '越城区'],
    ['330697', '330697', undefined],
  ])('takes %s for %s, and calls it %s', (code, own, name) => {
    const places = placeListOf([zone], ['330697', '330698']);
    expect(ownCodeOf(places, code)).toBe(own);
    expect(listedName(places, code)).toBe(name);
  });

  it('says of each place what is known of it', () => {
    const plain = { code: '330657', name: '某区' };
    const places = placeListOf([zone, plain], ['330697', '330698']);
    expect(placeAt(places, '330655')).toEqual({
      code: '330655',
      kind: 'internal',
      zh: '滨海新区',
      en: 'Binhai New Area',
      aliases: ['330698'],
      standing: 'listed',
    });
    expect(placeAt(places, '330657')).toEqual({
      code: '330657',
      kind: 'internal',
      zh: '某区',
      en: '某区',
      aliases: [],
      standing: 'listed',
    });
    expect(placeAt(places, '330697')).toEqual({
      code: '330697',
      kind: 'internal',
      zh: '未列入清单的区划 330697',
      en: 'Unlisted area 330697',
      standing: 'unlisted',
    });
    expect(placeAt(places, '330698')).toEqual({
      code: '330698',
      kind: 'internal',
      zh: '滨海新区（330698）',
      en: 'Binhai New Area (330698)',
      standing: 'alias',
    });
    expect(placeAt(places, '330699')).toBeUndefined();
    expect(listedName(places, '330699')).toBeUndefined();
  });

  it.each([
    ['county', 'county'],
    ['district', 'district'],
    ['town', 'internal'],
    ['village', 'internal'],
    [undefined, 'internal'],
  ] as const)('takes a new code of the kind %s for one of the kind %s', (kind, taken) => {
    const places = placeListOf([{ code: '330657', name: '某区', kind }], []);
    expect(placeAt(places, '330657')?.kind).toBe(taken);
  });

  it.each([
    ['330600', '330601', true],
    ['330600001', '330601001', true],
    ['330600001', '330601002', false],
    ['330602', '330602', true],
    ['330602', '330603', false],
    ['330602', '330602001', false],
    ['330655', '330655', true],
  ])('%s and %s are one place: %s', (one, other, same) => {
    expect(isSamePlace(one, other)).toBe(same);
  });

  const cityCodes = fc
    .integer({ min: 0, max: 99 })
    .map((number) => `3306${String(number).padStart(2, '0')}`);
  const entry = fc.record({
    code: cityCodes,
    name: fc.constant('某区'),
    kind: fc.constant('internal' as const),
    closed: fc.boolean(),
  });

  it('has each code once, the shipped ones first, and loses nothing that was seen', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ code }) => code }),
        fc.array(cityCodes),
        (all, seen) => {
          const entries = all.filter(({ code }) => countingArea(code) === code);
          const counted = seen.map((code) => countingArea(code));
          const codes = placeListOf(entries, counted).map(({ code }) => code);
          expect(new Set(codes).size).toBe(codes.length);
          expect(codes.slice(0, shippedAreas.length)).toEqual(shippedAreas.map(({ code }) => code));
          const known = [...entries.map(({ code }) => code), ...counted];
          expect(known.filter((code) => !codes.includes(code))).toEqual([]);
        },
      ),
    );
  });

  it('is read over every code of it by the city, and over the own one by anybody else', () => {
    fc.assert(
      fc.property(fc.array(cityCodes), cityCodes, (seen, own) => {
        const places = placeListOf([zone], seen);
        const expected = isWholeCity(own) ? places.map(({ code }) => code) : [own];
        expect(listsWithin(own, places)).toEqual(expected);
      }),
    );
  });
});
