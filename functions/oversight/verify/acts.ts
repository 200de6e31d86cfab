import { brokenAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import type { AuditFinding } from '../../../shared/domain/oversight/audit-break.ts';
import type { ActLog, ActPart } from '../../../shared/port/access/act-log.ts';
import type { ActProgress } from '../../../shared/port/oversight/audit-store.ts';
import { sha256 } from '../../../shared/rules.ts';

export interface VerifyActsDeps {
  readonly acts: Pick<ActLog, 'part'>;
}

/** How many acts are read at once, and how many older ones a night has. */
const partSize = 500;
const actsPerNight = 20 * partSize;

interface Walk {
  readonly found?: AuditFinding | undefined;
  readonly first?: Act | undefined;
  /** The last act before what was found. */
  readonly last?: Act | undefined;
}

const findIn = (
  { acts, unreadable, misplaced }: ActPart,
  { from, last }: { readonly from: number; readonly last: Act | undefined },
): AuditFinding | undefined => {
  if (unreadable.length > 0) return { kind: 'unreadable', items: unreadable };
  const [first] = acts;
  const isBeginning = first?.number === from && (from > 1 || first.previous === '');
  if (first !== undefined && !isBeginning) return { kind: 'link', number: from };
  // What was before the place where a walk begins was verified by another one.
  const trusted = first && from > 1 ? { number: from - 1, hash: first.previous } : undefined;
  const number = brokenAct(acts, sha256, last ?? trusted);
  if (number !== undefined) return { kind: 'link', number };
  return misplaced.length > 0 ? { kind: 'misplaced', items: misplaced } : undefined;
};

/** Reads the chain from a number on, until something is found or `most` acts were read. */
const walk = async ({ acts }: VerifyActsDeps, start: number, most: number): Promise<Walk> => {
  let first: Act | undefined;
  let last: Act | undefined;
  for (let from = start; from < start + most; from += partSize) {
    const part = await acts.part(from, partSize);
    const found = findIn(part, { from, last });
    first ??= part.acts[0];
    if (found !== undefined) return { found, first, last };
    last = part.acts.at(-1) ?? last;
    if (part.isLast) break;
  }
  return { first, last };
};

const markOf = (act: Act | undefined): ActProgress['head'] =>
  act && { number: act.number, hash: act.hash };

/** Reads everything since the last run, whose last act must still be there. */
const walkNew = async (deps: VerifyActsDeps, head: ActProgress['head']): Promise<Walk> => {
  const recent = await walk(deps, head?.number ?? 1, Infinity);
  const isLost = head !== undefined && recent.first?.hash !== head.hash;
  return isLost && recent.found === undefined ? { ...recent, found: { kind: 'end' } } : recent;
};

/** Returns where the older part goes on: after the last act it starts over. */
const followingOf = (older: Walk, next: number, end: ActProgress['head']): number => {
  if (older.found !== undefined) return next;
  const reached = older.last?.number ?? 1;
  return reached >= (end?.number ?? 0) ? 1 : reached;
};

/**
 * Verifies the acts since the last run and a part of the older ones. After a finding the next run
 * begins at the same places, so that it is found until it is repaired.
 */
export const verifyActs = async (
  deps: VerifyActsDeps,
  { head, next }: ActProgress = { next: 1 },
): Promise<{ readonly found: AuditFinding | undefined; readonly progress: ActProgress }> => {
  const recent = await walkNew(deps, head);
  const older = head === undefined ? {} : await walk(deps, next, actsPerNight);
  const reached = recent.found === undefined ? markOf(recent.last) : head;
  return {
    // A lost end stays lost, so it must not hide what else is broken.
    found: older.found ?? recent.found,
    progress: { head: reached, next: followingOf(older, next, reached) },
  };
};
