import type { PadDeps } from '../ports.ts';
import type { PadIdentity } from '../queue/settings.ts';
import { fetchAnswer } from './post-json.ts';
import type { Answered } from './post-json.ts';
import type { ServerClock } from './server-clock.ts';
import { signedInit } from './sign.ts';
import type { Call } from './sign.ts';

export type Outcome =
  | { readonly of: 'ok'; readonly body: unknown; readonly etag: string | null }
  /** What the pad has is what there is. */
  | { readonly of: 'unchanged' }
  /** The server answers, but not with what was asked for. */
  | { readonly of: 'refused'; readonly status: number; readonly code: string }
  | { readonly of: 'no_answer' };

/** A word for the staff: the code of the problem, or `network`. */
export const problemIn = (outcome: Outcome): string =>
  outcome.of === 'refused' ? outcome.code : 'network';

export type Caller = (call: Call) => Promise<Outcome>;

export interface CallDeps extends Pick<PadDeps, 'after' | 'crypto' | 'fetch'> {
  readonly pad: PadIdentity;
  readonly clock: ServerClock;
  /** The server has revoked the pad. */
  readonly onRevoked: () => void;
}

interface ProblemBody {
  readonly code?: unknown;
  readonly serverTime?: unknown;
}

const problemOf = ({ body }: Answered): ProblemBody => (body as ProblemBody | undefined) ?? {};

const codeOf = (answer: Answered): string => {
  const { code } = problemOf(answer);
  return typeof code === 'string' ? code : `http_${answer.status}`;
};

const outcomeOf = (answer: Answered): Outcome => {
  const { status, body, etag } = answer;
  if (status === 304) return { of: 'unchanged' };
  // A portal of the hall's network answers 200 with a page of its own.
  if (status >= 200 && status < 300)
    return body === undefined ? { of: 'no_answer' } : { of: 'ok', body, etag };
  return { of: 'refused', status, code: codeOf(answer) };
};

const send = async (call: Call, { pad, clock, ...deps }: CallDeps): Promise<Answered | undefined> =>
  fetchAnswer(
    call.path,
    await signedInit(call, { pad, now: clock.now(), crypto: deps.crypto }),
    deps,
  );

/** Makes signed calls; a clock that is off is corrected, and the call repeated once. */
export const signedCaller =
  (deps: CallDeps): Caller =>
  async (call) => {
    let answer = await send(call, deps);
    if (answer !== undefined && codeOf(answer) === 'clock_skew') {
      await deps.clock.correct(problemOf(answer).serverTime);
      answer = await send(call, deps);
    }
    if (answer === undefined) return { of: 'no_answer' };
    const outcome = outcomeOf(answer);
    if (outcome.of === 'refused' && outcome.code === 'pad_revoked') deps.onRevoked();
    return outcome;
  };
