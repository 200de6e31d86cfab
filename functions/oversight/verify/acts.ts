import { brokenAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import { isWholeFrom, trimMarkOf } from '../../../shared/domain/access/trim.ts';
import type { MonthMark } from '../../../shared/domain/access/trim.ts';
import type { AuditFinding } from '../../../shared/domain/oversight/audit-break.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { monthOf } from '../../../shared/domain/time/month.ts';
import type { ActLog, ActPart } from '../../../shared/port/access/act-log.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { ActProgress } from '../../../shared/port/oversight/audit-store.ts';
import { sha256 } from '../../../shared/rules.ts';

export interface VerifyActsDeps {
  readonly now: Now;
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
  /** The number of the newest act that marks how many were taken out. */
  readonly mark?: number | undefined;
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
  let mark: number | undefined;
  for (let from = start; from < start + most; from += partSize) {
    const part = await acts.part(from, partSize);
    const found = findIn(part, { from, last });
    first ??= part.acts[0];
    if (found !== undefined) return { found, first, last, mark };
    mark = part.acts.findLast((act) => trimMarkOf(act) !== undefined)?.number ?? mark;
    last = part.acts.at(-1) ?? last;
    if (part.isLast) break;
  }
  return { first, last, mark };
};

const markOf = (act: Act | undefined): ActProgress['head'] =>
  act && { number: act.number, hash: act.hash };

/** Reads everything since the last run, whose last act must still be there. */
const walkNew = async (
  deps: VerifyActsDeps,
  head: ActProgress['head'],
  start: number,
): Promise<Walk> => {
  const recent = await walk(deps, head?.number ?? start, Infinity);
  const isLost = head !== undefined && recent.first?.hash !== head.hash;
  return isLost && recent.found === undefined ? { ...recent, found: { kind: 'end' } } : recent;
};

/** Returns where the older part goes on: after the last act it starts over. */
const followingOf = (older: Walk, next: number, end: ActProgress['head']): number => {
  if (older.found !== undefined) return next;
  const reached = older.last?.number ?? 1;
  return reached >= (end?.number ?? 0) ? 1 : reached;
};

const actOf = async ({ acts }: VerifyActsDeps, number: number): Promise<Act | undefined> =>
  (await acts.part(number, 1)).acts.find((act) => act.number === number);

interface Begun {
  readonly first: Act | undefined;
  /** The number of the newest mark. */
  readonly mark: number | undefined;
  readonly months: readonly MonthMark[];
}

/** Whether what is missing before the first act was taken out when it was due. */
const findAtBeginning = async (
  deps: VerifyActsDeps,
  { first, mark: number, months }: Begun,
): Promise<AuditFinding | undefined> => {
  if (first === undefined) return undefined;
  const marking = number === undefined ? undefined : await actOf(deps, number);
  const mark = marking && trimMarkOf(marking);
  const last = mark && (await actOf(deps, mark.removed));
  return isWholeFrom({ first, last, months }, mark)
    ? undefined
    : { kind: 'link', number: first.number };
};

const monthsKept = 150;

/** Notes how far the log is, at the first run of a month. */
const monthsAfter = (
  months: readonly MonthMark[],
  number: number | undefined,
  { now }: VerifyActsDeps,
): readonly MonthMark[] => {
  const month = monthOf(civilDateOf(now()));
  const isKnown = months.some((one) => one.month === month);
  return isKnown || number === undefined
    ? months
    : [...months, { month, number }].slice(-monthsKept);
};

/**
 * Verifies the acts since the last run and a part of the older ones. After a finding the next run
 * begins at the same places, so that it is found until it is repaired.
 */
export const verifyActs = async (
  deps: VerifyActsDeps,
  { head, next, mark, months = [] }: ActProgress = { next: 1 },
): Promise<{ readonly found: AuditFinding | undefined; readonly progress: ActProgress }> => {
  const [first] = (await deps.acts.part(1, 1)).acts;
  const start = first?.number ?? 1;
  const recent = await walkNew(deps, head, start);
  const older = head === undefined ? {} : await walk(deps, Math.max(next, start), actsPerNight);
  const newest = recent.mark ?? mark;
  const beginning = await findAtBeginning(deps, { first, mark: newest, months });
  const reached = recent.found === undefined ? markOf(recent.last) : head;
  return {
    // A lost end stays lost, so it must not hide what else is broken.
    found: older.found ?? beginning ?? recent.found,
    progress: {
      head: reached,
      next: followingOf(older, next, reached),
      mark: newest,
      months: monthsAfter(months, reached?.number, deps),
    },
  };
};
