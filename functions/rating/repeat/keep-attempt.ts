import { triesAnHour } from '../../../shared/domain/rating/attempt.ts';
import type { Attempt } from '../../../shared/domain/rating/attempt.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { ProblemCode } from '../../../shared/http/problem/problem.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { AttemptStore } from '../../../shared/port/rating/attempt-store.ts';
import type { TryCounter } from '../../../shared/port/rating/try-counter.ts';
import { publish } from '../../../shared/telemetry.ts';
import { keyedDigest } from './sender.ts';

export interface AttemptDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly attempts: Pick<AttemptStore, 'keep'>;
  readonly tries: TryCounter;
}

/** What came over a link or a receipt, although its contact is rated. */
export interface Tried extends Pick<
  Attempt,
  'projectNo' | 'serviceNumber' | 'assessNumber' | 'issuer'
> {
  /** The link or receipt. */
  readonly credential: string;
  readonly clientRef: string;
  readonly draft: RatingDraft;
}

const hourMs = 60 * 60_000;

/** Returns the seconds until the next hour of the counter begins. */
const secondsLeft = (at: Instant): number => Math.ceil((hourMs - (toEpoch(at) % hourMs)) / 1000);

/** @throws Problem when `of` was tried more than `most` times within this hour */
export const countTry = async (
  of: string,
  most: number,
  { tries, now }: Pick<AttemptDeps, 'tries' | 'now'>,
): Promise<void> => {
  const at = now();
  if ((await tries.count(of, at)) <= most) return;
  throw new Problem('too_many_attempts', { retryAfter: secondsLeft(at) });
};

/** Returns the encryption context of the attempts at a contact. */
export const attemptPlace = ({
  projectNo,
  serviceNumber,
}: Pick<Attempt, 'projectNo' | 'serviceNumber'>): string => `attempt/${projectNo}/${serviceNumber}`;

const attemptOf = async (tried: Tried, credential: string, deps: AttemptDeps): Promise<Attempt> => {
  const { projectNo, serviceNumber, assessNumber, issuer, clientRef } = tried;
  const { level, tags, text, contactConsent } = tried.draft;
  const words = JSON.stringify({ level, tags, text, contactConsent });
  return {
    projectNo,
    serviceNumber,
    assessNumber,
    mark: await keyedDigest(deps.keys, ['attempt', credential, clientRef, words]),
    credential,
    issuer,
    sealed: await deps.keys.encrypt(words, attemptPlace(tried)),
    at: deps.now(),
  };
};

/** Keyed digest of a link or receipt. */
export const credentialMark = (keys: KeyRing, credential: string): Promise<string> =>
  keyedDigest(keys, ['credential', credential]);

/**
 * Keeps what cannot become a rating, so that a contradiction is never thrown away. The limit is for
 * each link or receipt: a hall has one address for everybody.
 */
const keepAttempt = async (tried: Tried, deps: AttemptDeps): Promise<void> => {
  const credential = await credentialMark(deps.keys, tried.credential);
  await countTry(`link/${credential}`, triesAnHour, deps);
  const outcome = await deps.attempts.keep(await attemptOf(tried, credential, deps));
  if (outcome !== 'known') publish({ AttemptsAfterRating: 1 });
};

/**
 * Does the work of storing what was sent. When it is refused with `refusal`, or its sender had said
 * something else before, it is kept as an attempt.
 *
 * @throws Problem of the work, or when the link or receipt was used too often within this hour
 */
export const keepingAttempts = async <T extends { readonly differs: boolean }>(
  { tried, refusal }: { readonly tried: Tried; readonly refusal: ProblemCode },
  work: () => Promise<T>,
  deps: AttemptDeps,
): Promise<T> => {
  try {
    const done = await work();
    if (done.differs) await keepAttempt(tried, deps);
    return done;
  } catch (fault) {
    if (fault instanceof Problem && fault.code === refusal) await keepAttempt(tried, deps);
    throw fault;
  }
};
