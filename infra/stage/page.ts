/** The pages: the parts that all share, and what the pages of staff need to sign in. */
import type { LoopBase } from '../loop-base.ts';

export const addPages = (flow: LoopBase): void => {
  flow.add('page/file', flow.publicUrl, flow.signIn, flow.evidence.uploads());
};
