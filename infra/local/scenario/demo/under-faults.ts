import type { Stage } from './stage.ts';

/**
 * Plays under these faults; what held before holds again afterwards, whatever happens. A run that
 * breaks off takes them back as it leaves.
 */
export const underFaults = async <T>(
  { clock, leave }: Pick<Stage, 'clock' | 'leave'>,
  faults: object,
  play: () => Promise<T>,
): Promise<T> => {
  const earlier = await clock.inject(faults);
  const restoreFaults = async (): Promise<void> => {
    await clock.inject(earlier);
  };
  leave.push(restoreFaults);
  const played = await play();
  await restoreFaults();
  leave.splice(leave.indexOf(restoreFaults), 1);
  return played;
};
