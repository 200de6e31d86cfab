/** The faults of `POST /_local/faults {center}`: those that count are used up call by call. */
import type { CenterFaults } from '../../engine/center-faults.ts';
import type { Faults } from '../../engine/model.ts';

type Counted = 'duplicateAnswer' | 'garbage' | 'status500' | 'timeoutAfterCommit';

/** True for as many calls as were asked for. */
export const consumeFault = ({ center }: Faults, name: Counted): boolean => {
  const left = center?.[name] ?? 0;
  if (!center || left <= 0) return false;
  if (left === 1) delete center[name];
  else center[name] = left - 1;
  return true;
};

type Repeated = 'refuse' | 'requestChange';

/** What the next call of its kind is answered with; undefined when there is nothing left. */
export const takesOf = <Name extends Repeated>(
  { center }: Faults,
  name: Name,
): CenterFaults[Name] | undefined => {
  const asked = center?.[name];
  if (!center || !asked || asked.times <= 0) return undefined;
  if (asked.times === 1) delete center[name];
  else center[name] = { ...asked, times: asked.times - 1 };
  return asked;
};
