import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import { changeOf } from '../../../shared/domain/oversight/register-change.ts';
import type { RegisterChange } from '../../../shared/domain/oversight/register-change.ts';
import type { RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import { entriesInForce } from '../../oversight/register/in-force.ts';

/** An answer stays far below what the gateway passes on, and a person reads no more. */
const changesShown = 200;

/** Returns what a proposed list changes in the version that it replaces. */
export const registerDifference = async (
  { noun, area, entriesDigest: digest, count, after }: ProposalOf<'register'>,
  registers: Pick<RegisterStore, 'find' | 'kept'>,
): Promise<RegisterChange> => {
  const key = { noun, area };
  const [before, proposed] = await Promise.all([
    after === 0 ? undefined : registers.find(key, after),
    registers.kept(key, { digest, count }),
  ]);
  return changeOf(entriesInForce(key, before), proposed, changesShown);
};
