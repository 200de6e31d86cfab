import type { Current } from './answers.ts';
import { problemIn } from './call.ts';
import type { Caller } from './call.ts';

/** What a poll brought. */
export type Polled =
  | { readonly of: 'current'; readonly current: Current }
  /** The code of the problem, or `network`. */
  | { readonly of: 'none'; readonly problem: string };

/**
 * Asks who is at the window, with the version that the pad has: while nothing changed, the answer and
 * the token that it has stay good.
 */
export const currentPoll = (call: Caller): (() => Promise<Polled>) => {
  let known: { readonly current: Current; readonly etag: string | undefined } | undefined;
  return async () => {
    const etag = known?.etag;
    const outcome = await call({ method: 'GET', path: '/v1/pads/me/current', etag });
    if (outcome.of === 'ok')
      known = { current: outcome.body as Current, etag: outcome.etag ?? undefined };
    else if (outcome.of !== 'unchanged' || known === undefined)
      return { of: 'none', problem: problemIn(outcome) };
    return { of: 'current', current: known.current };
  };
};

export interface PollFacts {
  readonly hasContact: boolean;
  /** Since the contact at the window changed. */
  readonly sinceChangeMs: number;
  readonly openNow: boolean | null;
}

const busyMs = 2 * 60_000;

/** How long until the next poll: often while somebody is served, rarely while the hall is closed. */
export const pollDelay = ({ hasContact, sinceChangeMs, openNow }: PollFacts): number => {
  if (hasContact || sinceChangeMs < busyMs) return 3000;
  return openNow === false ? 60_000 : 10_000;
};
