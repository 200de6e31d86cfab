import { brokenAct } from '../../../shared/domain/access/act.ts';
import type { Act } from '../../../shared/domain/access/act.ts';
import { trimFacts } from '../../../shared/domain/access/trim.ts';
import {
  actYearsOf,
  retentionOf,
  yearsBefore,
} from '../../../shared/domain/case/retention/rules.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import type { ActLog } from '../../../shared/port/access/act-log.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { sha256 } from '../../../shared/rules.ts';

export interface TrimDeps {
  readonly now: Now;
  readonly rulebook: Pick<Rulebook, 'now'>;
  readonly acts: Pick<ActLog, 'append' | 'part' | 'remove'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
  /** How many acts a run takes out at most; the next one goes on. */
  readonly mostActs?: number;
}

const mostActsANight = 2_000;

/**
 * Returns the acts of the beginning that are due.
 *
 * @throws Error when they do not follow one another: evidence of that is not taken out
 */
const dueActs = async (until: CivilDate, deps: TrimDeps): Promise<readonly Act[]> => {
  const { acts, unreadable } = await deps.acts.part(1, deps.mostActs ?? mostActsANight);
  const [first] = acts;
  if (first === undefined || civilDateOf(first.at) > until) return [];
  const before = { number: first.number - 1, hash: first.previous };
  if (unreadable.length > 0 || brokenAct(acts, sha256, first.number > 1 ? before : undefined)) {
    throw new Error('the log of acts is broken where its period is over');
  }
  const kept = acts.findIndex(({ at }) => civilDateOf(at) > until);
  return kept === -1 ? acts : acts.slice(0, kept);
};

/**
 * Runs every night: takes the acts that are older than the period of the policy out of the log, after
 * an act that says how far, by number and hash. An interrupted run leaves a log without gaps, which
 * the next one goes on with.
 */
export const trimActsNightly = (deps: TrimDeps) => async (): Promise<void> => {
  const at = deps.now();
  const { policy } = await deps.rulebook.now();
  const until = yearsBefore(civilDateOf(at), actYearsOf(retentionOf(policy)));
  const due = await dueActs(until, deps);
  const [first, last] = [due[0], due.at(-1)];
  if (first === undefined || last === undefined) return;
  const mark = await deps.acts.append(trimFacts(last, { at, until }));
  await deps.acts.remove({ from: first.number, through: last.number });
  const about = { removed: String(due.length) };
  await deps.acts.append({ phase: 'ended', of: mark.number, at: deps.now(), status: 200, about });
  deps.publish({ ActsRemoved: due.length });
};
