import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CaseEventFacts } from '../../../events/case/event.ts';
import { CallerId } from '../../../events/primitive.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { contact, newDesk } from '../ticket/desk.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';

const ofBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const anyId = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 48 }).map(ofBytes),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.ulid(),
);

const ids = [
  '-begins-so',
  '_begins-so',
  '-',
  '__',
  'a'.repeat(64),
  '0190FFFF-0000-7000-8000-00000000000A',
];

describe('an id that a caller makes', () => {
  it('may be any base64url or UUID, for actions, ratings and events', () => {
    const { eventId: EventId } = CaseEventFacts.shape;
    fc.assert(
      fc.property(anyId, (id) => {
        expect([CallerId, EventId].map((schema) => schema.safeParse(id).success)).toEqual([
          true,
          true,
        ]);
      }),
    );
  });

  it.each(ids)('%s is taken with an event, an action and a nonce', async (id) => {
    const desk = await newDesk();
    const { world } = desk;
    expect(outcomeOf(await desk.act(people.handler, { ...contact, actionId: id }))).toBe('200');
    const by = await world.integrator();
    const event = {
      ...acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning }),
      eventId: id,
    };
    const sent = await world.call('POST /v1/cases', { by, nonce: id, body: { events: [event] } });
    expect(sent.body).toMatchObject({ stored: 1, items: [{ eventId: id }] });
  });
});

const refs = ['0190FFFF-0000-7000-8000-00000000000A', '-_Abc9-_Abc9-_Ab', 'a'.repeat(64)];

describe('the random reference of a page', () => {
  it.each(refs)('%s is taken with a rating', async (clientRef) => {
    const world = newWorld();
    const by = await world.integrator();
    const token = await world.token(by, await world.acceptedCase(by));
    const body = { token, level: 'satisfied', clientRef };
    expect(outcomeOf(await world.call('POST /v1/ratings', { body }))).toBe('201');
  });

  const wrong = ['', 'a', 'a'.repeat(15), 'a b'.repeat(8), '好'.repeat(16), 'a'.repeat(65)];
  it.each(wrong)('%j is none', async (clientRef) => {
    const body = { token: 'x', level: 'satisfied', clientRef };
    const reply = await newWorld().call('POST /v1/ratings', { body });
    const { errors } = bodyOf<{ errors: object[] }>(reply);
    expect(errors).toMatchObject([{ path: '/clientRef', problem: 'not_a_client_ref' }]);
  });
});
