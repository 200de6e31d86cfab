import type * as z from 'zod/mini';

import { MessageOptOut } from '../../events/message/view.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { scopeAfter } from '../../shared/domain/message/opt-out.ts';
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
import { mobileOf, recipientMark } from './recipient.ts';

export interface OptOutDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly messages: Pick<MessageStore, 'choiceOf' | 'choose'>;
}

export type OptOutAsked = z.infer<typeof MessageOptOut>;

/** @throws Problem when the link or the receipt leads to no case */
export const caseOf = async (
  asked: OptOutAsked,
  { keys, cases, now }: Omit<OptOutDeps, 'messages'>,
): Promise<Case> => {
  const contact =
    'token' in asked
      ? await readToken(keys, asked.token, now())
      : await readReceipt(keys, asked.receipt);
  const known = contact && (await cases.find(contact.projectNo));
  if (known === undefined) throw new Problem('token' in asked ? 'case_unknown' : 'receipt_unknown');
  return known;
};

const saveChoice = async (
  recipient: string,
  asked: OptOutAsked,
  { messages, now }: OptOutDeps,
): Promise<'saved' | undefined> => {
  const before = await messages.choiceOf(recipient);
  const by = 'token' in asked ? 'invitation' : 'receipt';
  const scope = scopeAfter(before?.scope ?? 'none', { by, refuse: asked.refuse });
  if (before?.scope === scope) return 'saved';
  const next = { recipient, scope, at: now(), version: (before?.version ?? 0) + 1 };
  return (await messages.choose(next)) === 'saved' ? 'saved' : undefined;
};

/** Keeps the choice, if the case has a number; the caller does not learn whether it has. */
export const keepChoice = async (asked: OptOutAsked, deps: OptOutDeps): Promise<void> => {
  const mobile = await mobileOf(await caseOf(asked, deps), deps.keys);
  if (mobile === undefined) return;
  const recipient = await recipientMark(mobile, deps.keys);
  await retry(() => saveChoice(recipient, asked, deps), conflictTries(5));
};

/**
 * `POST /v1/messages/opt-out`: the resident wants no more messages, or wants them again. The choice
 * is kept under a keyed digest of the number, for all cases of the person. The answer is the same
 * whether the case has a number or not.
 */
export const optOut =
  (deps: OptOutDeps): HttpHandler =>
  async (request) => {
    const asked = readBody(request, MessageOptOut);
    await keepChoice(asked, deps);
    return { status: 200, body: { refuse: asked.refuse } };
  };
