import { describe, expect, it } from 'vitest';

import { areas } from '../../../shared/domain/area/area.ts';
import { areaOf } from '../../../shared/domain/area/area.ts';

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
    ['330683101', '嵊州市'],
    ['330683101203', '嵊州市'],
    ['330600000000', '绍兴市'],
  ])('%s lies in %s', (code, zh) => {
    expect(areaOf(code)?.zh).toBe(zh);
  });

  it.each(['330682', '3306', '3306020', '33060210120', '3306021012030', '33060A', ''])(
    '%j is no area of the city',
    (code) => {
      expect(areaOf(code)).toBeUndefined();
    },
  );

  it('tells the seven areas from the internal codes', () => {
    expect(areas.filter(({ kind }) => kind !== 'internal')).toHaveLength(7);
    expect(areas.filter(({ kind }) => kind === 'internal')).toHaveLength(4);
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  });
});
