import type { Step } from '../../domain/ticket/step/step.ts';
import type { CivilDate } from '../../domain/time/instant.ts';

/** 流水日清单 */
export interface StepLedger {
  /** Returns every step that was taken on that day in Shanghai, of all tickets. */
  takenOn(day: CivilDate): Promise<readonly Step[]>;
}
