/** The documentation of the interface. */
import type { LoopBase } from '../loop-base.ts';

export const addDocs = (flow: LoopBase): void => {
  flow.add('docs/public');
};
