import type { Reply } from './reply.ts';
import type { Person } from './request.ts';
import { bodyOf, people } from './world.ts';
import type { World } from './world.ts';

/** The proposal that a call was answered with. */
export const approvalOf = (reply: Reply): string =>
  bodyOf<{ readonly approvalId: string }>(reply).approvalId;

export const confirm = (world: World, id: string, as: Person = people.secondAdmin) =>
  world.call('POST /v1/approvals/{id}/confirm', { as, path: { id }, body: {} });

/** Another person confirms what a call proposed. */
export const confirmReply = (
  world: World,
  proposed: Reply,
  as: Person = people.secondAdmin,
): Promise<Reply> => confirm(world, approvalOf(proposed), as);
