import type * as z from 'zod/mini';

import { MessageOptOut } from '../../events/message/view.ts';
import { scopeOf } from '../../shared/domain/message/opt-out.ts';
import type { OptOutScope } from '../../shared/domain/message/opt-out.ts';
import { readBody } from '../../shared/http/body.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readReceipt } from '../../shared/http/receipt.ts';
import { readToken } from '../../shared/http/token.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { retry } from '../../shared/retry.ts';
import { caseMark, mobileOf, ratingMark, recipientMark } from './recipient.ts';

export interface OptOutDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly messages: Pick<MessageStore, 'choiceOf' | 'choose'>;
}

type OptOutAsked = z.infer<typeof MessageOptOut>;

/** The link or the receipt over which somebody asks. */
export type OptOutOf = { readonly token: string } | { readonly receipt: string };

const saveChoice = async (
  recipient: string,
  asked: OptOutAsked,
  { messages, now }: OptOutDeps,
): Promise<'saved' | undefined> => {
  const before = await messages.choiceOf(recipient);
  const by = 'token' in asked ? 'invitation' : 'receipt';
  const scope = scopeOf({ by, refuse: asked.refuse });
  if (before?.scope === scope) return 'saved';
  const next = { recipient, scope, at: now(), version: (before?.version ?? 0) + 1 };
  return (await messages.choose(next)) === 'saved' ? 'saved' : undefined;
};

/** Whether the case has a number makes no difference to the caller. */
const invitedMark = async (
  token: string,
  { keys, cases, now }: Omit<OptOutDeps, 'messages'>,
): Promise<string> => {
  const { projectNo } = await readToken(keys, token, now());
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  const mobile = await mobileOf(known, keys);
  return mobile === undefined ? caseMark(projectNo, keys) : recipientMark(mobile, keys);
};

/** @throws Problem when the receipt leads to no rating */
const ratedMark = async (receipt: string, { keys }: Pick<OptOutDeps, 'keys'>): Promise<string> => {
  const received = await readReceipt(keys, receipt);
  if (received === undefined) throw new Problem('receipt_unknown');
  return ratingMark(received, keys);
};

/** Under what the choice is kept. */
const recipientOf = (asked: OptOutOf, deps: Omit<OptOutDeps, 'messages'>): Promise<string> =>
  'token' in asked ? invitedMark(asked.token, deps) : ratedMark(asked.receipt, deps);

/** Returns what is refused now. Who may ask can change it as well. */
export const choiceNow = async (asked: OptOutOf, deps: OptOutDeps): Promise<OptOutScope> =>
  (await deps.messages.choiceOf(await recipientOf(asked, deps)))?.scope ?? 'none';

export const keepChoice = async (asked: OptOutAsked, deps: OptOutDeps): Promise<void> => {
  const recipient = await recipientOf(asked, deps);
  await retry(() => saveChoice(recipient, asked, deps), conflictTries(5));
};

/**
 * `POST /v1/messages/opt-out`: the resident wants no more messages, or wants them again. By a link the
 * choice is kept under a keyed digest of the number, for all cases of the person, by a receipt for its
 * rating. The answer is the same whether the case has a number or not.
 */
export const optOut =
  (deps: OptOutDeps): HttpHandler =>
  async (request) => {
    const asked = readBody(request, MessageOptOut);
    await keepChoice(asked, deps);
    return { status: 200, body: { refuse: asked.refuse } };
  };
