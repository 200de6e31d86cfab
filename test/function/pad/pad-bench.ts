import type { PadBatchAnswer } from '../../../events/rating/rating.ts';
import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import { bodyOf, newWorld } from '../world.ts';
import type { World } from '../world.ts';

let calls = 0;
export const signed = (world: World, by: Key, route: string, body?: unknown): Promise<Reply> => {
  calls += 1;
  return world.call(route, { by, body, nonce: `pad-${calls}` });
};

export const collect = (world: World, by: Key, ...ratings: readonly unknown[]): Promise<Reply> =>
  signed(world, by, 'POST /v1/pads/me/ratings', { ratings });

export const answerOf = (reply: Reply): PadBatchAnswer => bodyOf<PadBatchAnswer>(reply);

export const currentToken = async (world: World, pad: Key): Promise<string> => {
  const reply = await world.call('GET /v1/pads/me/current', { by: pad });
  const { contact } = bodyOf<{ contact: { token: string } | null }>(reply);
  if (contact === null) throw new Error('nobody stands at the window');
  return contact.token;
};

/** The rating that came from a pad under its number. */
export const ratingOf = async (
  { stores }: ReturnType<typeof newWorld>,
  { accessKey: padId }: Key,
  sequence: number,
) => {
  const contact = (await stores.pads.numberOf({ padId, sequence }))?.contact;
  return contact && stores.ratings.find({ ...contact, assessNumber: 1 });
};

export const setUp = async () => {
  const world = newWorld();
  const integrator = await world.integrator();
  const pad = await world.pad();
  /** The token of a new contact at the pad's window. */
  const nextToken = async () => {
    await world.acceptedCase(integrator);
    const token = await currentToken(world, pad);
    world.clock.advance(1000);
    return token;
  };
  return { world, integrator, pad, nextToken };
};

export const good = { level: 'very_satisfied', tags: ['510'] };
