import { describe, expect, it } from 'vitest';

import { newWorld, outcomeOf } from '../world.ts';
import { jsonCall, jsonRoutes } from './json-call.ts';

const invisible = '\u200B\u2060\u3164';

/** The members in which a person says something, or gives something its name. */
const speaking = new Set(['note', 'reason', 'measure', 'answer', 'name', 'label', 'zh']);

/** A member with such a name may also take one of some codes, which nobody types. */
const isCode = /^[a-z_]+$/u;

type Path = readonly (string | number)[];

const textsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const here = [...path, name];
    const isSaid = typeof member === 'string' && speaking.has(name) && !isCode.test(member);
    return isSaid ? [here] : textsIn(member, here);
  });
};

const silencedAt = (value: unknown, [name, ...rest]: Path): unknown => {
  if (name === undefined) return invisible;
  const change = Object.entries(value as object).map(([key, member]) => [
    key,
    key === name ? silencedAt(member, rest) : (member as unknown),
  ]);
  return Array.isArray(value)
    ? change.map(([, member]) => member)
    : (Object.fromEntries(change) as unknown);
};

const allCalls = await Promise.all(jsonRoutes.map((route) => jsonCall(route, newWorld())));
const cases = allCalls.flatMap(({ route, example }) =>
  textsIn(example).map((path) => [route, path.join('.'), path] as const),
);

describe('a text of invisible characters is no text', () => {
  it('is tried where people say something', () => {
    expect(cases.length).toBeGreaterThan(15);
  });

  it.each(cases)('%s %s', async (route, _name, path) => {
    const world = newWorld();
    const { given, example } = await jsonCall(route, world);
    const before = world.stores.memory.writes();
    const reply = await world.call(route, { ...given, body: silencedAt(example, path) });
    expect(outcomeOf(reply)).toMatch(
      /^(?:200|400 invalid_input|422 policy_invalid|422 calendar_invalid)$/,
    );
    // A member of a batch is refused in the answer.
    expect(JSON.stringify(reply.body)).toMatch(/"nothing_visible"/);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it.each([{ text: invisible }, { tags: [], text: ` ${invisible} ` }])(
    'as the only reason of a bad rating: %j',
    async (words) => {
      const world = newWorld();
      const key = await world.integrator();
      const token = await world.token(key, await world.acceptedCase(key));
      const body = { token, level: 'very_dissatisfied', ...words };
      expect(outcomeOf(await world.call('POST /v1/ratings', { body }))).toBe('422 reason_missing');
      expect(world.stores.memory.count('rating')).toBe(0);
    },
  );
});
