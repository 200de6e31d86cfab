import { NotAsTold } from '../../demo/expectation.ts';
import type { Scene } from '../scene.ts';
import type { Verdict } from '../verdict.ts';

/** One thing that a service does for its integrators; throws `NotAsTold` where it does not. */
export interface Check {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly run: (scene: Scene) => Promise<void>;
}

/** Each check on its own: one that fails, by whatever it throws, stops no other. */
export const runChecks = async (
  checks: readonly Check[],
  scene: Scene,
  tell: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const { id, zh, en, run } of checks) {
    let verdict: Verdict = { id, zh, en, outcome: 'passed' };
    try {
      await run(scene);
    } catch (fault) {
      const because = fault instanceof NotAsTold ? fault.message : String(fault);
      verdict = { ...verdict, outcome: 'failed', because };
    }
    tell(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
};
