import { receiptOf } from '../../../shared/http/receipt.ts';
import { readToken } from '../../../shared/http/token.ts';
import type { RatingDeps } from '../receive-rating.ts';
import { senderOf } from '../repeat/sender.ts';
import { stateOfSender } from './state.ts';
import type { ContestStateDeps } from './state.ts';

interface SentBy {
  readonly token: string;
  readonly clientRef: string;
}

/**
 * Returns the page of what the same form sent before: of its contest, or of its rating. Its reference
 * is random and known to that form alone, so nobody learns what another person filed.
 */
export const filedBy = async (
  { token, clientRef }: SentBy,
  deps: ContestStateDeps & Pick<RatingDeps, 'now' | 'ratings'>,
): Promise<string | undefined> => {
  const invited = await readToken(deps.keys, token, deps.now());
  const { projectNo, serviceNumber } = invited;
  const [sender, first, contests, attempts] = await Promise.all([
    senderOf(deps.keys, invited, { by: 'link', credential: token, clientRef }),
    deps.ratings.find({ projectNo, serviceNumber, assessNumber: 1 }),
    deps.contests.ofContact(invited),
    deps.attempts.ofContact(invited),
  ]);
  if (first !== undefined && first.sender === sender)
    return `/receipt/${await receiptOf(deps.keys, first)}`;
  const own = await stateOfSender({ contests, attempts }, async (one) => one === sender, deps);
  return own && `/r/${token}/contest/${own.reference}`;
};
