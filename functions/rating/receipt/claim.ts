import type * as z from 'zod/mini';

import { ReceiptClaim } from '../../../events/rating/claim.ts';
import type { ReceiptClaimed } from '../../../events/rating/claim.ts';
import { parseClaimCode } from '../../../shared/domain/pad/claim-code.ts';
import type { ClaimCode } from '../../../shared/domain/pad/claim-code.ts';
import { claimsAnHour, isClaimOpen } from '../../../shared/domain/pad/claim.ts';
import type { ClaimKey } from '../../../shared/domain/pad/claim.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isOfPress } from '../../../shared/domain/pad/press.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { readBody } from '../../../shared/http/body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { isCodeUnder } from '../../../shared/http/pad/claim-check.ts';
import { padKeyPlace } from '../../../shared/http/pad/pad-call.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { receiptOf } from '../../../shared/http/receipt.ts';
import type { IssuerStore } from '../../../shared/port/access/issuer-store.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { ClaimStore } from '../../../shared/port/pad/claim-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import type { TryCounter } from '../../../shared/port/rating/try-counter.ts';
import { countTry } from '../repeat/keep-attempt.ts';
import { keyedDigest } from '../repeat/sender.ts';

export interface ClaimDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly issuers: Pick<IssuerStore, 'holderOf'>;
  readonly pads: Pick<PadStore, 'find' | 'numberOf'>;
  readonly claims: ClaimStore;
  readonly ratings: Pick<RatingStore, 'find'>;
  readonly tries: TryCounter;
}

/** One problem for everything, so that nothing can be learned from it. */
const refused = (): Problem => new Problem(padProblems.claim_refused);

const padWith = async (number: number, { issuers, pads }: ClaimDeps): Promise<Pad> => {
  const holder = await issuers.holderOf(number);
  const pad = holder?.of === 'pad' ? await pads.find(holder.id) : undefined;
  if (pad === undefined) throw refused();
  return pad;
};

/**
 * Returns the keys under which the code of a press can have been made. A key that the pad got after the
 * press arrived makes none of it: the person who enrols the pad again claims no receipt of before. What its
 * device sends later may still be of an earlier key.
 */
const keysFor = (
  { sealedKey, enrolledAt, formerKeys = [] }: Pad,
  arrivedAt: Instant | undefined,
): readonly string[] => {
  const isLater = arrivedAt !== undefined && enrolledAt !== undefined && arrivedAt < enrolledAt;
  return sealedKey === undefined || isLater ? formerKeys : [sealedKey, ...formerKeys];
};

const isCodeOf = async (code: ClaimCode, pad: Pad, { keys, pads }: ClaimDeps): Promise<boolean> => {
  const number = await pads.numberOf({ padId: pad.id, sequence: code.sequence });
  for (const sealed of keysFor(pad, number?.at)) {
    if (isCodeUnder(code, await keys.decrypt(sealed, padKeyPlace(pad.id)))) return true;
  }
  return false;
};

interface Claimed extends ClaimKey {
  readonly claimant: string;
}

/** Binds a phone that is not known yet. */
const bindPhone = async (claimed: Claimed, deps: ClaimDeps): Promise<void> => {
  const at = deps.now();
  const number = await deps.pads.numberOf(claimed);
  if (!isClaimOpen(number?.at, at)) throw refused();
  const bound = await deps.claims.bind({ ...claimed, at });
  if (bound.claimant !== claimed.claimant) throw refused();
};

const receiptFor = async (key: ClaimKey, deps: ClaimDeps): Promise<ReceiptClaimed> => {
  const contact = (await deps.pads.numberOf(key))?.contact;
  const rating = contact && (await deps.ratings.find({ ...contact, assessNumber: 1 }));
  // The contact may have been rated otherwise before this press arrived.
  if (rating === undefined || !isOfPress(rating, key)) return { arrived: false };
  return { arrived: true, receipt: await receiptOf(deps.keys, rating) };
};

/**
 * Binds the first phone that shows the code of a press, and answers it with the receipt once the
 * rating is there. No other phone learns anything, not even whether the code is one.
 */
export const claimByCode = async (
  { code: typed, clientRef }: z.infer<typeof ReceiptClaim>,
  deps: ClaimDeps,
): Promise<ReceiptClaimed> => {
  const code = parseClaimCode(typed);
  if (code === undefined) throw refused();
  const pad = await padWith(code.padNumber, deps);
  const key = { padId: pad.id, sequence: code.sequence };
  const claimant = await keyedDigest(deps.keys, ['claim', pad.id, code.sequence, clientRef]);
  const isBound = (await deps.claims.find(key))?.claimant === claimant;
  // What may be a guess is counted for each pad; a phone that asks again is none.
  if (!isBound) await countTry(`claim/${pad.id}`, claimsAnHour, deps);
  if (!(await isCodeOf(code, pad, deps))) throw refused();
  if (!isBound) await bindPhone({ ...key, claimant }, deps);
  return receiptFor(key, deps);
};

/** `POST /v1/receipts/claim`: the same for every client. */
export const claimReceipt =
  (deps: ClaimDeps): HttpHandler =>
  async (request) => ({
    status: 200,
    body: await claimByCode(readBody(request, ReceiptClaim), deps),
  });
