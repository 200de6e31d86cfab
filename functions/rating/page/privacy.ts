import { retentionOf } from '../../../shared/domain/case/retention/rules.ts';
import type { PrivacyFacts } from '../../../shared/page/resident/rate-view.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import type { ResidentPageDeps } from './deps.ts';

export interface PrivacyDeps {
  readonly privacy: ResidentPageDeps['privacy'];
  readonly rulebook: Pick<Rulebook, 'now'>;
}

/** What the notice states; the period is that of the policy, by which cases are erased. */
export const privacyFacts = async ({ privacy, rulebook }: PrivacyDeps): Promise<PrivacyFacts> => ({
  ...privacy,
  years: retentionOf((await rulebook.now()).policy).caseYears,
});
