import { describe, expect, it } from 'vitest';

import {
  areaOf,
  cityCode,
  countingArea,
  isCityArea,
  shippedAreas,
} from '../../../shared/domain/area/area.ts';

describe('areaOf', () => {
  it.each([
    ['330600', '绍兴市'],
    ['330601', '绍兴市'],
    ['330602', '越城区'],
    ['330603', '柯桥区'],
    ['330604', '上虞区'],
    ['330624', '新昌县'],
    ['330681', '诸暨市'],
    ['330683', '嵊州市'],
    ['330651', '袍江开发区'],
    ['330652', '滨海新城'],
    ['330653', '高新区'],
    ['330654', '镜湖新区'],
    ['330683101', '嵊州市'],
    ['330683101203', '嵊州市'],
    ['330600000000', '绍兴市'],
  ])('%s lies in %s', (code, zh) => {
    expect(areaOf(code)?.zh).toBe(zh);
  });

  it.each(['330682', '3306', '3306020', '33060210120', '3306021012030', '33060A', ''])(
    '%j is no shipped area',
    (code) => {
      expect(areaOf(code)).toBeUndefined();
    },
  );

  it.each([
    ['city', '330600'],
    ['district', '330602 330603 330604'],
    ['county', '330624'],
    ['county_level_city', '330681 330683'],
    ['internal', '330651 330652 330653 330654'],
  ])('of the kind %s are %s', (wanted, codes) => {
    const found = shippedAreas.filter(({ kind }) => kind === wanted).map(({ code }) => code);
    expect(found.join(' ')).toBe(codes);
  });

  it('have one code each', () => {
    expect(new Set(shippedAreas.map(({ code }) => code)).size).toBe(shippedAreas.length);
  });
});

describe('the area under which a place is counted', () => {
  it.each([
    ['a town', '330683101', '330683'],
    ['the alias of the city', '330601', cityCode],
    ['the city', '330600', cityCode],
    ['a place elsewhere', '330106001', '330106'],
  ])('is, for %s, the one it lies in', (_what, code, counted) => {
    expect(countingArea(code)).toBe(counted);
  });

  it('is that of the whole city under its own code', () => {
    expect(areaOf(cityCode)?.kind).toBe('city');
  });
});

describe('a code of the city', () => {
  it.each(['330600', '330601', '330655', '330699', '330655001', '330655001203'])(
    'may be %s, listed or not',
    (code) => {
      expect(isCityArea(code)).toBe(true);
    },
  );

  it.each(['330106', '3306', '3306551', '33065500101', '33065A', '0330655', ''])(
    'is not %j',
    (code) => {
      expect(isCityArea(code)).toBe(false);
    },
  );
});
