/**
 * 管理操作日志: every administrative act of staff, in a chain of its own. An act is written before it
 * is done and again when it has ended, so that none can be done without a trace.
 */
import { canonicalJson, omitUndefined } from '../text/canonical-json.ts';
import type { Digest } from '../text/digest.ts';
import type { Instant } from '../time/instant.ts';
import type { StaffRole } from './staff-role.ts';

interface AskedAct {
  readonly phase: 'asked';
  readonly at: Instant;
  /** Staff id. */
  readonly by: string;
  readonly roles: readonly StaffRole[];
  /** 6 digits: how far the person reached. */
  readonly area: string;
  readonly department?: string | undefined;
  /** Route of the call, such as `POST /v1/pads`. */
  readonly call: string;
  /** The parameters of path and query, which are ids and codes. */
  readonly subject: Readonly<Record<string, string>>;
  /** SHA-256 of the body as sent; absent without one. */
  readonly bodyDigest?: string | undefined;
}

interface EndedAct {
  readonly phase: 'ended';
  readonly at: Instant;
  /** Number of the act that was asked for. */
  readonly of: number;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Code of the problem, when it was refused. */
  readonly code?: string | undefined;
  /** Ids and codes of what it was about, when the call itself does not name it. */
  readonly about?: Readonly<Record<string, string>> | undefined;
}

export type ActFacts = AskedAct | EndedAct;

export type Act = ActFacts & {
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the act before; empty for the first. */
  readonly previous: string;
  readonly hash: string;
};

/**
 * Appends an act after `last`. The hash is the digest of the canonical JSON (RFC 8785) of the act
 * without it.
 */
export const linkAct = (
  last: Pick<Act, 'number' | 'hash'> | undefined,
  facts: ActFacts,
  digest: Digest,
): Act => {
  const open = {
    ...omitUndefined(facts),
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? '',
  };
  return { ...open, hash: digest(canonicalJson(open)) };
};

/**
 * Returns the number of the first act of a part of the chain that does not follow the one before
 * it; undefined when all do. `previous` is the act before the part; only the first act has none.
 */
export const brokenAct = (
  acts: readonly Act[],
  digest: Digest,
  previous?: Pick<Act, 'number' | 'hash'>,
): number | undefined =>
  acts.find((act, index) => {
    const { number, previous: named, hash, ...facts } = act;
    const relinked = linkAct(index === 0 ? previous : acts[index - 1], facts, digest);
    return relinked.number !== number || relinked.previous !== named || relinked.hash !== hash;
  })?.number;
