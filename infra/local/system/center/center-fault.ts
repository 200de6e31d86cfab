/** The faults of `POST /_local/faults {center}`; those with a count are used up call by call. */
import type { CenterFaults } from '../../engine/center-faults.ts';
import type { Faults } from '../../engine/model.ts';

type Counted = 'duplicateAnswer' | 'garbage' | 'status500' | 'timeoutAfterCommit';

/** Returns true for as many calls as were requested. */
export const consumeFault = ({ center }: Faults, name: Counted): boolean => {
  const left = center?.[name] ?? 0;
  if (!center || left <= 0) return false;
  if (left === 1) delete center[name];
  else center[name] = left - 1;
  return true;
};

type Repeated = 'refuse' | 'requestChange';

/** Returns the response for the next call of this kind; undefined when the count is used up. */
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
