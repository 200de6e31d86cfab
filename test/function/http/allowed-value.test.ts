import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { levels } from '../../../shared/domain/rating/level.ts';
import type { Reply } from '../reply.ts';
import { newDesk } from '../ticket/desk.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

interface Problem {
  readonly errors: readonly { path: string; problem: string; detail: string; allowed?: string[] }[];
}

const errorAt = (reply: Reply, path: string) =>
  bodyOf<Problem>(reply).errors.find((error) => error.path === path);

describe('a value that is none of those allowed', () => {
  it.each([
    ['zh', '不在允许的取值内：very_satisfied、satisfied、'],
    ['en', 'is none of the allowed values: very_satisfied, satisfied, '],
  ])('is refused in %s with those that are, and not repeated', async (language, begins) => {
    const reply = await newWorld().call('POST /v1/ratings', {
      body: { token: 'x', level: 'terrible-secret', tags: [] },
      headers: { 'accept-language': language },
    });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    const error = errorAt(reply, '/level');
    expect(error).toMatchObject({ problem: 'not_allowed', allowed: [...levels] });
    expect(error!.detail.startsWith(begins)).toBe(true);
    expect(JSON.stringify(reply.body)).not.toContain('terrible-secret');
  });

  it('is answered with the kinds there are, where it tells kinds apart', async () => {
    const desk = await newDesk();
    const reply = await desk.act(people.handler, { type: 'terrible-secret' });
    expect(errorAt(reply, '/type')?.allowed).toEqual(
      expect.arrayContaining(['recordContact', 'submit', 'approve']),
    );
    expect(JSON.stringify(reply.body)).not.toContain('terrible-secret');
  });

  it('is answered so within a batch, too', async () => {
    const world = newWorld();
    const reply = await world.call('POST /v1/cases', {
      by: await world.integrator(),
      body: { events: [{ eventId: 'e-1', type: 'terrible-secret' }] },
    });
    const [item] = bodyOf<{ items: { problem: Problem }[] }>(reply).items;
    const error = item!.problem.errors.find(({ path }) => path === '/type');
    expect(error?.allowed).toEqual(expect.arrayContaining(['accepted', 'finished']));
    expect(JSON.stringify(reply.body)).not.toContain('terrible-secret');
  });

  it('has no list where a form is wrong and not a choice', async () => {
    const reply = await newWorld().call('POST /v1/ratings', { body: { token: 7 } });
    expect(errorAt(reply, '/token')).toMatchObject({ problem: 'wrong_type' });
    expect(errorAt(reply, '/token')).not.toHaveProperty('allowed');
  });
});
