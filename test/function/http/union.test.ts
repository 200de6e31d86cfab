import { expect, it } from 'vitest';

import { newWorld, people } from '../world.ts';

const admission = (scope: object) => ({
  name: 'county system',
  may: ['cases'],
  scope: { areas: ['330602'], departments: 'all', channels: [], numberPrefixes: [], ...scope },
});

const errorsFor = async (scope: object) => {
  const given = { as: people.admin, body: admission(scope) };
  const { body } = await newWorld().call('POST /v1/integrators', given);
  return (body as { errors: object[] }).errors;
};

it('a word in place of a list is refused with the words that are allowed', async () => {
  expect(await errorsFor({ departments: 'alle' })).toMatchObject([
    { path: '/scope/departments', problem: 'not_allowed', allowed: ['all', '[…]'] },
  ]);
});

it('a member of such a list is refused by its own rule', async () => {
  expect(await errorsFor({ departments: ['11330602MB1A2B3C46', '1'] })).toMatchObject([
    { path: '/scope/departments/1', problem: 'wrong_check_digit' },
  ]);
});

it('a member of a list of words is refused with those words', async () => {
  const [error] = await errorsFor({ channels: ['qrr'] });
  expect(error).toMatchObject({ path: '/scope/channels/0', problem: 'not_allowed' });
  expect(error).toHaveProperty('allowed', expect.arrayContaining(['qr', 'sms']));
});
