import { retentionOf } from '../../../shared/domain/case/retention/rules.ts';
import type { PrivacyFacts } from '../../../shared/page/resident/rate-view.ts';
import type { ResidentPageDeps } from './deps.ts';

export type PrivacyDeps = Pick<ResidentPageDeps, 'privacy' | 'rulebook'>;

/** What the notice states; the period is that of the policy, by which cases are erased. */
export const privacyFacts = async ({ privacy, rulebook }: PrivacyDeps): Promise<PrivacyFacts> => ({
  ...privacy,
  years: retentionOf((await rulebook.now()).policy).caseYears,
});
