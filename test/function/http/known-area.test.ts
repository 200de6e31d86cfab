import { expect, it } from 'vitest';

import { placeListOf } from '../../../shared/domain/area/place-list.ts';
import { requireKnownArea } from '../../../shared/http/known-area.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

const zone = { code: '330655', kind: 'internal', name: '新区', aliases: ['330690'] } as const;
const places = placeListOf([{ ...zone, closed: true }], ['330698']);

it.each(['330600', '330601', '330602', '330602001', '330655', '330690', '330690001', '330698'])(
  'an area that the city lists, closed or has seen is known: %s',
  (area) => {
    expect(() => requireKnownArea(area, places)).not.toThrow();
  },
);

it.each(['330699', '330699001', '330691'])('%s is an area of nobody', (area) => {
  expect(() => requireKnownArea(area, places)).toThrow(new Problem('area_unknown'));
});
