import { expect, it } from 'vitest';

import { placeKinds, registerMembers } from '../../../shared/domain/oversight/register.ts';

it('each register has its own members, which its files and forms are made from', () => {
  expect(registerMembers).toEqual({
    departments: { required: [], optional: ['area', 'orgCode', 'serves', 'contacts'] },
    matters: { required: [], optional: ['sensitive'] },
    halls: { required: ['level', 'windows'], optional: ['area', 'terminals', 'hours'] },
    systems: { required: ['department'], optional: ['system'] },
    areas: { required: ['kind'], optional: ['english', 'aliases', 'closed'] },
    indicators: { required: ['english', 'group'], optional: ['set', 'retired'] },
  });
});

it('a place is of one of these kinds', () => {
  expect(placeKinds).toEqual([
    'city',
    'district',
    'county',
    'county_level_city',
    'internal',
    'town',
    'village',
  ]);
});
