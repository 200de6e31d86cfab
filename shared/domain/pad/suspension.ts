import type { Doubt } from '../rating/doubt.ts';
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Pad, Suspension } from './pad.ts';

/**
 * 恢复使用: the pad waits for a new code and keeps its number and what was received of it, so that
 * the device goes on with its own counter and sends what it still holds. Undefined when it is not
 * revoked: it was put back before.
 */
export const reinstate = (pad: Pad, until: Suspension['until']): Pad | undefined => {
  const { state, revoked, suspensions = [], ...rest } = pad;
  if (state !== 'revoked' || revoked === undefined) return undefined;
  return {
    ...rest,
    state: 'waiting',
    suspensions: [...suspensions, { from: revoked, until }],
    version: pad.version + 1,
  };
};

/** Enough time to walk to the window and type the code. */
const codeLifeMs = 24 * 60 * 60 * 1000;

/** Returns until when a code can be used that was made at this moment. */
export const codeExpiry = (made: Instant): Instant => addMs(made, codeLifeMs);

/** Whether a code that expires then was made before the pad was revoked: it is worth nothing. */
export const isOldCode = (
  { suspensions }: Pick<Pad, 'suspensions'>,
  expiresAt: Instant,
): boolean => {
  const latest = suspensions?.at(-1);
  return latest !== undefined && expiresAt < codeExpiry(latest.until.at);
};

/**
 * Returns the doubt of a press from the time in which the pad was revoked. A pad without a network
 * learns of it late, so residents may really have pressed, and staff who read the rating have to know.
 */
export const suspensionDoubts = (
  { suspensions = [] }: Pick<Pad, 'suspensions'>,
  pressedAt: Instant | undefined,
): readonly Doubt[] =>
  pressedAt !== undefined &&
  suspensions.some(({ from, until }) => from.at <= pressedAt && pressedAt < until.at)
    ? [{ code: 'pad_was_revoked' }]
    : [];
