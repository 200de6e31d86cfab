import { ExpectationFailed } from '../../player/expectation.ts';
import type { Scene } from '../scene.ts';
import type { Verdict } from '../verdict.ts';

/** One requirement on a service. `run` throws `ExpectationFailed` when the service breaks it. */
export interface Check {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly run: (scene: Scene) => Promise<void>;
}

/** Runs all checks. A check that throws does not stop the others. */
export const runChecks = async (
  checks: readonly Check[],
  scene: Scene,
  report: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const { id, zh, en, run } of checks) {
    let verdict: Verdict = { id, zh, en, outcome: 'passed' };
    try {
      await run(scene);
    } catch (fault) {
      const because = fault instanceof ExpectationFailed ? fault.message : String(fault);
      verdict = { ...verdict, outcome: 'failed', because };
    }
    report(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
};
