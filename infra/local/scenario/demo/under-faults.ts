import type { Stage } from './stage.ts';

/**
 * Plays under these faults and then restores the ones before. When the play throws, the faults are
 * restored as the run leaves the stage.
 */
export const playUnderFaults = async <T>(
  { clock, leave }: Pick<Stage, 'clock' | 'leave'>,
  faults: object,
  play: () => Promise<T>,
): Promise<T> => {
  const earlier = await clock.inject(faults);
  const restoreFaults = async (): Promise<void> => {
    await clock.inject(earlier);
  };
  leave.push(restoreFaults);
  const result = await play();
  await restoreFaults();
  leave.splice(leave.indexOf(restoreFaults), 1);
  return result;
};
