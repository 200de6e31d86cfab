import { cityCode } from '../../shared/domain/area/area.ts';
import { retentionOf, yearsBefore } from '../../shared/domain/case/retention/rules.ts';
import type { DaySpan } from '../../shared/domain/figures/scope.ts';
import { civilDateOf, later, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { monthBefore, monthOf, monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { ActLog } from '../../shared/port/access/act-log.ts';
import type { RetentionProgress } from '../../shared/port/case/eraser.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { sha256 } from '../../shared/rules.ts';
import { createCandidates } from './retention/candidates.ts';
import type { CandidateDeps } from './retention/candidates.ts';
import { eraseWhenDue } from './retention/erase-case.ts';
import type { Due, EraseDeps } from './retention/erase-case.ts';

export interface RetentionDeps extends EraseDeps, CandidateDeps {
  readonly now: Now;
  readonly tickets: EraseDeps['tickets'] & CandidateDeps['tickets'];
  readonly rulebook: Pick<Rulebook, 'now'>;
  readonly acts: Pick<ActLog, 'append' | 'part'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
  /** Logs that a case could not be erased. */
  readonly raise: (fault: unknown) => void;
  /** How many cases a run erases at most; the next one goes on. */
  readonly mostCases?: number;
}

/** What is known of the runs before; of the first one only when the service began. */
type Before = Partial<RetentionProgress>;

const mostCasesANight = 5_000;

/** A case is often reported some days after it was finished, and is due as much later. */
const daysAgain = 7;

/** How many months back the rolling part goes before it starts over. */
const monthsBack = 180;

interface Run {
  readonly due: Due;
  readonly most: number;
  readonly candidates: ReturnType<typeof createCandidates>;
  erased: number;
  readonly failed: Set<string>;
}

/** How many failed cases the next run remembers; more of them are one cause. */
const mostRemembered = 200;

const isFull = ({ erased, most }: Run): boolean => erased >= most;

/** One case that cannot be erased does not keep the others. */
const eraseOne = async (projectNo: string, run: Run, deps: RetentionDeps): Promise<void> => {
  if (run.failed.has(projectNo)) return;
  try {
    if (await eraseWhenDue(projectNo, run.due, deps)) run.erased += 1;
  } catch (fault) {
    run.failed.add(projectNo);
    deps.raise(fault);
  }
};

/** Returns whether everything in the span was looked at. */
const walk = async (span: DaySpan, run: Run, deps: RetentionDeps): Promise<boolean> => {
  for await (const projectNo of run.candidates(span)) {
    if (isFull(run)) return false;
    await eraseOne(projectNo, run, deps);
  }
  return true;
};

/** Walks the days that became due, and the week before them again; returns how far it came. */
const walkRecent = async (before: Before, run: Run, deps: RetentionDeps): Promise<CivilDate> => {
  const { horizon } = run.due;
  const done = before.doneUntil ?? horizon;
  const first = nextDate(done < horizon ? done : horizon, 1 - daysAgain);
  for (let day = first; day <= horizon; day = nextDate(day)) {
    if (!(await walk({ from: day, to: day }, run, deps))) return nextDate(day, -1);
  }
  return later(done, horizon);
};

/** Walks one older month: what was reported or rated long after the case was finished. */
const walkRolling = async (next: string, run: Run, deps: RetentionDeps): Promise<Month> => {
  const newest = monthOf(run.due.horizon);
  let oldest = newest;
  for (let count = 1; count < monthsBack; count += 1) oldest = monthBefore(oldest);
  const month = next > newest || next < oldest ? newest : (next as Month);
  if (!(await walk(monthSpan(month), run, deps))) return month;
  return month === oldest ? newest : monthBefore(month);
};

/** Tries again what the run before could not erase, wherever the walk is now. */
const retryFailed = async (before: Before, run: Run, deps: RetentionDeps): Promise<void> => {
  for (const projectNo of before.failed ?? []) await eraseOne(projectNo, run, deps);
};

/**
 * Returns the day before which nobody can have reported a case, because no system was admitted;
 * undefined while the log of acts is empty.
 */
const firstDay = async ({ acts }: RetentionDeps): Promise<CivilDate | undefined> => {
  const [first] = (await acts.part(1, 1)).acts;
  return first && civilDateOf(first.at);
};

/** Looks at what can be due; in the first years of a system nothing can. */
const eraseDue = async (
  before: Before,
  run: Run,
  deps: RetentionDeps,
): Promise<Pick<RetentionProgress, 'doneUntil' | 'nextMonth'>> => {
  const { horizon } = run.due;
  const nextMonth = before.nextMonth ?? monthOf(horizon);
  if (before.since !== undefined && horizon < before.since)
    return { doneUntil: horizon, nextMonth };
  await retryFailed(before, run, deps);
  return {
    doneUntil: await walkRecent(before, run, deps),
    nextMonth: await walkRolling(nextMonth, run, deps),
  };
};

/** The log of acts tells when the service erased something, and of how many cases. */
const recorded = async (
  run: Run,
  deps: RetentionDeps,
  work: () => Promise<void>,
): Promise<void> => {
  const asked = await deps.acts.append({
    phase: 'asked',
    at: deps.now(),
    by: 'system',
    roles: [],
    area: cityCode,
    call: 'SCHEDULE case/retention',
    subject: { settledUntil: run.due.horizon },
  });
  await work();
  const about = { erased: String(run.erased), failed: String(run.failed.size) };
  const ended = {
    of: asked.number,
    at: deps.now(),
    status: run.failed.size > 0 ? 500 : 200,
    about,
  };
  await deps.acts.append({ phase: 'ended', ...ended });
};

/**
 * Runs every night: erases identity and words of the cases that were settled longer ago than the
 * period of the policy in force. What a run does not reach, or cannot erase, the next one does; a
 * repeat finds nothing left and writes nothing but its record.
 */
export const eraseNightly = (deps: RetentionDeps) => async (): Promise<void> => {
  const at = deps.now();
  const { policy } = await deps.rulebook.now();
  const day = civilDateOf(at);
  const horizon = yearsBefore(day, retentionOf(policy).caseYears);
  const due = { day, horizon, digest: sha256 };
  const run = {
    due,
    most: deps.mostCases ?? mostCasesANight,
    candidates: createCandidates(deps),
    erased: 0,
    failed: new Set<string>(),
  };
  const known = (await deps.eraser.progress()) ?? { since: await firstDay(deps) };
  await recorded(run, deps, async () => {
    const done = await eraseDue(known, run, deps);
    const failed = [...run.failed].slice(0, mostRemembered);
    await deps.eraser.keepProgress({ at, since: known.since, ...done, erased: run.erased, failed });
  });
  deps.publish({ CasesErased: run.erased, CasesNotErased: run.failed.size });
};
