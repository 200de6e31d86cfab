/** 分级预警督办: how far a city may go with the moments of its rungs. */

/** As much of a trigger and a rung as matters here. */
interface Trigger {
  readonly on: string;
  readonly share?: number | undefined;
  readonly workingDays?: number | undefined;
}
interface LadderRung {
  readonly rung: string;
  readonly triggers: readonly Trigger[];
}

/** Where in a term the trigger fires: before its end by share, after it by days. */
const momentInTerm = ({ on, share, workingDays }: Trigger): number | undefined => {
  if (on === 'opened') return 0;
  return workingDays === undefined ? share : 1 + workingDays;
};

const momentsOf = ({ triggers }: LadderRung): readonly number[] =>
  triggers.flatMap((trigger) => momentInTerm(trigger) ?? []);

/** Infinity when it fires at none. */
const firstMomentOf = (entry: LadderRung): number => Math.min(...momentsOf(entry));

/** Between which moments of the term a rung fires for the first time; these rungs are warnings. */
const momentLimits: Readonly<Record<string, readonly [earliest: number, latest: number]>> = {
  yellow: [0.3, 1],
  red: [0.8, 1 + 5],
  supervise: [1, 1 + 10],
  raise_city: [1, 1 + 15],
  accountability: [1, 1 + 15],
};

/** 效能问责 may wait for an event; the others below it must come by themselves. */
export const isTimed = (entry: LadderRung): boolean =>
  momentLimits[entry.rung] === undefined ||
  entry.rung === 'accountability' ||
  momentsOf(entry).length > 0;

export const isWithinLimits = (entry: LadderRung): boolean => {
  const limits = momentLimits[entry.rung];
  const first = firstMomentOf(entry);
  return limits === undefined || first === Infinity || (limits[0] <= first && first <= limits[1]);
};

export const notifiesAtOpening = (ladder: readonly LadderRung[]): boolean =>
  ladder.every(
    ({ rung, triggers }) => rung !== 'notify' || triggers.some(({ on }) => on === 'opened'),
  );

/** A rung may not come before a lower one, so that nobody is called to account before a warning. */
export const risesInTime = (ladder: readonly LadderRung[]): boolean =>
  ladder
    .map(firstMomentOf)
    .filter((first) => first !== Infinity)
    .every((first, index, all) => first >= (all[index - 1] ?? first));
